/** A line that says what was not done and what to do about it, seen and heard at once. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  failure: { color: tokens.colorStatusDangerForeground1 },
});

export function FailureLine({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Caption1 role="alert" block className={styles.failure}>
      {children}
    </Caption1>
  );
}
