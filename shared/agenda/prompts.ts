/** Which ownership question stands beside a topic, and which comes next. */
import type { Say } from '../language/say.ts';
import type { Role } from '../people/person.ts';
import { carriedPrompts, closingPrompts, promptBank, type Prompt } from './prompts-bank.ts';
import type { Lean } from './rhythm.ts';
import type { Topic } from './topic.ts';
import { ageIn } from './topic.ts';

/** A question is one line or two of a panel that is 300 pixels wide. */
export const promptLimit = 110;

/** Carried this often, a topic is asked about itself before it is asked about its matter. */
const carriesBeforeAsking = 2;

export interface PromptSituation {
  readonly topic: Pick<Topic, 'id' | 'element' | 'state' | 'raisedIn'>;
  /** Whose panel it is on. */
  readonly role: Role;
  readonly meetingNumber: number;
  readonly lean: Lean;
  readonly say: Say;
}

/** Every question that fits, the best fitting first; never empty. */
export function promptsFor({
  topic,
  role,
  meetingNumber,
  lean,
  say,
}: PromptSituation): readonly string[] {
  if (topic.state === 'done') return closingPrompts(say).map(({ ask }) => ask);
  const moment = topic.state === 'discussing' ? 'deeper' : 'begin';
  const hasWaited =
    topic.state === 'parked' || ageIn(meetingNumber, topic.raisedIn) >= carriesBeforeAsking;
  const fitting = promptBank(say)[topic.element].filter(
    ({ side, when }) => (side ?? role) === role && (when ?? moment) === moment,
  );
  const start = numberFrom(topic.id) + meetingNumber;
  return [
    ...(hasWaited ? turned(carriedPrompts(say), start) : []),
    ...turned(
      fitting.filter((prompt) => prompt.lean === lean),
      start,
    ),
    ...turned(
      fitting.filter((prompt) => prompt.lean !== lean),
      start,
    ),
  ].map(({ ask }) => ask);
}

/** The question after `turn` taps on "another question": all are seen before one comes again. */
export function promptFor(situation: PromptSituation, turn = 0): string {
  const prompts = promptsFor(situation);
  return prompts[((turn % prompts.length) + prompts.length) % prompts.length] ?? '';
}

/** The question that follows `current`; the first one where `current` no longer fits. */
export function nextPrompt(situation: PromptSituation, current: string): string {
  return promptFor(situation, promptsFor(situation).indexOf(current) + 1);
}

/** Two topics of one element should not open with the same question. */
function turned(prompts: readonly Prompt[], start: number): readonly Prompt[] {
  const at = prompts.length === 0 ? 0 : start % prompts.length;
  return [...prompts.slice(at), ...prompts.slice(0, at)];
}

function numberFrom(id: string): number {
  return Array.from(id).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    0,
  );
}
