/** A scripted 1:1 of forty seconds: who says what, when. */
import type { PairKey } from '../contract.ts';
import type { Speakers } from './hearing.ts';

export interface Line {
  readonly by: PairKey;
  /** Milliseconds from the beginning. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Gaps of about 200 ms between turns, an overlap, a pause for thought: as people talk. */
export const script: readonly Line[] = [
  {
    by: 'ana',
    from: 300,
    to: 3_100,
    text: 'Good to see you, Ben. What should we spend our time on?',
  },
  {
    by: 'ben',
    from: 3_300,
    to: 9_400,
    text: 'The pricing page is live, and I would like to talk about what it has changed.',
  },
  { by: 'ana', from: 9_250, to: 10_600, text: 'Oh, congratulations! What do you see?' },
  {
    by: 'ben',
    from: 10_850,
    to: 18_300,
    text: 'Fewer people write to support. The one worry is the review: it waits for legal every time.',
  },
  { by: 'ana', from: 18_500, to: 20_900, text: 'What would success look like there?' },
  {
    by: 'ben',
    from: 22_300,
    to: 29_200,
    text: 'An answer within two days. I could agree a fixed slot with them, if you back it.',
  },
  { by: 'ana', from: 29_400, to: 32_000, text: 'I will. Shall we write that down as the outcome?' },
  {
    by: 'ben',
    from: 32_150,
    to: 35_400,
    text: 'Yes: answers within two days, by the end of the month.',
  },
  { by: 'ana', from: 35_600, to: 37_200, text: 'And how is your workload?' },
  { by: 'ben', from: 37_400, to: 39_700, text: 'Better. Fridays are quiet again.' },
];

export const scriptMs = 40_000;

export function linesAt(ms: number): readonly Line[] {
  return script.filter((line) => line.from <= ms && ms < line.to);
}

export function speakersAt(ms: number): Speakers {
  const lines = linesAt(ms);
  return { ana: lines.some(({ by }) => by === 'ana'), ben: lines.some(({ by }) => by === 'ben') };
}

/** Ben's true part of the talking so far, from 0 to 1: what a talk balance should find. */
export function trueShareOfBen(ms: number): number {
  const ben = spokenBy('ben', ms);
  const ana = spokenBy('ana', ms);
  return ana + ben === 0 ? 0 : ben / (ana + ben);
}

const spokenBy = (who: PairKey, ms: number): number =>
  script
    .filter(({ by }) => by === who)
    .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, ms) - from), 0);
