/** A list of cards below each other. */
import { tokens } from '@fluentui/react-components';

export const listStyles = {
  list: {
    // An empty bullet, not none: without any, Safari no longer calls it a list.
    listStyleType: '""',
    margin: 0,
    padding: 0,
    // Not a grid: it would measure every card again with each letter in one of them.
    '& > li + li': { marginTop: tokens.spacingVerticalS },
  },
} as const;
