import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span, Spans } from '../../shared/talk/span.ts';
import {
  clip,
  intersect,
  spansOf,
  startedBefore,
  subtract,
  totalOf,
  unite,
} from '../../shared/talk/span.ts';

const looseSpan = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map(([from, to]): Span => ({ from, to }));
const loose = fc.array(looseSpan, { maxLength: 8 });
const tidy = loose.map(spansOf);
const moments = Array.from({ length: 30 }, (_, index) => index + 0.5);
const isOn = (spans: readonly Span[], at: number) =>
  spans.some(({ from, to }) => from < at && at < to);
const isTidy = (spans: Spans) =>
  spans.every(({ from, to }, index) => from < to && (index === 0 || spans[index - 1]!.to < from));

test('loose spans become a tidy list that is on at the same moments', () => {
  fc.assert(
    fc.property(loose, (spans) => {
      const tidied = spansOf(spans);
      expect(isTidy(tidied)).toBe(true);
      expect(moments.map((at) => isOn(tidied, at))).toEqual(moments.map((at) => isOn(spans, at)));
    }),
  );
});

test('uniting, intersecting and subtracting act moment by moment, and stay tidy', () => {
  fc.assert(
    fc.property(tidy, tidy, (a, b) => {
      for (const at of moments) {
        expect(isOn(unite(a, b), at)).toBe(isOn(a, at) || isOn(b, at));
        expect(isOn(intersect(a, b), at)).toBe(isOn(a, at) && isOn(b, at));
        expect(isOn(subtract(a, b), at)).toBe(isOn(a, at) && !isOn(b, at));
      }
      expect([unite(a, b), intersect(a, b), subtract(a, b)].every(isTidy)).toBe(true);
      expect(totalOf(a) + totalOf(b)).toBe(totalOf(unite(a, b)) + totalOf(intersect(a, b)));
    }),
  );
});

test('clipping keeps what lies within, and counting starts is counting', () => {
  fc.assert(
    fc.property(tidy, looseSpan, (spans, { from, to }) => {
      expect(clip(spans, from, to)).toEqual(to > from ? intersect(spans, [{ from, to }]) : []);
      expect(startedBefore(spans, from)).toBe(spans.filter((span) => span.from < from).length);
    }),
  );
});
