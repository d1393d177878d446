import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaTime, extended } from '../../shared/agenda/time.ts';
import { topic } from './agenda-builders.ts';

const min = (minutes: number) => minutes * 60_000;
const span = (of: string, from: number, to: number | null) => ({
  topic: of,
  from: min(from),
  to: to === null ? null : min(to),
});

test('[A15] spent minutes are those in which the topic was being discussed', () => {
  const { topics } = agendaTime({
    topics: [topic('a', { plannedMinutes: 10, state: 'discussing' }), topic('b')],
    spans: [span('a', 0, 4), span('b', 4, 6), span('a', 6, null)],
    now: min(9),
    endsAt: null,
  });
  expect(topics).toEqual([
    { topic: 'a', plannedMs: min(10), spentMs: min(7), overrunMs: 0 },
    { topic: 'b', plannedMs: null, spentMs: min(2), overrunMs: 0 },
  ]);
});

test('[A15] a span that both panels report counts once', () => {
  const spans = [span('a', 0, 5), span('a', 0, 5), span('a', 3, 6)];
  const { topics } = agendaTime({ topics: [topic('a')], spans, now: min(60), endsAt: null });
  expect(topics[0]?.spentMs).toBe(min(6));
});

test('[A15] one gentle sign when the running topic is over by a minute', () => {
  const at = (now: number) =>
    agendaTime({
      topics: [topic('a', { plannedMinutes: 5, state: 'discussing' })],
      spans: [span('a', 0, null)],
      now: min(now),
      endsAt: min(30),
    }).sign;
  expect([at(5), at(5.9)]).toEqual([null, null]);
  expect(at(7)).toEqual({ kind: 'overrun', topic: 'a', overrunMs: min(2) });
});

test('[A15] one gentle sign when the topics left do not fit, naming those that time does not reach', () => {
  const source = {
    topics: [
      topic('a', { plannedMinutes: 10, state: 'discussing' as const }),
      topic('b', { plannedMinutes: 10 }),
      topic('c', { plannedMinutes: 10, state: 'done' as const }),
      topic('d', { plannedMinutes: 10, state: 'parked' as const }),
      topic('e'),
      topic('f', { plannedMinutes: 5 }),
    ],
    spans: [span('a', 0, null)],
    now: min(4),
  };
  expect(agendaTime({ ...source, endsAt: min(25) })).toMatchObject({
    remainingMs: min(21),
    plannedLeftMs: min(21),
    sign: null,
  });
  expect(agendaTime({ ...source, endsAt: min(15) }).sign).toEqual({
    kind: 'will-not-fit',
    topics: ['b', 'f'],
    missingMs: min(10),
  });
  expect(agendaTime({ ...source, endsAt: min(3) }).remainingMs).toBe(0);
  expect(agendaTime({ ...source, endsAt: null })).toMatchObject({ remainingMs: null, sign: null });
});

test('[A15] more time is always more than what is spent', () => {
  expect([
    extended(10, min(3)),
    extended(10, min(12.5)),
    extended(null, min(2)),
    extended(480, 0),
  ]).toEqual([15, 18, 7, 480]);
});

test('[A15] spent time never passes the clock, however the spans lie', () => {
  const someSpans = fc.array(fc.record({ from: fc.nat(100), length: fc.nat(100) }), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(someSpans, fc.nat(120), (some, now) => {
      const spans = some.map(({ from, length }) => ({ topic: 'a', from, to: from + length }));
      const { topics } = agendaTime({ topics: [topic('a')], spans, now, endsAt: null });
      const covered = Array.from({ length: now }, (_, at) => at).filter((at) =>
        spans.some(({ from, to }) => from <= at && at < to),
      );
      expect(topics[0]?.spentMs).toBe(covered.length);
    }),
  );
});
