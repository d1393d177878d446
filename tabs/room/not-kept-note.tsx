/** Says that the server keeps nothing at the moment, and that the two can go on. */
import { Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { DatabaseWarning20Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { display: 'flex', color: tokens.colorStatusWarningForeground3 },
});

export function NotKeptNote({ why }: { readonly why: string | undefined }) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const say = useSay();
  const text = why === undefined ? undefined : say('{why} Keep this panel open.', { why });
  useEffect(() => {
    if (text !== undefined) announce(text, { alert: true });
  }, [announce, text]);
  if (text === undefined) return null;
  return (
    <div className={styles.note}>
      <span className={styles.icon} aria-hidden>
        <DatabaseWarning20Regular />
      </span>
      <Caption1>{text}</Caption1>
    </div>
  );
}
