import { expect, test } from 'vitest';
import { replay } from '../../shared/talk/replay.ts';
import { drawn, measured, observed } from './drawn.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import { people } from './meeting.ts';

test('[T1] what one panel hears is the other person, to the millisecond', () => {
  expect(
    replay({
      people,
      events: [
        { type: 'panel', at: 0, panel: 'a', user: 'ana', on: true },
        { type: 'panel', at: 0, panel: 'b', user: 'ben', on: true },
        { type: 'heard', at: 1_003, panel: 'b', on: true },
        { type: 'heard', at: 11_004, panel: 'b', on: false },
        { type: 'heard', at: 10_500, panel: 'a', on: true },
        { type: 'heard', at: 16_000, panel: 'a', on: false },
        { type: 'heard', at: 16_210, panel: 'b', on: true },
        { type: 'heard', at: 20_000, panel: 'b', on: false },
        { type: 'end', at: 24_000 },
      ],
    }),
  ).toEqual({
    mode: 'crossed',
    meetingMs: 24_000,
    measuredMs: 24_000,
    people: [
      { id: 'ana', talkMs: 13_791, share: 13_791 / 19_291, longestTurnMs: 10_001, turns: 2 },
      { id: 'ben', talkMs: 5_500, share: 5_500 / 19_291, longestTurnMs: 5_500, turns: 1 },
    ],
    overlapMs: 504,
    silenceMs: 5_213,
    replyGapMs: 210,
    hangoverMs: { a: 0, b: 0 },
    why: [
      'too few changes of speaker to tell how late the signal drops (a, b); nothing was taken off, so the share may lie closer to one half than it was',
    ],
  });
});

test('[T2] only time in which both are heard is measured; the rest is uncovered, not silence', () => {
  const result = measured({
    meeting: '############',
    ana: '   ####     ',
    ben: ' ##     ### ',
    anaPanel: '##########  ',
    benPanel: '  ##########',
  });
  expect(drawn(result)).toEqual([
    '  ########  ', //
    '   ####     ',
    '  #     ##  ',
  ]);
  expect(result.balance.silenceMs).toBe(1_000);
});

test('[T2] late joining, leaving and coming back leave the time between out', () => {
  const result = measured({
    meeting: '############',
    ana: '############',
    anaThere: '############',
    benThere: '  ####  ####',
  });
  // What Ben's panel heard before Ben left does not go on when Ben comes back.
  expect(drawn(result)).toEqual([
    '  ####  ####', //
    '  ####      ',
    '            ',
  ]);
});

test('[T2] with one panel open, or none, nothing is said', () => {
  const one = measured({ meeting: '####', ben: ' ## ', benPanel: '    ' });
  expect([one.mode, one.balance.people.map(({ share }) => share), one.reasons]).toEqual([
    'undetermined',
    [null, null],
    [{ kind: 'panel-not-open', user: 'ben' }],
  ]);
  const none = measured({ meeting: '####', anaPanel: '    ', benPanel: '    ' });
  expect([none.mode, none.reasons]).toEqual(['undetermined', [{ kind: 'nothing-observed' }]]);
  const apart = measured({ meeting: '####', anaPanel: '##  ', benPanel: '  ##' });
  expect([apart.mode, apart.reasons]).toEqual([
    'undetermined',
    [{ kind: 'never-both', what: 'panels' }],
  ]);
});

test('[T5] a stretch ends at the last sign of life: closing, or the end', () => {
  const result = measured(
    { meeting: '##########', anaPanel: '######  ##', ana: '       ###' },
    { type: 'heard', at: 3_000, panel: 'a', on: true },
  );
  expect(drawn(result)).toEqual([
    '######  ##', //
    '        ##',
    '   ###    ',
  ]);
});

test('[T5] without an end the meeting lasts as long as anything is known of it', () => {
  const result = measureTalk(
    observed(
      { type: 'panel', at: -500, panel: 'a', user: 'ana', on: true },
      { type: 'panel', at: 0, panel: 'b', user: 'ben', on: true },
      { type: 'heard', at: -200, panel: 'a', on: true },
      { type: 'heard', at: 4_000, panel: 'b', on: true },
      { type: 'heard', at: 9_000, panel: 'b', on: false },
    ),
  );
  expect(result.source.meetingMs).toBe(9_000);
  expect(result.source.speech).toEqual([[{ from: 4_000, to: 9_000 }], [{ from: 0, to: 9_000 }]]);
});

test('[T6] two panels of one person are one pair of ears', () => {
  const result = measured(
    { meeting: '##########', ana: '      ### ', ben: ' ##       ', anaPanel: '#####     ' },
    { type: 'panel', at: 3_000, panel: 'a-phone', user: 'ana', on: true },
    { type: 'heard', at: 2_000, panel: 'a-phone', on: true },
    { type: 'heard', at: 4_000, panel: 'a-phone', on: false },
    { type: 'heard', at: 9_000, panel: 'a-phone', on: true },
  );
  expect(drawn(result)).toEqual([
    '##########', //
    '      ### ',
    ' ###     #',
  ]);
});

test('[T7] while somebody else is in the meeting nothing is measured', () => {
  const result = measured({
    meeting: '##########',
    ana: '######    ',
    ben: '      ####',
    carlThere: '    ###   ',
  });
  expect(drawn(result)).toEqual([
    '####   ###', //
    '####      ',
    '       ###',
  ]);
  expect(result.reasons[0]).toEqual({ kind: 'company', ms: 3_000 });
});

test('[T12] a meeting in which nobody spoke was measured, and has no shares', () => {
  const { mode, balance, reasons } = measured({ meeting: '#####' });
  expect([mode, balance.silenceMs, balance.people[0].share, balance.people[1].share]).toEqual([
    'crossed',
    5_000,
    null,
    null,
  ]);
  expect(reasons).toEqual([{ kind: 'nobody-spoke' }]);
});
