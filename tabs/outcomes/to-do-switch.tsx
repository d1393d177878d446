/** Says that one's outcomes may go into one's To Do, and takes that back. */
import { Caption1, Link, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useSay } from '../language/language-context.ts';
import type { ToDoDesk } from './use-to-do.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  off: { fontSize: 'inherit', lineHeight: 'inherit' },
});

export function ToDoSwitch({
  desk,
  onSwitchedOff,
}: {
  readonly desk: ToDoDesk;
  /** The switch goes with the focus on it. */
  readonly onSwitchedOff: () => void;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const say = useSay();

  async function switchOff(): Promise<void> {
    const problem = await desk.choose(false);
    announce(problem ?? say('No more outcomes go into your To Do. Those that are there stay.'), {
      alert: problem !== undefined,
    });
    if (problem === undefined) onSwitchedOff();
  }

  return (
    <Caption1 className={styles.quiet}>
      {say('You can add your outcomes to your Microsoft To Do.')}{' '}
      <Link as="button" className={styles.off} onClick={() => void switchOff()}>
        {say('Switch off')}
      </Link>
    </Caption1>
  );
}
