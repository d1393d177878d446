/** The lean of a meeting, and how a series varies it gently. */
import { z } from 'zod';
import type { Say } from '../language/say.ts';
import type { Element } from './element.ts';

export const leans = ['delivery', 'reflection', 'development', 'open'] as const;
export const Lean = z.enum(leans);
export type Lean = z.infer<typeof Lean>;

export function leanNames(say: Say): Readonly<Record<Lean, string>> {
  return {
    delivery: say('Delivery'),
    reflection: say('Reflection'),
    development: say('Development'),
    open: say('Open'),
  };
}

/**
 * How much more (above 1) or less a meeting of that lean asks for an element. Nothing is zero:
 * an element that has been left out for long comes up in any meeting.
 */
export const leanWeights: Readonly<Record<Lean, Readonly<Record<Element, number>>>> = {
  delivery: { progress: 1.5, obstacles: 1.5, feedback: 0.8, development: 0.8, wellbeing: 0.9 },
  reflection: { progress: 0.8, obstacles: 0.9, feedback: 1.5, development: 1, wellbeing: 1.5 },
  development: { progress: 0.8, obstacles: 0.8, feedback: 1.2, development: 2, wellbeing: 1 },
  open: { progress: 1, obstacles: 1, feedback: 1, development: 1, wellbeing: 1 },
};

export interface PastLean {
  readonly meetingNumber: number;
  readonly lean: Lean;
}

export interface LeanProposal {
  readonly lean: Lean;
  readonly because: string;
}

/** Meetings that show what a pair is used to: about a quarter of weekly ones. */
const habitLength = 12;
/** After this many alike in a row it is time for something else. */
const alikeInARow = 2;
/** "Open" is a choice, not a change of direction, so variety never proposes it. */
const directions = ['delivery', 'reflection', 'development'] as const;

/**
 * The lean to offer for the next meeting: what the pair is used to, and after two alike in a
 * row the direction that they have gone longest without. Only ever an offer.
 */
export function proposeLean(say: Say, history: readonly PastLean[]): LeanProposal {
  const past = history.toSorted((a, b) => b.meetingNumber - a.meetingNumber);
  const [latest] = past;
  if (latest === undefined)
    return { lean: 'open', because: say('A first meeting is best left open.') };

  const recent = past.slice(0, alikeInARow);
  if (recent.length === alikeInARow && recent.every(({ lean }) => lean === latest.lean)) {
    const others = directions.filter((each) => each !== latest.lean);
    const lean = longestAgo(others, past);
    return {
      lean,
      because: say('The last {count, number} leaned to {latest}; {other} has waited longest.', {
        count: alikeInARow,
        latest: leanNames(say)[latest.lean],
        other: leanNames(say)[lean],
      }),
    };
  }
  const lean = mostFrequent(past.slice(0, habitLength));
  return {
    lean,
    because: say('Most of your meetings lean to {lean}.', { lean: leanNames(say)[lean] }),
  };
}

function longestAgo(choices: readonly Lean[], past: readonly PastLean[]): Lean {
  const agoOf = (lean: Lean) => {
    const at = past.findIndex((each) => each.lean === lean);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return choices.reduce((best, lean) => (agoOf(lean) > agoOf(best) ? lean : best));
}

/** The latest decides between equals. */
function mostFrequent(past: readonly PastLean[]): Lean {
  const timesOf = (lean: Lean) => past.filter((each) => each.lean === lean).length;
  return past
    .map(({ lean }) => lean)
    .reduce((best, lean) => (timesOf(lean) > timesOf(best) ? lean : best));
}
