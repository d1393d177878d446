import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leans, proposeLean, type Lean } from '../../shared/agenda/rhythm.ts';

const history = (...past: Lean[]) =>
  past.map((lean, index) => ({ lean, meetingNumber: index + 1 }));

test('[A13] a first meeting is offered open, a series what it is used to', () => {
  expect(proposeLean([])).toEqual({ lean: 'open', because: 'A first meeting is best left open.' });
  expect(proposeLean(history('delivery', 'reflection', 'delivery', 'development'))).toEqual({
    lean: 'delivery',
    because: 'Most of your meetings lean to delivery.',
  });
});

test('[A13] after two alike, the direction that has waited longest is offered', () => {
  expect(proposeLean(history('reflection', 'delivery', 'delivery'))).toEqual({
    lean: 'development',
    because: 'The last 2 leaned to delivery; development has waited longest.',
  });
  expect(proposeLean(history('development', 'reflection', 'delivery', 'delivery')).lean).toBe(
    'development',
  );
  expect(proposeLean(history('open', 'open')).lean).toBe('delivery');
});

test('[A13] whoever always accepts never gets the same three times, and meets every direction', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...leans), { maxLength: 12 }), (start) => {
      const past = [...start];
      for (let meeting = 0; meeting < 12; meeting++) {
        const { lean } = proposeLean(history(...past));
        expect(past.length >= 2 && past.slice(-2).every((each) => each === lean)).toBe(false);
        past.push(lean);
      }
      if (start.length > 0) expect(new Set(past.slice(-12)).size).toBeGreaterThanOrEqual(3);
    }),
  );
});
