/** How owner and day stand beside each other, and below each other where it is narrow. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useCommitmentStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(6.25rem, 100%), 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3 },
});
