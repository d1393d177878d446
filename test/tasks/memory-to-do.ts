/** A To Do in memory that keeps the same contract as Microsoft's. */
import type { GraphTrouble } from '../../bot/graph/graph.ts';
import type { NewTask, ToDo } from '../../bot/tasks/to-do.ts';

export interface MemoryToDo extends ToDo {
  readonly tasks: NewTask[];
  /** What the next requests are answered instead; `after` the task was added all the same. */
  readonly troubles: (GraphTrouble & { readonly after?: true })[];
}

export function memoryToDo(): MemoryToDo {
  const tasks: NewTask[] = [];
  const troubles: MemoryToDo['troubles'] = [];
  return {
    tasks,
    troubles,
    async find(mark) {
      const trouble = troubles.shift();
      if (trouble !== undefined) return trouble;
      const index = tasks.findIndex((task) => task.mark === mark);
      return { kind: 'answered', value: index < 0 ? undefined : `task ${index}` };
    },
    async add(task) {
      // Microsoft takes a while: whoever else wants to add has the time to.
      await new Promise((resolve) => setImmediate(resolve));
      const { after, ...trouble } = troubles.shift() ?? { kind: undefined };
      if (trouble.kind !== undefined && after === undefined) return trouble;
      const id = `task ${tasks.push(task) - 1}`;
      return trouble.kind === undefined ? { kind: 'answered', value: id } : trouble;
    },
  };
}
