import { expect, test } from 'vitest';
import type { TalkEvent } from '../../shared/talk/event.ts';
import { cross } from '../../shared/talk/crossed.ts';
import { replay } from '../../shared/talk/replay.ts';
import type { Ear } from './signal.ts';
import { perfectEar } from './signal.ts';
import { observed } from './drawn.ts';
import type { MeetingWishes } from './meeting.ts';
import { meetingOf, people, shareToMeasure } from './meeting.ts';

const ear = (wishes: Partial<Ear>): Ear => ({ ...perfectEar, ...wishes });
const open: readonly TalkEvent[] = [
  { type: 'panel', at: 0, panel: 'a', user: 'ana', on: true },
  { type: 'panel', at: 0, panel: 'b', user: 'ben', on: true },
];

/** Ana for eight seconds, Ben for four, 200 ms between, so many times, held on for so long. */
const takingTurns = (rounds: number, hangoverMs: number): readonly TalkEvent[] =>
  Array.from({ length: rounds }, (_, round): TalkEvent[] => {
    const at = round * 12_400;
    return [
      { type: 'heard', at, panel: 'b', on: true },
      { type: 'heard', at: at + 8_000 + hangoverMs, panel: 'b', on: false },
      { type: 'heard', at: at + 8_200, panel: 'a', on: true },
      { type: 'heard', at: at + 12_200 + hangoverMs, panel: 'a', on: false },
    ];
  }).flat();

test('[T10] a constant hang-over is found and taken off', () => {
  const {
    hangoverMs,
    people: shown,
    why,
  } = replay({
    people,
    events: [...open, ...takingTurns(30, 800), { type: 'end', at: 373_000 }],
  });
  expect(why).toEqual([]);
  expect(Math.abs(hangoverMs['a']! - 800)).toBeLessThan(20);
  expect(Math.abs(hangoverMs['b']! - 800)).toBeLessThan(20);
  expect(Math.abs(shown[0]!.share! - 2 / 3)).toBeLessThan(0.003);
});

test('[T10] each panel has a hang-over of its own', () => {
  const errors = Array.from({ length: 20 }, (_, index) => {
    const meeting = meetingOf(index + 1, {
      ears: [
        { ...ear({}), hangoverMs: 400, attackMs: 100 },
        { ...ear({}), hangoverMs: 1_400, attackMs: 100 },
      ],
    });
    const { hangoverMs } = replay(meeting.recording);
    return [hangoverMs['ana-panel']! - 300, hangoverMs['ben-panel']! - 1_300].map(Math.abs);
  });
  expect(errors.flat().filter((error) => error > 250).length).toBeLessThanOrEqual(4);
});

test('[T10] with too few changes of speaker nothing is taken off, and the margin says so', () => {
  const few = cross(observed(...open, ...takingTurns(5, 800), { type: 'end', at: 63_000 }));
  const many = cross(observed(...open, ...takingTurns(50, 800), { type: 'end', at: 630_000 }));
  expect([few.hangoverMs, few.reasons]).toEqual([
    { a: 0, b: 0 },
    [{ kind: 'lag-unknown', panels: ['a', 'b'] }],
  ]);
  expect(few.margin!).toBeGreaterThan(2 * many.margin!);
});

const withoutHangover: MeetingWishes = { ears: [perfectEar, perfectEar] };

test('[T11] where the signals are exact nothing is taken off', () => {
  const touched = Array.from({ length: 60 }, (_, index) => meetingOf(index + 1, withoutHangover))
    .map(({ recording }) => replay(recording).hangoverMs)
    .filter((taken) => Object.values(taken).some((ms) => ms > 0));
  expect(touched.length).toBeLessThanOrEqual(1);
});

test('[T11] turns that follow each other at once are left as they are', () => {
  const events = Array.from({ length: 40 }, (_, round): TalkEvent[] => [
    { type: 'heard', at: round * 7_000, panel: 'a', on: true },
    { type: 'heard', at: round * 7_000 + 5_000, panel: 'a', on: false },
    { type: 'heard', at: round * 7_000 + 5_000, panel: 'b', on: true },
    { type: 'heard', at: round * 7_000 + 7_000, panel: 'b', on: false },
  ]).flat();
  const { people: shown, overlapMs, silenceMs } = replay({ people, events: [...open, ...events] });
  expect([shown.map(({ talkMs, turns }) => [talkMs, turns]), overlapMs, silenceMs]).toEqual([
    [
      [80_000, 40],
      [200_000, 40],
    ],
    0,
    0,
  ]);
});

test('[T23] over made-up conversations the share is off by 2.5 points at most, nearly always', () => {
  const errors = Array.from({ length: 60 }, (_, index) => meetingOf(index + 1))
    .map((meeting) => {
      const source = cross(observed(...meeting.recording.events));
      const [ana] = replay(meeting.recording).people;
      return { error: Math.abs(ana!.share! - shareToMeasure(meeting)), margin: source.margin! };
    })
    .toSorted((a, b) => a.error - b.error);
  expect(errors[29]!.error).toBeLessThan(0.009);
  expect(errors[56]!.error).toBeLessThan(0.025);
  expect(errors.filter(({ error, margin }) => error <= margin).length).toBeGreaterThan(51);
});
