/** What somebody has said about whose 1:1 this is, and the one thing to do about it. */
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { cardStyles } from '../card-styles.ts';

const useStyles = makeStyles({
  card: {
    ...cardStyles.card,
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalS,
  },
  line: { margin: 0, overflowWrap: 'anywhere' },
});

export function SaidOfPair({
  text,
  action,
  isPrimary = false,
  onPress,
}: {
  readonly text: string;
  readonly action: string;
  readonly isPrimary?: boolean;
  readonly onPress: () => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.card}>
      <Body1 as="p" className={styles.line}>
        {text}
      </Body1>
      <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={onPress}>
        {action}
      </Button>
    </div>
  );
}
