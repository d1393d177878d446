/** How long a 1:1 is kept: the usual, or less where the pair chose it. */
import { z } from 'zod';

export const outcomeMonths = [24, 12, 6, 3] as const;
export const talkMonths = [12, 6, 3, 1] as const;

/** In months: agendas, outcomes and recaps; and the totals of the talk. */
export const Retention = z.object({
  outcomeMonths: z.literal(outcomeMonths),
  talkMonths: z.literal(talkMonths),
});
export type Retention = Readonly<z.infer<typeof Retention>>;

export const usualRetention: Retention = { outcomeMonths: 24, talkMonths: 12 };

/** So long can the other see that less is to be kept, and change it back, before anything goes. */
export const noticeDays = 30;
const noticeMs = noticeDays * 24 * 3_600_000;

/** What the pair chose; `at` in milliseconds. */
export interface RetentionChoice {
  readonly retention: Retention;
  readonly at: number;
}

/** When a choice begins to count; null where it counts already, or is no less than the usual. */
export function countsFrom({ retention, at }: RetentionChoice, now: number): number | null {
  const isLess =
    retention.outcomeMonths < usualRetention.outcomeMonths ||
    retention.talkMonths < usualRetention.talkMonths;
  return isLess && at + noticeMs > now ? at + noticeMs : null;
}

/** What is older than this goes; in milliseconds. */
export interface KeptSince {
  readonly outcomes: number;
  readonly talk: number;
}

export function keptSince(choice: RetentionChoice | undefined, now: number): KeptSince {
  const chosen =
    choice === undefined || countsFrom(choice, now) !== null ? usualRetention : choice.retention;
  return {
    outcomes: monthsBefore(now, chosen.outcomeMonths),
    talk: monthsBefore(now, chosen.talkMonths),
  };
}

/** The same day and hour so many months ago; the month's last day where there is no such day. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months, 1);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, days));
  return date.getTime();
}
