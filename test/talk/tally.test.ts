import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf, totalOf } from '../../shared/talk/span.ts';
import type { Tally } from '../../shared/talk/tally.ts';
import { tallyOf } from '../../shared/talk/tally.ts';
import { readTranscript } from '../../shared/talk/vtt.ts';

const tally = (...blocks: readonly string[]): Tally | string => {
  const read = readTranscript(['WEBVTT', ...blocks].join('\n\n'));
  return read.kind === 'refused' ? read.problem : tallyOf(read.cues, read.skipped);
};
const person = (
  name: string,
  talkMs: number,
  share: number,
  longestTurnMs: number,
  turns: number,
) => ({
  name,
  talkMs,
  share,
  longestTurnMs,
  turns,
});

test('[T16] voice tags: cues of one person are united, whatever capitals and spaces', () => {
  expect(
    tally(
      '00:00:01.000 --> 00:00:04.000\n<v Ana Ruiz>Hello &amp; welcome.</v>',
      'cue-7\n00:00:03.000 --> 00:00:06.500 align:start\n<v.loud  ANA   ruiz >and\nmore</v>',
      '00:06.000 --> 00:08.000\n<v Ben &amp; Co>Thanks.</v>',
    ),
  ).toEqual({
    people: [
      person('Ana Ruiz', 5_500, 5_500 / 7_500, 5_500, 1),
      person('Ben & Co', 2_000, 2_000 / 7_500, 2_000, 1),
    ],
    overlapMs: 500,
    silenceMs: 1_000,
    durationMs: 8_000,
    cues: 3,
    skipped: 0,
  });
});

const said = (speakerName: string | null) =>
  JSON.stringify({
    startDateTime: '2026-11-20T09:00:01.000Z',
    endDateTime: '2026-11-20T09:00:04.000Z',
    speakerName,
    spokenText: 'a --> b <v Eve>',
    spokenLanguage: 'en-us',
  });

test('[T16] JSON cues: the same figures as voice tags', () => {
  expect(
    tally(
      `00:00:01.000 --> 00:00:04.000\n${said('Ana')}`,
      `00:00:05.000 --> 00:00:08.000\n${said('Ben')}`,
      `00:00:08.000 --> 00:00:10.000\n${said(null)}`,
    ),
  ).toEqual({
    people: [
      person('Ana', 3_000, 3 / 8, 3_000, 1),
      person('Ben', 3_000, 3 / 8, 3_000, 1),
      person('Unknown', 2_000, 2 / 8, 2_000, 1),
    ],
    overlapMs: 0,
    silenceMs: 2_000,
    durationMs: 10_000,
    cues: 3,
    skipped: 0,
  });
});

test('[T16] what comes before the start does not count', () => {
  expect(
    tally(
      '-00:00:03.000 --> 00:00:02.000\n<v Ana>a</v>',
      '00:00:-05.000 --> 00:00:-04.000\n<v Ben>b</v>',
    ),
  ).toEqual({
    people: [person('Ana', 2_000, 1, 2_000, 1), person('Ben', 0, 0, 0, 0)],
    overlapMs: 0,
    silenceMs: 0,
    durationMs: 2_000,
    cues: 2,
    skipped: 0,
  });
});

test('[T16] broken cues are skipped and counted; notes, styles and regions are none', () => {
  expect(
    tally(
      'NOTE\n00:00:01.000 --> 00:00:02.000\n<v Eve>not said</v>',
      'STYLE\n::cue { color: red }',
      'REGION\nid:one',
      '00:00:00.000 --> 00:00:01.000\nnobody in particular',
      '00:00:01.000 --> 00:00:0x.000\n<v Ana>broken time</v>',
      '00:00:05.000 --> 00:00:04.000\n<v Ana>ends before it starts</v>',
      '00:00:06.000 --> 00:00:07.000',
      '00:00:06.000 --> 00:00:07.000\n{"speakerName":"Ana","spokenText":"cut o',
      '00:00:06.000 --> 00:00:07.000\n{"speakerName":7}',
      '<v Ana>no time at all</v>',
    ),
  ).toEqual({
    people: [person('Unknown', 1_000, 1, 1_000, 1)],
    overlapMs: 0,
    silenceMs: 0,
    durationMs: 1_000,
    cues: 1,
    skipped: 6,
  });
});

test('[T16] a byte order mark, other line ends and missing blank lines do not matter', () => {
  const plain =
    'WEBVTT - Weekly\nKind: captions\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ana>a</v>\n00:00:02.000 --> 00:00:03.000\n<v Ana>b</v>\n';
  const expected = {
    kind: 'read',
    skipped: 0,
    cues: [1, 2].map((at) => ({ from: at * 1_000, to: at * 1_000 + 1_000, speakers: ['Ana'] })),
  };
  for (const text of [
    plain,
    `\uFEFF${plain}`,
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll('\n', '\r'),
  ])
    expect(readTranscript(text)).toEqual(expected);
});

test('[T16] an empty transcript has nobody in it, and what is none is refused', () => {
  expect(tally()).toEqual({
    people: [],
    overlapMs: 0,
    silenceMs: 0,
    durationMs: 0,
    cues: 0,
    skipped: 0,
  });
  for (const text of ['', 'Ana: hello', 'WEBVTTX\n'])
    expect(readTranscript(text)).toMatchObject({ kind: 'refused', line: 1 });
});

test('[T16] talk is the union of the cues, in whatever order they stand', () => {
  const cue = fc.record({
    name: fc.constantFrom('Ana', 'Ben', 'Cleo'),
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 30 }), (cues) => {
      const result = tallyOf(
        cues.map(({ name, from, length }) => ({ from, to: from + length, speakers: [name] })),
        0,
      );
      for (const { name, talkMs, longestTurnMs } of result.people) {
        const own = cues.filter((cue) => cue.name === name);
        const union = spansOf(own.map(({ from, length }) => ({ from, to: from + length })));
        expect(talkMs).toBe(totalOf(union));
        expect(longestTurnMs).toBeLessThanOrEqual(talkMs);
      }
      const seconds = Array.from({ length: result.durationMs }, (_, at) =>
        result.people.filter(({ name }) =>
          cues.some((cue) => cue.name === name && cue.from <= at && at < cue.from + cue.length),
        ),
      );
      expect(result.silenceMs).toBe(seconds.filter((on) => on.length === 0).length);
      expect(result.overlapMs).toBe(seconds.filter((on) => on.length > 1).length);
    }),
  );
});
