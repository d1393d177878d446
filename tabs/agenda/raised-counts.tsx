/** How many topics each of the two raised. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ counts: { color: tokens.colorNeutralForeground3 } });

export function RaisedCounts({
  mine,
  theirs,
  otherName,
}: {
  readonly mine: number;
  readonly theirs: number;
  readonly otherName: string;
}) {
  const styles = useStyles();
  return (
    <Caption1 className={styles.counts}>
      Raised: you {mine}, {otherName} {theirs}
    </Caption1>
  );
}
