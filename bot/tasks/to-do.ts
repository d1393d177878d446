/** Somebody's own list of things to do, as the story of putting an outcome there sees it. */
import type { Day } from '../../shared/outcomes/outcome.ts';
import type { GraphAnswer } from '../graph/graph.ts';

export interface NewTask {
  /** Stands for the outcome: by it the task is found again. */
  readonly mark: string;
  readonly title: string;
  readonly notes: string;
  readonly by: Day | null;
  /** The way back to the 1:1. */
  readonly link: { readonly url: string; readonly name: string };
}

export interface ToDo {
  /** The id of the task with this mark; undefined when there is none. */
  find(mark: string): Promise<GraphAnswer<string | undefined>>;
  /** Answers its id. Adding twice makes two: whoever is not sure looks first. */
  add(task: NewTask): Promise<GraphAnswer<string>>;
}

/** The list of the person whose sign-in to Teams this is. */
export type ToDoOf = (signIn: string) => ToDo;
