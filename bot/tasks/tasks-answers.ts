/** What a person may ask of their To Do: which outcomes are there, and their own yes or no to it. */
import { TasksRequest, type TasksAnswer } from '../../shared/tasks/tasks.ts';
import type { Answer } from '../api.ts';
import type { Caller } from '../people/caller.ts';
import { ownSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';

export const ownTasks: Answer = async (world, asked) => {
  const { id } = await ownSeries(world, asked);
  return tasksOf(world, asked.caller, id);
};

/** What is there already stays there: it is theirs. */
export const chooseTasks: Answer = async (world, asked) => {
  const { isWanted } = TasksRequest.parse(asked.body);
  const { id } = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  await world.record(tenantId).prefer(userId, { to_do: isWanted });
  return tasksOf(world, asked.caller, id);
};

async function tasksOf(world: World, caller: Caller, seriesId: string): Promise<TasksAnswer> {
  const { tenantId, userId } = caller;
  const record = world.record(tenantId);
  const tasks = await record.tasksOf(seriesId, userId);
  return {
    isOffered: world.toDo !== undefined,
    isWanted: (await record.person(userId)).toDo,
    tasks: tasks.map(({ outcomeId, taskId }) => ({ outcomeId, link: taskLink(taskId) })),
  };
}

/** Graph tells no address of a task; this is the one that To Do on the web goes by. */
export function taskLink(taskId: string): string {
  return `https://to-do.office.com/tasks/id/${encodeURIComponent(taskId)}/details`;
}
