/** The nudge: now and then, on the manager's panel only, a question that gives the floor back. */
import type { Role } from '../people/person.ts';
import { balanceOf } from './balance.ts';
import type { Band } from './band.ts';
import type { Nudge } from './nudge-questions.ts';
import type { Measured } from './source.ts';
import type { Span, Spans } from './span.ts';
import { totalOf } from './span.ts';

/** Measured time that a nudge looks back on. */
const lookBackMs = 600_000;
/** One nudge at most in this time of the meeting. */
const restMs = 600_000;
/** How far outside the band is clear; more, where the measure itself is less sure. */
const clearlyOutside = 0.05;
/** Less talk than this in the time looked back on divides by chance. */
const leastTalkMs = 120_000;

export interface NudgeQuestion {
  /** Whose panel this is. */
  readonly viewer: Role;
  readonly isOn: boolean;
  readonly band: Band;
  /** When the nudges of this meeting were given, in milliseconds from its start. */
  readonly given: readonly number[];
  readonly now: number;
}

export function decideNudge(source: Measured, asked: NudgeQuestion): Nudge | null {
  const { viewer, isOn, band, given, now } = asked;
  if (viewer !== 'manager' || !isOn) return null;
  if (given.some((at) => now - at < restMs)) return null;
  const lately = lastOf(source.measured, lookBackMs);
  if (totalOf(lately) < lookBackMs) return null;
  const report = source.people.findIndex(({ role }) => role === 'report');
  const { people } = balanceOf(source, lately);
  const share = people[report]?.share ?? null;
  if (share === null || people[0].talkMs + people[1].talkMs < leastTalkMs) return null;
  const clear = Math.max(clearlyOutside, source.margin ?? 0);
  if (share < band.low - clear) return { lean: 'hear-more', turn: given.length };
  if (share > band.high + clear) return { lean: 'give-more', turn: given.length };
  return null;
}

/** The end of the list that comes to `ms` together, or all of it. */
export function lastOf(spans: Spans, ms: number): Spans {
  const last: Span[] = [];
  let left = ms;
  for (const span of spans.toReversed()) {
    if (left <= 0) break;
    const from = Math.max(span.from, span.to - left);
    last.unshift({ from, to: span.to });
    left -= span.to - from;
  }
  return last;
}
