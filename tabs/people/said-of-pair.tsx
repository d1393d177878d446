/** What somebody has said about whose 1:1 this is, and the one thing to do about it. */
import { Body1, Button, Card, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  card: {
    rowGap: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  line: { margin: 0, overflowWrap: 'anywhere' },
  action: { justifySelf: 'start', alignSelf: 'start' },
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
    <Card className={styles.card}>
      <Body1 as="p" className={styles.line}>
        {text}
      </Body1>
      <Button
        className={styles.action}
        appearance={isPrimary ? 'primary' : 'secondary'}
        onClick={onPress}
      >
        {action}
      </Button>
    </Card>
  );
}
