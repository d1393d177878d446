import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TalkEvent } from '../../shared/talk/event.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import { observe } from '../../shared/talk/observed.ts';
import { replay } from '../../shared/talk/replay.ts';
import { totalOf } from '../../shared/talk/span.ts';
import { emptyTimeline, withEvents } from '../../shared/talk/timeline.ts';
import { meetingOf, people } from './meeting.ts';

// Few different times, so that many events fall into the same instant.
const at = fc.integer({ min: -3, max: 25 }).map((seconds) => seconds * 1_000);
const on = fc.boolean();
const user = fc.constantFrom('ana', 'ben');
const owned = fc.constantFrom(
  { panel: 'a', user: 'ana' },
  { panel: 'a-phone', user: 'ana' },
  { panel: 'b', user: 'ben' },
);
const event: fc.Arbitrary<TalkEvent> = fc.oneof(
  fc.record({
    type: fc.constant('present' as const),
    at,
    user: fc.constantFrom('ana', 'ben', 'carl'),
    on,
  }),
  fc.tuple(at, owned, on).map(([at, owner, on]) => ({ type: 'panel' as const, at, ...owner, on })),
  fc.tuple(at, owned, on).map(([at, { panel }, on]) => ({ type: 'heard' as const, at, panel, on })),
  fc.record({
    type: fc.constant('tap' as const),
    at,
    by: user,
    speaker: fc.option(user),
  }),
  fc.record({ type: fc.constant('end' as const), at }),
);
const events = fc.array(event, { maxLength: 60 });

test('[T3] the figures are the same in whatever order events arrive, and however often', () => {
  const disordered = events.chain((events) =>
    fc.record({
      events: fc.constant(events),
      again: fc
        .array(fc.nat({ max: Math.max(0, events.length - 1) }))
        .map((indexes) => indexes.flatMap((index) => events.slice(index, index + 1)))
        .chain((repeated) => shuffled([...events, ...repeated])),
    }),
  );
  fc.assert(
    fc.property(disordered, ({ events, again }) => {
      expect(replay({ people, events: again })).toEqual(replay({ people, events }));
    }),
    { numRuns: 300 },
  );
});

test('[T3] a whole made-up meeting, shuffled and doubled, comes to the same', () => {
  const { recording } = meetingOf(5, { manners: { minutes: 20 } });
  fc.assert(
    fc.property(shuffled([...recording.events, ...recording.events]), (events) => {
      expect(replay({ people, events })).toEqual(replay(recording));
    }),
    { numRuns: 5 },
  );
});

test('[T4] folding as events come in is folding them all at once', () => {
  fc.assert(
    fc.property(events, events, events, (first, second, third) => {
      const bit = withEvents(withEvents(withEvents(emptyTimeline(people), first), second), third);
      const whole = withEvents(emptyTimeline(people), [...first, ...second, ...third]);
      expect(measureTalk(observe(bit))).toEqual(measureTalk(observe(whole)));
    }),
    { numRuns: 300 },
  );
});

test('[T3] the order in which the two are named changes only the order in which they are shown', () => {
  const [ana, ben] = people;
  fc.assert(
    fc.property(events, (events) => {
      const turned = replay({ people: [ben, ana], events });
      const { why, ...figures } = replay({ people, events });
      expect({ ...turned, people: turned.people.toReversed() }).toMatchObject(figures);
      expect(turned.why.toSorted()).toEqual(why.toSorted());
    }),
  );
});

test('[T12] talk, overlap and silence add up to what was measured, and shares to one', () => {
  fc.assert(
    fc.property(events, (events) => {
      const { source, balance } = measureTalk(observe(withEvents(emptyTimeline(people), events)));
      const [ana, ben] = balance.people;
      expect(ana.talkMs + ben.talkMs - balance.overlapMs + balance.silenceMs).toBe(
        balance.measuredMs,
      );
      expect(balance.measuredMs).toBeLessThanOrEqual(source.meetingMs);
      if (ana.talkMs + ben.talkMs === 0) expect([ana.share, ben.share]).toEqual([null, null]);
      else expect(ana.share! + ben.share!).toBeCloseTo(1, 12);
      for (const [index, person] of balance.people.entries()) {
        expect(person.talkMs).toBe(totalOf(source.speech[index]!));
        expect(person.longestTurnMs).toBeLessThanOrEqual(person.talkMs);
        expect(person.turns > 0).toBe(person.talkMs > 0);
      }
    }),
    { numRuns: 300 },
  );
});

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
