/** What a room holds, as plain values: the form in which it is recorded, seeded and shown. */
import { z } from 'zod';
import { Topic, topicsLimit } from '../agenda/topic.ts';
import { Outcome, outcomesLimit } from '../outcomes/outcome.ts';

export const RoomState = z.object({
  meetingNumber: z.int().min(1),
  topics: z.array(Topic).max(topicsLimit * 2),
  outcomes: z.array(Outcome).max(outcomesLimit * 2),
});
export type RoomState = Readonly<z.infer<typeof RoomState>>;

export function emptyRoom(meetingNumber: number): RoomState {
  return { meetingNumber, topics: [], outcomes: [] };
}
