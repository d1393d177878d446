import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../../shared/language/language.ts';
import { leans, proposeLean, type Lean } from '../../shared/agenda/rhythm.ts';

const history = (...past: Lean[]) =>
  past.map((lean, index) => ({ lean, meetingNumber: index + 1 }));

test('[A13] a first meeting is offered open, a series what it is used to', () => {
  expect(proposeLean(english.say, [])).toEqual({
    lean: 'open',
    because: 'A first meeting is best left open.',
  });
  expect(
    proposeLean(english.say, history('delivery', 'reflection', 'delivery', 'development')),
  ).toEqual({
    lean: 'delivery',
    because: 'Most of your meetings lean to Delivery.',
  });
});

test('[A13] after two alike, the direction that has waited longest is offered', () => {
  expect(proposeLean(english.say, history('reflection', 'delivery', 'delivery'))).toEqual({
    lean: 'development',
    because: 'The last 2 leaned to Delivery; Development has waited longest.',
  });
  expect(
    proposeLean(english.say, history('development', 'reflection', 'delivery', 'delivery')).lean,
  ).toBe('development');
  expect(proposeLean(english.say, history('open', 'open')).lean).toBe('delivery');
});

test('[A13] whoever always accepts never gets the same three times, and meets every direction', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...leans), { maxLength: 12 }), (start) => {
      const past = [...start];
      for (let meeting = 0; meeting < 12; meeting++) {
        const { lean } = proposeLean(english.say, history(...past));
        expect(past.length >= 2 && past.slice(-2).every((each) => each === lean)).toBe(false);
        past.push(lean);
      }
      if (start.length > 0) expect(new Set(past.slice(-12)).size).toBeGreaterThanOrEqual(3);
    }),
  );
});
