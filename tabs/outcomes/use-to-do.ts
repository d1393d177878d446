/** The person's own Microsoft To Do: whether outcomes may go there, which are there, and the way to it. */
import { useCallback, useMemo } from 'react';
import type { Say } from '../../shared/language/say.ts';
import type { TasksAnswer } from '../../shared/tasks/tasks.ts';
import { useSay } from '../language/language-context.ts';
import type { Asked } from '../room/server.ts';
import { useAsked } from '../use-asked.ts';
import type { TasksServer } from './tasks-server.ts';

export interface ToDoDesk {
  /** Off until the person switches it on. */
  readonly isWanted: boolean;
  linkOf(outcomeId: string): string | undefined;
  /** Both answer a sentence when it was not done. */
  choose(isWanted: boolean): Promise<string | undefined>;
  put(outcomeId: string): Promise<string | undefined>;
}

/** Undefined where there is none to be had, or it is not known yet. */
export function useToDo(server: TasksServer): ToDoDesk | undefined {
  const say = useSay();
  const ask = useCallback(() => server.own(), [server]);
  const [asked, setAsked] = useAsked<TasksAnswer>(ask);
  const known = asked?.kind === 'answered' ? asked.value : undefined;
  return useMemo((): ToDoDesk | undefined => {
    if (known === undefined || !known.isOffered) return undefined;
    return {
      isWanted: known.isWanted,
      linkOf: (outcomeId) => known.tasks.find((task) => task.outcomeId === outcomeId)?.link,
      async choose(isWanted) {
        const answer = await server.choose(isWanted);
        if (answer.kind === 'answered') setAsked(answer);
        return problemIn(say, answer);
      },
      async put(outcomeId) {
        const answer = await server.put(outcomeId);
        // Also where no answer came: it may be there all the same.
        if (answer.kind !== 'refused') setAsked(await server.own());
        return problemIn(say, answer);
      },
    };
  }, [known, say, server, setAsked]);
}

function problemIn(say: Say, answer: Asked<unknown>): string | undefined {
  switch (answer.kind) {
    case 'answered':
      return undefined;
    case 'refused':
      return answer.refusal.message;
    case 'unreachable':
    case 'other-version':
      return say('No answer came. Try again in a moment; it will not be there twice.');
  }
}
