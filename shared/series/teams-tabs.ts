/** The names under which Teams knows the app's tabs: those of its manifest, and of links into them. */
export const teamsTabs = {
  /** In a meeting and its chat: the panel of one 1:1. */
  oneOnOne: 'one-on-one',
  /** A person's own: all of their 1:1s. */
  mySeries: 'my-one-on-ones',
} as const;
