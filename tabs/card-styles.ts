/** The card on which a topic or an outcome stands. */
import { tokens } from '@fluentui/react-components';

export const cardStyles = {
  card: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    boxShadow: tokens.shadow2,
  },
  settled: { backgroundColor: 'transparent', boxShadow: 'none' },
} as const;
