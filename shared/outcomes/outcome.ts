/** An outcome: what the pair agreed to reach. */
import { z } from 'zod';
import { UserId } from '../people/person.ts';
import { ProgressNote, progressNotesLimit } from './progress.ts';

/** Characters a person can type into each text of an outcome. */
export const resultLimit = 300;
export const outcomesLimit = 100;

/** Of these an outcome goes on; `changed`: the two have agreed on it anew since. */
export const aliveStatuses = ['open', 'changed'] as const;
export const outcomeStatuses = [...aliveStatuses, 'reached', 'dropped'] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

/** A calendar day, `YYYY-MM-DD`: a due date has no time and no zone. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** One of the two, or both of them. */
export const bothOwn = 'both';
export const Owner = z.union([z.literal(bothOwn), UserId]);

export const Outcome = z.object({
  id: z.string().min(1).max(64),
  /** Twice the typing limit: see the limits of a topic. */
  result: z.string().max(resultLimit * 2),
  owner: Owner,
  by: Day.nullable(),
  success: z.string().max(resultLimit * 2),
  support: z.string().max(resultLimit * 2),
  status: z.enum(outcomeStatuses),
  /** The number of the meeting it was agreed in. */
  agreedIn: z.int().min(1),
  /** The number of the meeting in which the pair last said to keep or change it. */
  keptIn: z.int().min(1).optional(),
  /** How it is getting on, the oldest note first; absent while there is none. */
  progress: z
    .array(ProgressNote)
    .max(progressNotesLimit * 2)
    .optional(),
});
export type Outcome = Readonly<z.infer<typeof Outcome>>;

/** Whether it is still to be reached. */
export function isAlive({ status }: Pick<Outcome, 'status'>): boolean {
  return status === 'open' || status === 'changed';
}
