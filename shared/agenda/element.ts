/** The five elements that a healthy series of 1:1s keeps in balance. */
export const elements = ['progress', 'obstacles', 'feedback', 'development', 'wellbeing'] as const;
export type Element = (typeof elements)[number];
