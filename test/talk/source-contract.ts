/** What every source of talk promises, whatever it measures by. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf } from '../../shared/talk/balance.ts';
import type { Measured } from '../../shared/talk/source.ts';
import type { Span, Spans } from '../../shared/talk/span.ts';
import { intersect, subtract, totalOf } from '../../shared/talk/span.ts';
import { people } from './meeting.ts';

export interface Truth {
  readonly meetingMs: number;
  /** One after the other, never both: what a tap can say too. */
  readonly speech: readonly [Spans, Spans];
}

/** A few turns: too few for anything to be taken off. */
const truth: fc.Arbitrary<Truth> = fc
  .array(
    fc.record({
      speaker: fc.constantFrom(0, 1),
      pause: fc.integer({ min: 1, max: 5_000 }),
      length: fc.integer({ min: 1, max: 20_000 }),
    }),
    { maxLength: 14 },
  )
  .map((turns) => {
    const speech: [Span[], Span[]] = [[], []];
    let at = 0;
    for (const { speaker, pause, length } of turns) {
      speech[speaker]!.push({ from: at + pause, to: at + pause + length });
      at += pause + length;
    }
    return { speech, meetingMs: at };
  });

export function keepsTheContract(name: string, measure: (truth: Truth) => Measured): void {
  test(`${name}: the stretches are the truth, within what was measured`, () => {
    fc.assert(
      fc.property(truth, (truth) => {
        const { measured, speech, meetingMs } = measure(truth);
        expect(speech).toEqual(truth.speech);
        expect(meetingMs).toBe(truth.meetingMs);
        for (const spans of speech) expect(intersect(spans, measured)).toEqual(spans);
        expect(subtract(measured, [{ from: 0, to: meetingMs }])).toEqual([]);
        for (const [index, { from, to }] of measured.entries()) {
          expect(from).toBeLessThan(to);
          if (index > 0) expect(measured[index - 1]!.to).toBeLessThan(from);
        }
      }),
    );
  });

  test(`${name}: counted like every other source`, () => {
    fc.assert(
      fc.property(truth, (truth) => {
        const source = measure(truth);
        const { people: shown, overlapMs } = balanceOf(source);
        expect(source.people).toEqual(people);
        expect(shown.map(({ id, talkMs }) => [id, talkMs])).toEqual([
          ['ana', totalOf(truth.speech[0])],
          ['ben', totalOf(truth.speech[1])],
        ]);
        expect(overlapMs).toBe(0);
      }),
    );
  });
}
