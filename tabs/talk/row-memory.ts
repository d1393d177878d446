/** What this window remembers of its row, so that a panel which is loaded again can finish the old one. */
import { z } from 'zod';
import { forget, recall, remember } from '../window-memory.ts';

/** A life as it stood at its last moment, whether or not the room was told. */
const LastMoment = z.object({
  meetingId: z.string(),
  id: z.string(),
  panel: z.string(),
  user: z.string(),
  openedAt: z.number(),
  seenAt: z.number(),
  /** Since when it heard somebody. */
  hearingSince: z.number().nullable(),
  /** Stretches that had ended and were not written yet. */
  unwritten: z.array(z.object({ from: z.number(), to: z.number() })),
});
export type LastMoment = Readonly<z.infer<typeof LastMoment>>;

const keyOf = (user: string) => `evenhand.row.${user}`;

export function rememberRow(moment: LastMoment): void {
  remember(keyOf(moment.user), JSON.stringify(moment));
}

export function forgetRow(user: string): void {
  forget(keyOf(user));
}

export function rememberedRow(user: string, meetingId: string): LastMoment | undefined {
  const kept = recall(keyOf(user));
  if (kept === undefined) return undefined;
  const moment = LastMoment.safeParse(JSON.parse(kept));
  return moment.success && moment.data.meetingId === meetingId ? moment.data : undefined;
}
