import { expect, test } from 'vitest';
import { measureTalk } from '../../shared/talk/measure.ts';
import { observe } from '../../shared/talk/observed.ts';
import { checkPanels } from '../../shared/talk/self-check.ts';
import { totalOf } from '../../shared/talk/span.ts';
import { emptyTimeline, withEvents } from '../../shared/talk/timeline.ts';
import { drawn, measured } from './drawn.ts';
import { meetingOf } from './meeting.ts';

const measuredMeeting = (seed: number, minutes: number, hearsEverybody: [boolean, boolean]) => {
  const { recording } = meetingOf(seed, {
    manners: { minutes },
    hearsEverybody,
    alwaysOpen: true,
  });
  return measureTalk(observe(withEvents(emptyTimeline(recording.people), recording.events)));
};

const talksEnough = (index: 0 | 1, talkMs: readonly [number, number]) => talkMs[index] > 60_000;

test.for([
  ['ana', [true, false], 1],
  ['ben', [false, true], 0],
] as const)(
  '[T70] when only %s has a client that hears everyone, nobody else is ever named alone',
  ([faulty, [ana, ben], other]) => {
    let named = 0;
    let told = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { recording, conversation } = meetingOf(seed, {
        manners: { minutes: 5 },
        hearsEverybody: [ana, ben],
        alwaysOpen: true,
      });
      const observed = observe(withEvents(emptyTimeline(recording.people), recording.events));
      const failing = checkPanels(observed).filter(({ fault }) => fault === 'hears-everybody');
      const users = [
        ...new Set(failing.flatMap(({ suspects }) => suspects.map(({ user }) => user))),
      ];
      expect([seed, users.includes(faulty)]).toEqual([seed, true]);
      if (!talksEnough(other, [totalOf(conversation.speech[0]), totalOf(conversation.speech[1])]))
        continue;
      told += 1;
      if (users.length === 1) named += 1;
    }
    expect(told).toBeGreaterThan(10);
    expect(named / told).toBeGreaterThan(0.9);
  },
);

test('[T70] when both clients hear everyone, neither is blamed alone', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { reasons } = measuredMeeting(seed, 5, [true, true]);
    expect([seed, reasons.find(({ kind }) => kind === 'hears-everybody')]).toMatchObject([
      seed,
      { panels: [expect.any(String), expect.any(String)] },
    ]);
  }
});

test.for([
  ["Ana's client hears everyone", [true, false]],
  ["Ben's client hears everyone", [false, true]],
  ['both clients hear everyone', [true, true]],
] as const)('[T8] %s: found out within five minutes, and nothing is claimed', ([, [ana, ben]]) => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { mode, balance, reasons } = measuredMeeting(seed, 5, [ana, ben]);
    expect([seed, mode, balance.people[0].share]).toEqual([seed, 'anyone', null]);
    expect(reasons.some(({ kind }) => kind === 'hears-everybody')).toBe(true);
  }
});

test('[T8] clients that hear only the other are believed', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { mode, source } = measuredMeeting(seed, 5, [false, false]);
    expect([seed, mode]).toEqual([seed, 'crossed']);
    // The ears' clocks may be off, but no more is missing.
    expect(source.meetingMs - totalOf(source.measured)).toBeLessThan(100);
  }
});

test('[T8] two who talk at once for a while are not taken for a client that hears everyone', () => {
  expect(
    drawn(
      measured({
        meeting: '##############################',
        ana: '#########################     ',
        ben: '   ##################         ',
      }),
    ),
  ).toEqual([
    '##############################',
    '#########################     ',
    '   ##################         ',
  ]);
});

test('[T7] what both hear of a third person is not held against their clients', () => {
  expect(
    drawn(
      measured({
        meeting: '############################################################',
        ana: '######  #######  #######   #########  #######   #####      #',
        ben: '######  #######  #######   #########  #######         ###    ',
        carlThere: '###############################################             ',
      }),
    ),
  ).toEqual([
    '                                               #############',
    '                                                #####      #',
    '                                                      ###   ',
  ]);
});

test('[T8] when the clients hear only the other again, measuring goes on', () => {
  expect(
    drawn(
      measured({
        meeting: '################################################################################',
        ana: '######   ######  #######   ######     #######         #######         #######   ',
        ben: '######   ######  #######   ######             ######         ########         ##',
      }),
    ),
  ).toEqual([
    '                                              ##################################',
    '                                                      #######         #######   ',
    '                                              ######         ########         ##',
  ]);
});

test('[T8] the other panel of the same person stays in use', () => {
  const result = measured(
    {
      meeting: '################################################',
      ana: '######      #####     #####       ####   #####  ',
      ben: '######  ### #####  ## #####   ##  ####   #####  ',
    },
    { type: 'panel', at: 0, panel: 'a-phone', user: 'ana', on: true },
    { type: 'heard', at: 8_000, panel: 'a-phone', on: true },
    { type: 'heard', at: 11_000, panel: 'a-phone', on: false },
    { type: 'heard', at: 19_000, panel: 'a-phone', on: true },
    { type: 'heard', at: 21_000, panel: 'a-phone', on: false },
  );
  expect(result.mode).toBe('crossed');
  expect(drawn(result)).toEqual([
    '################################################',
    '######      #####     #####       ####   #####  ',
    '        ###        ##                           ',
  ]);
});

const minutes = (count: number) => '#'.repeat(60 * count);

test('[T9] a panel that never reports silence is not believed, until it does', () => {
  const stuck = measured({ meeting: minutes(6), ben: minutes(6), ana: `  ${minutes(1)}` });
  expect([stuck.mode, stuck.balance.people[1].share, stuck.reasons]).toEqual([
    'undetermined',
    null,
    [{ kind: 'never-silent', panel: 'a' }],
  ]);
  const lecture = measured({ meeting: minutes(6), ben: minutes(4), ana: `` });
  expect([lecture.mode, lecture.balance.people[1].talkMs]).toEqual(['crossed', 240_000]);
});
