/** The questions a nudge offers to the manager: they hand over the thinking, never a task. */
export type NudgeLean =
  /** The report has said little lately. */
  | 'hear-more'
  /** The manager has said next to nothing lately. */
  | 'give-more';

export const nudgeQuestions: Readonly<Record<NudgeLean, readonly string[]>> = {
  'hear-more': [
    'How do you see this yourself?',
    'What would success look like to you here?',
    'What options have you been turning over?',
    'What am I not seeing from where I sit?',
    'If it were entirely your call, what would you do?',
    'What matters most to you in this?',
    'What makes this harder than it looks?',
    'What have we not talked about yet that we should?',
  ],
  'give-more': [
    'What would you most like my view on?',
    'Where would my support make the biggest difference?',
    'What could I clear out of your way?',
    'Shall I say back what I have heard, so you can correct me?',
    'What do you need from me to take this further?',
  ],
};
