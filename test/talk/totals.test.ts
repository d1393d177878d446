import { expect, test } from 'vitest';
import type { Measured } from '../../shared/talk/source.ts';
import { managerShare, TalkTotals, totalsOf, withTranscript } from '../../shared/talk/totals.ts';
import { measured } from './drawn.ts';

const live = measured({
  meeting: '####################',
  ana: '######     ###      ',
  ben: '       ###      ### ',
  benPanel: '##################  ',
}).source;
const transcript: Measured = {
  ...live,
  method: 'transcript',
  measured: [{ from: 0, to: 20_000 }],
  speech: [[{ from: 0, to: 6_000 }], [{ from: 6_000, to: 10_000 }]],
};

test('[T20] the record keeps totals, and nothing of who spoke when', () => {
  const totals = totalsOf(live);
  expect(TalkTotals.parse(JSON.parse(JSON.stringify(totals)))).toEqual(totals);
  expect(totals).toEqual({
    method: 'crossed',
    meetingMs: 20_000,
    measuredMs: 18_000,
    people: [
      { id: 'ana', role: 'manager', talkMs: 9_000, share: 9 / 14, longestTurnMs: 6_000, turns: 2 },
      { id: 'ben', role: 'report', talkMs: 5_000, share: 5 / 14, longestTurnMs: 3_000, turns: 2 },
    ],
    overlapMs: 0,
    silenceMs: 4_000,
    replyGapMs: 1_000,
    margin: live.margin,
    live: null,
  });
});

test("[T18] a transcript's figures take the place of the live ones; the difference is kept", () => {
  const merged = withTranscript(totalsOf(live), transcript);
  expect(merged).toEqual({
    ...totalsOf(transcript),
    live: {
      method: 'crossed',
      managerShare: 9 / 14,
      measuredMs: 18_000,
      meetingMs: 20_000,
      errorPoints: (9 / 14 - 0.6) * 100,
    },
  });
  expect(managerShare(merged)).toBe(0.6);
  expect(withTranscript(merged, transcript)).toEqual(merged);
});

test('[T18] with nothing measured live there is no error to show', () => {
  expect(withTranscript(null, transcript)).toEqual(totalsOf(transcript));
  const nothing = totalsOf(measured({ meeting: '####', benPanel: '' }).source);
  expect(withTranscript(nothing, transcript)).toEqual(totalsOf(transcript));
});
