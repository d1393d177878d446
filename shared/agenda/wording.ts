/** Whether a line reads as an outcome, and the question to ask quietly where it reads as a task. */
import { taskSign } from './wording-activity.ts';
import type { Clause } from './wording-line.ts';
import { clausesOf, isOtherLanguage } from './wording-line.ts';
import { outcomeSign, stateSign } from './wording-outcome.ts';
import { progressSign } from './wording-progress.ts';
import { statusSign } from './wording-status.ts';

export const readings = ['outcome', 'activity', 'status', 'unclear'] as const;
type Reading = (typeof readings)[number];

export interface Wording {
  readonly reads: Reading;
  /** One question that turns a task towards its result; null where there is nothing to ask. */
  readonly ask: string | null;
  /** Which words led to this, as a sentence for people. */
  readonly because: string;
}

const asks: Readonly<Record<Reading, string | null>> = {
  activity: 'What will be different when this is done?',
  status: 'What result is this moving towards?',
  outcome: null,
  unclear: null,
};

/**
 * Reads an English topic or outcome. To accuse an outcome is worse than to miss a task, so any
 * sign of a result silences the guard, and whatever no rule knows is `unclear`.
 */
export function readWording(text: string): Wording {
  if (isOtherLanguage(text)) return wording('unclear', 'It does not seem to be English.');
  const isQuestion = text.trim().endsWith('?');
  const clauses = clausesOf(text).map((clause, index) =>
    readClause(clause, { isQuestion, isTail: index > 0 }),
  );
  return (
    clauses.find(({ reads }) => reads === 'outcome') ??
    clauses.find(({ reads }) => reads !== 'unclear') ??
    wording('unclear', 'Nothing in it tells a task from a result.')
  );
}

function readClause(
  clause: Clause,
  { isQuestion, isTail }: { readonly isQuestion: boolean; readonly isTail: boolean },
): Wording {
  const status = statusSign(clause, isQuestion);
  if (status !== undefined) return wording('status', status);
  const outcome = outcomeSign(clause);
  if (outcome !== undefined) return wording(isQuestion ? 'unclear' : 'outcome', outcome);
  const task = taskSign(clause);
  if (task !== undefined) return wording('activity', task);
  if (isQuestion) return wording('unclear', 'It is a question.');
  const progress = progressSign(clause, isTail);
  if (progress !== undefined) return wording('status', progress);
  const result = stateSign(clause);
  if (result !== undefined) return wording('outcome', result);
  return wording('unclear', 'Nothing in it tells a task from a result.');
}

function wording(reads: Reading, because: string): Wording {
  return { reads, ask: asks[reads], because };
}
