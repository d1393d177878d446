/** What this window remembers of a panel that went away before all of it was kept, so that the next can finish it. */
import { z } from 'zod';
import { Checkpoint } from '../../shared/room/contract.ts';
import { narrowed, OwnChange } from '../../shared/room/own-change.ts';
import { forget, recall, remember } from '../window-memory.ts';

const LeftBehind = z.object({
  meetingId: z.string(),
  roomId: z.string(),
  /** What the relay had taken and the record may not have. */
  held: Checkpoint.optional(),
  /** What this person changed: all that the record may not have, and of it what the relay may not. */
  notRecorded: z.array(OwnChange),
  notSent: z.array(OwnChange),
});
export type LeftBehind = Readonly<z.infer<typeof LeftBehind>>;

/** Whose panel, and in which chat: two may be open in one window of the stand-in for Teams. */
export interface LeftBy {
  readonly chatId: string;
  readonly user: string;
}

const keyOf = ({ chatId, user }: LeftBy) => `evenhand.left.${user}.${chatId}`;

/** Kept for as long as the window lives, or until it is forgotten. */
export function rememberLeft(by: LeftBy, left: LeftBehind): void {
  const small = {
    ...left,
    notRecorded: left.notRecorded.map(narrowed),
    notSent: left.notSent.map(narrowed),
  };
  remember(keyOf(by), JSON.stringify(small));
}

export function forgetLeft(by: LeftBy): void {
  forget(keyOf(by));
}

/** What another version of the panel left in another form is passed over. */
export function rememberedLeft(by: LeftBy): LeftBehind | undefined {
  const kept = recall(keyOf(by));
  if (kept === undefined) return undefined;
  const read = LeftBehind.safeParse(JSON.parse(kept));
  return read.success ? read.data : undefined;
}
