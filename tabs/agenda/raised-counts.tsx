/** How many topics each of the two raised. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({ counts: { color: tokens.colorNeutralForeground3 } });

export const RaisedCounts = memo(function RaisedCounts({
  mine,
  theirs,
  otherName,
}: {
  readonly mine: number;
  readonly theirs: number;
  readonly otherName: string;
}) {
  const styles = useStyles();
  const say = useSay();
  return (
    <Caption1 className={styles.counts}>
      {say('Raised: you {mine, number}, {name} {theirs, number}', {
        mine,
        name: otherName,
        theirs,
      })}
    </Caption1>
  );
});
