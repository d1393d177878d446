import { expect, test } from 'vitest';
import { scheduledEnd } from '../../shared/agenda/scheduled-end.ts';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const startedAt = 100 * week;
const end = (plannedStart: number | undefined, plannedEnd: number | undefined) =>
  scheduledEnd({ startedAt, plannedStart, plannedEnd });

test('[A21] the calendar’s end holds, whether the meeting began early or late', () => {
  expect([-5, 0, 5].map((late) => end(startedAt + late * minute, startedAt + 30 * minute))).toEqual(
    [1, 1, 1].map(() => startedAt + 30 * minute),
  );
});

test('[A21] of another occurrence only the length counts', () => {
  const first = startedAt - 3 * week;
  expect(end(first, first + 45 * minute)).toBe(startedAt + 45 * minute);
  const last = startedAt + 3 * week;
  expect(end(last, last + 45 * minute)).toBe(startedAt + 45 * minute);
});

test('[A21] a calendar that says nothing of use is not believed', () => {
  expect([
    end(undefined, undefined),
    end(undefined, startedAt - week),
    end(startedAt - week, startedAt - 2 * week),
    end(startedAt - week, startedAt + week),
    end(undefined, Number.NaN),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
