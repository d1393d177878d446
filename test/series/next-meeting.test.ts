import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLocalHour, dayBefore, daysBetween, localDay } from '../../shared/series/local-time.ts';
import { nextMeetingAt } from '../../shared/series/next-meeting.ts';

const hour = 3_600_000;
const day = 24 * hour;
const first = Date.UTC(2026, 8, 7, 8);
const on = (...days: number[]) => days.map((each) => first + each * day);
const next = (startedAt: number[], nowDay: number, scheduledAt?: number) => {
  const at = nextMeetingAt({ startedAt, scheduledAt, now: first + nowDay * day });
  return at === undefined ? undefined : (at - first) / day;
};

test.for([
  ['weekly', [0, 7, 14], 15, 21],
  ['weekly, in any order', [14, 0, 7], 15, 21],
  ['weekly, one of them moved by a day', [0, 7, 15, 21], 22, 28],
  ['fortnightly', [0, 14, 28, 42], 43, 56],
  ['weekly, one missed', [0, 7, 14], 22, 28],
  ['weekly, and then not any more', [0, 7, 14], 40, undefined],
  ['two meetings are no rhythm', [0, 7], 8, undefined],
  ['none held', [], 0, undefined],
  ['now and then', [0, 3, 40, 45, 100], 101, undefined],
] as const)('[M6] the next 1:1 of a series: %s', ([, starts, now, expected]) => {
  expect(next(on(...starts), now)).toBe(expected);
});

test('[M6] what Teams has planned goes before the rhythm, unless it is past', () => {
  expect(next(on(0, 7, 14), 15, first + 19 * day)).toBe(19);
  expect(next(on(0, 7, 14), 15, first + 14 * day)).toBe(21);
});

test('[M7] a local hour is that hour, whatever the zone, also where the clocks change', () => {
  const zones = ['Europe/Vienna', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 4, max: 23 }),
      (zone, days, clock) => {
        const date = new Date(first + days * day).toISOString().slice(0, 10);
        const at = atLocalHour(date, clock, zone);
        expect(localDay(at, zone)).toBe(date);
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).format(at);
        expect(shown).toBe(`${String(clock).padStart(2, '0')}:00`);
      },
    ),
  );
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
});
