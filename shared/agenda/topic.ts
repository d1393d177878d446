/** A topic: one line of the agenda, with its notes. */
import { z } from 'zod';
import { UserId } from '../people/person.ts';
import { elements } from './element.ts';

/** Characters a person can type into a title; a title is a line, not a paragraph. */
export const titleLimit = 200;
/** Characters a person can type into the notes of one topic. */
export const notesLimit = 10_000;
/** Topics on one agenda: far more than an hour can hold, few enough for one recap. */
export const topicsLimit = 100;

/**
 * Two people typing at once can each stay within a limit and together pass it. What they
 * typed is kept, so the record takes twice the typing limit.
 */
const mergedLimit = (limit: number) => limit * 2;

/** How a topic stands when it is not the one being discussed. */
export const settledStates = ['open', 'done', 'parked'] as const;
export type SettledState = (typeof settledStates)[number];
export const topicStates = [...settledStates, 'discussing'] as const;

export const Topic = z.object({
  id: z.string().min(1).max(64),
  title: z.string().max(mergedLimit(titleLimit)),
  element: z.enum(elements),
  raisedBy: UserId,
  /** The number of the meeting it was first raised in. */
  raisedIn: z.int().min(1),
  plannedMinutes: z.int().min(1).max(480).nullable(),
  notes: z.string().max(mergedLimit(notesLimit)),
  state: z.enum(topicStates),
  /** The number of the meeting in which the pair last said to keep it, though it had waited long. */
  keptIn: z.int().min(1).optional(),
});
export type Topic = Readonly<z.infer<typeof Topic>>;

/** A topic without its texts: what stays as it is while somebody types. */
export type TopicFrame = Omit<Topic, 'title' | 'notes'>;

export function frameOf({ title: _title, notes: _notes, ...frame }: Topic): TopicFrame {
  return frame;
}

/** In how many meetings before this one the topic (or outcome) already stood: 0 when new. */
export function ageIn(meetingNumber: number, since: number): number {
  return Math.max(0, meetingNumber - since);
}
