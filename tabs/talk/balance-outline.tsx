/** The balance before anything is measured, as high as what comes to stand in its place. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { coverageWords } from '../../shared/talk/talk-words.ts';
import { TalkBar } from './talk-bar.tsx';

const useStyles = makeStyles({
  outline: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function BalanceOutline({ meetingMs }: { readonly meetingMs: number }) {
  const styles = useStyles();
  return (
    <div className={styles.outline}>
      <TalkBar share={null} />
      <Caption1>{`Nobody has been heard yet, measured ${coverageWords(0, meetingMs)}`}</Caption1>
      <Caption1 className={styles.quiet}>Starting.</Caption1>
    </div>
  );
}
