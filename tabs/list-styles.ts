/** A list of cards below each other. */
import { tokens } from '@fluentui/react-components';

export const listStyles = {
  list: {
    // An empty bullet, not none: without any, Safari no longer calls it a list.
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
} as const;
