import { expect, test } from 'vitest';
import { isOfMeeting, placeTranscripts } from '../../shared/talk/occurrence.ts';
import { matchTranscript } from '../../shared/talk/transcript.ts';
import type { Cue } from '../../shared/talk/vtt.ts';
import { ana, ben } from './meeting.ts';

const minute = 60_000;
const meeting = { from: 100 * minute, to: 130 * minute };
const cue = (by: string, from: number, to: number): Cue => ({ speakers: [by], from, to });

test('[T66] a transcript belongs to the meeting in whose time it was written', () => {
  const written = (from: number, to: number | null) =>
    isOfMeeting({ from: from * minute, to: to === null ? null : to * minute }, meeting);
  expect([
    written(101, 129),
    written(120, 131),
    written(99.6, 110),
    written(60, 99),
    written(130, 150),
    written(7 * 24 * 60 + 101, 7 * 24 * 60 + 129),
    written(101, null),
    written(99, null),
    written(131, null),
  ]).toEqual([true, true, true, false, false, false, true, false, false]);
});

test('[T66] several transcripts count as one; what they leave out was not measured', () => {
  const placed = placeTranscripts(meeting, [
    { from: 102 * minute, to: 104 * minute, cues: [cue('Ana', -5_000, 60_000)] },
    { from: 110 * minute, to: null, cues: [cue('Ben', 0, 90_000)] },
  ]);
  expect(placed).toEqual({
    cues: [cue('Ana', 2 * minute, 3 * minute), cue('Ben', 10 * minute, 11.5 * minute)],
    transcribed: {
      meetingMs: 30 * minute,
      spans: [
        { from: 2 * minute, to: 4 * minute },
        { from: 10 * minute, to: 11.5 * minute },
      ],
    },
  });
  const pair = [
    { ...ana, name: 'Ana' },
    { ...ben, name: 'Ben' },
  ] as const;
  const match = matchTranscript(pair, placed.cues, placed.transcribed);
  expect(match.kind === 'matched' && match.source).toMatchObject({
    meetingMs: 30 * minute,
    measured: placed.transcribed.spans,
    speech: [[{ from: 2 * minute, to: 3 * minute }], [{ from: 10 * minute, to: 11.5 * minute }]],
  });
});

test('[T68] who is missing may be whom we do not know; where nobody else speaks, they were silent', () => {
  const pair = [
    { ...ana, name: 'Ana' },
    { ...ben, name: 'Ben' },
  ] as const;
  const alone = [cue('Ana', 0, minute)];
  expect(matchTranscript(pair, alone)).toMatchObject({
    kind: 'matched',
    source: { speech: [[{ from: 0, to: minute }], []] },
  });
  expect(matchTranscript(pair, [...alone, cue('Room 3', minute, 2 * minute)])).toEqual({
    kind: 'one-unknown',
    names: ['Room 3'],
  });
});
