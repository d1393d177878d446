/** The log of what was called up: from it follows which topic was being discussed when. */
import { z } from 'zod';
import type { DiscussedSpan } from './time.ts';

/** One topic was called up, or none any more. */
export const Call = z.object({
  /** Null from when on no topic was being discussed. */
  topic: z.string().min(1).max(64).nullable(),
  /** Milliseconds on the server's clock. */
  at: z.number(),
});
export type Call = Readonly<z.infer<typeof Call>>;

/** Far more than an hour brings; a room that holds more is read up to here. */
export const callsLimit = 2_000;

/**
 * The spans in which a topic was the one being discussed, in order and without overlap. Two people
 * may call topics up at once: the later call ends the earlier, and the log's order decides a tie.
 * `endedAt` closes what was still running when the meeting ended.
 */
export function spansOf(calls: readonly Call[], endedAt?: number): readonly DiscussedSpan[] {
  const spans: DiscussedSpan[] = [];
  for (const { topic, at } of calls.toSorted((a, b) => a.at - b.at)) {
    const last = spans.at(-1);
    if (last?.to === null) {
      if (last.topic === topic) continue;
      spans[spans.length - 1] = { ...last, to: at };
    }
    if (topic !== null) spans.push({ topic, from: at, to: null });
  }
  return spans
    .map((span) => ({
      ...span,
      to: endedAt === undefined ? span.to : Math.min(span.to ?? endedAt, endedAt),
    }))
    .filter(({ from, to }) => to === null || to > from);
}
