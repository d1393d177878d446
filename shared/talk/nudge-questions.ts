/** The questions a nudge offers to the manager: they hand over the thinking, never a task. */
import type { Say } from '../language/say.ts';

export type NudgeLean =
  /** The report has said little lately. */
  | 'hear-more'
  /** The manager has said next to nothing lately. */
  | 'give-more';

export interface Nudge {
  readonly lean: NudgeLean;
  /** How many of the meeting's nudges came before: which of the questions it is. */
  readonly turn: number;
}

/** What the manager could ask; the bank begins anew when it has been asked through. */
export function questionOf(say: Say, { lean, turn }: Nudge): string | undefined {
  const bank = nudgeQuestions(say)[lean];
  return bank[turn % bank.length];
}

export const nudgeQuestions = (say: Say): Readonly<Record<NudgeLean, readonly string[]>> => ({
  'hear-more': [
    say('How do you see this yourself?'),
    say('What would success look like to you here?'),
    say('What options have you been turning over?'),
    say('What am I not seeing from where I sit?'),
    say('If it were entirely your call, what would you do?'),
    say('What matters most to you in this?'),
    say('What makes this harder than it looks?'),
    say('What have we not talked about yet that we should?'),
  ],
  'give-more': [
    say('What would you most like my view on?'),
    say('Where would my support make the biggest difference?'),
    say('What could I clear out of your way?'),
    say('Shall I say back what I have heard, so you can correct me?'),
    say('What do you need from me to take this further?'),
  ],
});
