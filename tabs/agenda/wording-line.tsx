/** A quiet question under a line that reads as a task or a status; silent about everything else. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular, QuestionCircle16Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { readWording } from '../../shared/agenda/wording.ts';
import { useSay } from '../language/language-context.ts';
import { useSettled } from '../use-settled.ts';

/** A pause in which a line can be taken for written. */
const pauseMs = 500;

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  icon: { display: 'flex' },
  off: { minWidth: '24px', padding: 0 },
});

export function WordingLine({
  text,
  onStop,
}: {
  readonly text: string;
  /** The person wants no such questions. */
  readonly onStop: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const settled = useSettled(text, pauseMs);
  const { ask, because } = useMemo(() => readWording(settled), [settled]);
  if (ask === null) return null;
  return (
    <div className={styles.line} role="note" title={because}>
      <span className={styles.icon} aria-hidden>
        <QuestionCircle16Regular />
      </span>
      <Caption1>{ask}</Caption1>
      <Button
        className={styles.off}
        appearance="subtle"
        size="small"
        icon={<Dismiss12Regular />}
        aria-label={say('Ask no wording questions')}
        title={say('Ask no wording questions')}
        onClick={onStop}
      />
    </div>
  );
}
