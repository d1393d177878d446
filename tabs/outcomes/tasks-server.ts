/** What the outcomes ask of the server about the person's own Microsoft To Do. */
import type { OutcomeTask, TasksAnswer } from '../../shared/tasks/tasks.ts';
import type { Asked } from '../room/server.ts';

/** Bound to one series. */
export interface TasksServer {
  own(): Promise<Asked<TasksAnswer>>;
  choose(isWanted: boolean): Promise<Asked<TasksAnswer>>;
  put(outcomeId: string): Promise<Asked<OutcomeTask>>;
}
