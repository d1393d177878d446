import { expect, test } from 'vitest';
import type { TalkEvent } from '../../shared/talk/event.ts';
import { cross } from '../../shared/talk/crossed.ts';
import { countTaps } from '../../shared/talk/manual.ts';
import { matchTranscript } from '../../shared/talk/transcript.ts';
import { readTranscript } from '../../shared/talk/vtt.ts';
import { drawn, measured, observed } from './drawn.ts';
import { ana, ben } from './meeting.ts';
import type { Truth } from './source-contract.ts';
import { keepsTheContract } from './source-contract.ts';

keepsTheContract('[T14] crossed signals', ({ meetingMs, speech }) =>
  cross(
    observed(
      ...['ana', 'ben'].map((user): TalkEvent => ({
        type: 'panel',
        at: 0,
        panel: user,
        user,
        on: true,
      })),
      ...['ben', 'ana'].flatMap((panel, index) =>
        speech[index]!.flatMap(({ from, to }): TalkEvent[] => [
          { type: 'heard', at: from, panel, on: true },
          { type: 'heard', at: to, panel, on: false },
        ]),
      ),
      { type: 'end', at: meetingMs },
    ),
  ),
);

keepsTheContract('[T14] taps', ({ meetingMs, speech }) =>
  countTaps(
    observed(
      { type: 'tap', at: 0, by: 'ana', speaker: null },
      ...['ana', 'ben'].flatMap((speaker, index) =>
        speech[index]!.flatMap(({ from, to }): TalkEvent[] => [
          { type: 'tap', at: from, by: 'ben', speaker },
          { type: 'tap', at: to, by: 'ana', speaker: null },
        ]),
      ),
      { type: 'end', at: meetingMs },
    ),
  ),
);

keepsTheContract('[T14] transcript', (truth) => {
  const read = readTranscript(transcriptOf(truth));
  if (read.kind === 'refused') throw new Error(read.problem);
  const match = matchTranscript(
    [
      { ...ana, name: 'Ana Ruiz' },
      { ...ben, name: 'Ben Okafor' },
    ],
    read.cues,
  );
  if (match.kind === 'matched') return match.source;
  // Where nobody says a word there is no cue that could name them.
  expect(match).toEqual({ kind: 'nobody-known', names: [] });
  const nothing = { method: 'transcript', meetingMs: 0, measured: [], margin: null } as const;
  return { ...nothing, people: [ana, ben], speech: [[], []], reasons: [] };
});

function time(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}

function transcriptOf({ speech }: Truth): string {
  const cues = ['Ana Ruiz', 'Ben Okafor'].flatMap((name, index) =>
    speech[index]!.map(({ from, to }) => `${time(from)} --> ${time(to)}\n<v ${name}>So.</v>`),
  );
  return ['WEBVTT', ...cues].join('\n\n');
}

const tap = (second: number, speaker: 'ana' | 'ben' | null, by = 'ana'): TalkEvent => ({
  type: 'tap',
  at: second * 1_000,
  by,
  speaker,
});

test('[T13] taps measure from the first on, each until the next', () => {
  const result = measured(
    { meeting: '##########', anaPanel: '##########', benPanel: '' },
    tap(1, 'ana'),
    tap(4, 'ben', 'ben'),
    tap(6, null),
  );
  expect([result.mode, result.reasons]).toEqual([
    'manual',
    [{ kind: 'by-hand' }, { kind: 'panel-not-open', user: 'ben' }],
  ]);
  expect(drawn(result)).toEqual([
    ' #########', //
    ' ###      ',
    '    ##    ',
  ]);
});

test('[T13] a tap does not outlive the panel of who made it, and pauses in company', () => {
  const result = measured(
    { meeting: '##########', anaPanel: '########  ', benPanel: '', carlThere: '  ##      ' },
    tap(0, 'ana'),
  );
  expect(drawn(result)).toEqual([
    '##  ####  ', //
    '##  ####  ',
    '          ',
  ]);
});

test('[T13] where the signals tell who speaks, taps do not count; where they cannot, they do', () => {
  const signals = { meeting: '##########', ana: '####      ', ben: '     ###  ' };
  expect(measured(signals, tap(0, 'ben')).mode).toBe('crossed');
  expect(measured({ ...signals, benPanel: '##        ' }, tap(0, 'ben')).mode).toBe('manual');
  expect(measured({ meeting: '##########' }, tap(0, 'ben')).mode).toBe('manual');
});

test('[T18] speech of others in a transcript is left out, and they are named', () => {
  const read = readTranscript(
    [
      'WEBVTT',
      '00:00:00.000 --> 00:00:04.000\n<v ana  ruiz>Hello.</v>',
      '00:00:03.000 --> 00:00:05.000\n<v Guest>Hi!</v>',
      '00:00:06.000 --> 00:00:08.000\n<v Ben Okafor>Hi.</v>',
    ].join('\n\n'),
  );
  if (read.kind === 'refused') throw new Error(read.problem);
  const pair = [
    { ...ana, name: 'Ana Ruiz' },
    { ...ben, name: 'Ben Okafor' },
  ] as const;
  const match = matchTranscript(pair, read.cues);
  expect(
    match.kind === 'matched' && [match.others, match.source.measured, match.source.speech],
  ).toEqual([
    ['Guest'],
    [
      { from: 0, to: 3_000 },
      { from: 5_000, to: 8_000 },
    ],
    [[{ from: 0, to: 3_000 }], [{ from: 6_000, to: 8_000 }]],
  ]);
  expect(matchTranscript([pair[0], { ...ben, name: 'ANA RUIZ' }], read.cues)).toEqual({
    kind: 'same-name',
  });
  expect(
    matchTranscript(
      [
        { ...ana, name: 'A' },
        { ...ben, name: 'B' },
      ],
      read.cues,
    ),
  ).toEqual({
    kind: 'nobody-known',
    names: ['ana ruiz', 'Guest', 'Ben Okafor'],
  });
});
