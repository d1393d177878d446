import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deletionWaiting,
  isDeletionDue,
  type DeletionAsked,
} from '../../shared/series/deletion.ts';
import { countsFrom, keptSince, usualRetention } from '../../shared/series/retention.ts';
import { pair } from '../agenda/agenda-builders.ts';

const day = 24 * 3_600_000;
const monday = Date.UTC(2026, 10, 23, 10);
const asked = (by: string, days: number): DeletionAsked => ({ by, at: monday + days * day });

const since = (by: string, days: number) => ({
  ...asked(by, days),
  until: monday + (days + 30) * day,
});
test.for([
  ['nobody asks', [], 0, null, false],
  ['a stranger asks', [asked('cleo', 0)], 40, null, false],
  ['one asks', [asked('ana', 0)], 29, since('ana', 0), false],
  ['one has asked for thirty days', [asked('ana', 0)], 30, since('ana', 0), true],
  ['one has asked twice', [asked('ana', 0), asked('ana', 1)], 1, since('ana', 0), false],
  ['both ask', [asked('ben', 1), asked('ana', 0)], 1, since('ana', 0), true],
  ['one and a stranger ask', [asked('cleo', 0), asked('ben', 1)], 1, since('ben', 1), false],
] as const)('[B2] when %s', ([, said, days, waiting, isDue]) => {
  expect([deletionWaiting(said, pair), isDeletionDue(said, pair, monday + days * day)]).toEqual([
    waiting,
    isDue,
  ]);
});

test.for([
  ['2026-11-23', undefined, '2024-11-23', '2025-11-23'],
  ['2026-11-23', { outcomeMonths: 3, talkMonths: 1 }, '2026-08-23', '2026-10-23'],
  ['2026-05-31', { outcomeMonths: 3, talkMonths: 3 }, '2026-02-28', '2026-02-28'],
  ['2028-05-31', { outcomeMonths: 3, talkMonths: 3 }, '2028-02-29', '2028-02-29'],
  ['2026-01-31', { outcomeMonths: 12, talkMonths: 1 }, '2025-01-31', '2025-12-31'],
] as const)(
  '[B5] on %s with %o, kept is what came since %s and %s',
  ([now, retention, outcomes, talk]) => {
    const choice = retention && { retention, at: 0 };
    expect(keptSince(choice, Date.parse(now))).toEqual({
      outcomes: Date.parse(outcomes),
      talk: Date.parse(talk),
    });
  },
);

test('[B6] less is kept thirty days after it was chosen, and not an hour before; the usual at once', () => {
  const less = { retention: { outcomeMonths: 6, talkMonths: 12 }, at: monday } as const;
  const from = monday + 30 * day;
  expect([countsFrom(less, from - 1), countsFrom(less, from)]).toEqual([from, null]);
  expect(keptSince(less, from - 1)).toEqual(keptSince(undefined, from - 1));
  expect(keptSince(less, from).outcomes).toBeGreaterThan(keptSince(undefined, from).outcomes);
  expect(countsFrom({ retention: usualRetention, at: monday }, monday)).toBeNull();
});

test('[B5] whatever is chosen and whenever, more is kept than three months, and less than the usual goes never', () => {
  const retention = fc.record({
    outcomeMonths: fc.constantFrom(24, 12, 6, 3),
    talkMonths: fc.constantFrom(12, 6, 3, 1),
  } as const);
  const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(retention, moment, moment, (chosen, at, now) => {
      const since = keptSince({ retention: chosen, at }, now);
      const usual = keptSince(undefined, now);
      expect(since.outcomes).toBeGreaterThanOrEqual(usual.outcomes);
      expect(since.talk).toBeGreaterThanOrEqual(usual.talk);
      expect(now - since.outcomes).toBeGreaterThanOrEqual(89 * day);
      expect(now - since.talk).toBeGreaterThanOrEqual(28 * day);
    }),
  );
});
