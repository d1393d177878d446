/** Microsoft To Do, by Graph, on behalf of the person. */
import { z } from 'zod';
import type { Graph, GraphAnswer } from '../graph/graph.ts';
import type { ToDo } from './to-do.ts';

const List = z.looseObject({ id: z.string(), wellknownListName: z.string().nullish() });
const Task = z.looseObject({
  id: z.string().min(1),
  linkedResources: z
    .array(z.looseObject({ externalId: z.string().nullish() }))
    .nullish()
    .transform((links) => links ?? []),
});

/** The name in the task's link, as To Do shows it. */
const applicationName = 'Evenhand';

export function microsoftToDo(graph: Graph, signIn: string): ToDo {
  const as = { kind: 'user', signIn } as const;

  /** The list called Tasks, which everybody has. */
  async function tasksPath(): Promise<GraphAnswer<string>> {
    const lists = await graph.readAll(as, '/me/todo/lists', List);
    if (lists.kind !== 'answered') return lists;
    const usual = lists.value.find(({ wellknownListName }) => wellknownListName === 'defaultList');
    return usual === undefined
      ? { kind: 'gone', code: 'no-list' }
      : { kind: 'answered', value: `/me/todo/lists/${encodeURIComponent(usual.id)}/tasks` };
  }

  return {
    async find(mark) {
      const path = await tasksPath();
      if (path.kind !== 'answered') return path;
      // Links are relations of a task: Graph promises them only where they are asked for.
      const tasks = await graph.readAll(as, `${path.value}?$expand=linkedResources`, Task);
      if (tasks.kind !== 'answered') return tasks;
      const found = tasks.value.find(({ linkedResources }) =>
        linkedResources.some(({ externalId }) => externalId === mark),
      );
      return { kind: 'answered', value: found?.id };
    },

    async add({ mark, title, notes, by, link }) {
      const path = await tasksPath();
      if (path.kind !== 'answered') return path;
      const task = {
        title,
        body: { content: notes, contentType: 'text' },
        // To Do shows the day alone; the time is not read.
        ...(by === null
          ? {}
          : { dueDateTime: { dateTime: `${by}T00:00:00.0000000`, timeZone: 'UTC' } }),
        linkedResources: [
          { webUrl: link.url, applicationName, displayName: link.name, externalId: mark },
        ],
      };
      const added = await graph.add(as, path.value, task, Task);
      return added.kind === 'answered' ? { kind: 'answered', value: added.value.id } : added;
    },
  };
}
