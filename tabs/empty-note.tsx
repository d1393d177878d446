/** An empty list, said in a way that asks nothing of anybody. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  note: {
    display: 'block',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
    textWrap: 'balance',
  },
});

export function EmptyNote({ children }: { readonly children: ReactNode }) {
  return <Caption1 className={useStyles().note}>{children}</Caption1>;
}
