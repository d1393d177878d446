/** The five elements that a healthy series of 1:1s keeps in balance. */
export const elements = ['progress', 'obstacles', 'feedback', 'development', 'wellbeing'] as const;
export type Element = (typeof elements)[number];

/** In English, for what does not speak the reader's language yet. */
export const elementNames: Readonly<Record<Element, string>> = {
  progress: 'Progress & priorities',
  obstacles: 'Obstacles & risks',
  feedback: 'Feedback',
  development: 'Development',
  wellbeing: 'Wellbeing & workload',
};
