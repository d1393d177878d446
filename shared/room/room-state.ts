/** What a room holds, as plain values: the form in which it is recorded, seeded and shown. */
import { z } from 'zod';
import { Call, callsLimit } from '../agenda/call.ts';
import { Lean } from '../agenda/rhythm.ts';
import { Topic, topicsLimit } from '../agenda/topic.ts';
import { Outcome, outcomesLimit } from '../outcomes/outcome.ts';

/** Each suggestion names its topic, outcome or element: there cannot be many more of them. */
export const dismissedLimit = 500;

export const RoomState = z.object({
  meetingNumber: z.int().min(1),
  topics: z.array(Topic).max(topicsLimit * 2),
  outcomes: z.array(Outcome).max(outcomesLimit * 2),
  /** What the pair lets this meeting lean to; absent until one of them says. */
  lean: Lean.optional(),
  /** The suggestions that one of the two sent away for this meeting. */
  dismissed: z.array(z.string().max(64)).max(dismissedLimit).optional(),
  calls: z.array(Call).max(callsLimit).optional(),
});
export type RoomState = Readonly<z.infer<typeof RoomState>>;

export function emptyRoom(meetingNumber: number): RoomState {
  return { meetingNumber, topics: [], outcomes: [] };
}
