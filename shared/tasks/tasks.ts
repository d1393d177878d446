/** Outcomes in people's own Microsoft To Do: what the panel asks of it, and is answered. */
import { z } from 'zod';

export const OutcomeTask = z.object({
  outcomeId: z.string(),
  /** Opens the task in Microsoft To Do. */
  link: z.url(),
});
export type OutcomeTask = Readonly<z.infer<typeof OutcomeTask>>;

/** `GET /api/series/:seriesId/tasks`: of the person who asks, and of nobody else. */
export const TasksAnswer = z.object({
  /** False where Microsoft Graph is not set up. */
  isOffered: z.boolean(),
  /** Off until they switch it on for themselves. */
  isWanted: z.boolean(),
  tasks: z.array(OutcomeTask),
});
export type TasksAnswer = Readonly<z.infer<typeof TasksAnswer>>;

/** `PUT /api/series/:seriesId/tasks`: one's own yes or no; for all one's 1:1s. */
export const TasksRequest = z.object({ isWanted: z.boolean() });
