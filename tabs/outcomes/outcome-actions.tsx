/** How an outcome goes on: reached, dropped, or open again. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { Say } from '../../shared/language/say.ts';
import { isAlive, type Outcome, type OutcomeStatus } from '../../shared/outcomes/outcome.ts';
import { useSay } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { RoomEdits } from '../room/live-room.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import { lazyPart } from '../lazy-part.ts';

const OutcomeMenuItems = lazyPart(async () => ({
  default: (await import('./outcome-menu-items.tsx')).OutcomeMenuItems,
}));

const useStyles = makeStyles({
  actions: { flexGrow: 1, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  button: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontWeight: tokens.fontWeightRegular,
  },
  // A button without an edge, put where its text is in line with what stands above.
  first: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge} - 1px)` },
  menu: { marginLeft: 'auto' },
});

export function OutcomeActions({
  outcome,
  edits,
  remove,
}: {
  readonly outcome: Outcome;
  /** Undefined until the room can be edited. */
  readonly edits: RoomEdits | undefined;
  readonly remove: (outcomeId: string) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const actions = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusKept(actions, outcome.status);
  return (
    <div className={styles.actions} ref={actions}>
      {stepsFrom(outcome, say).map(({ text, to }) => (
        <Button
          key={to}
          className={mergeClasses(styles.button, to === 'open' && styles.first)}
          disabledFocusable={edits === undefined}
          size="small"
          appearance={to === 'reached' ? 'outline' : 'subtle'}
          onClick={() => {
            keepFocus();
            edits?.setStatus(outcome.id, to);
          }}
        >
          {text}
        </Button>
      ))}
      <MenuButton
        className={styles.menu}
        appearance="subtle"
        icon={<MoreHorizontal20Regular />}
        aria-label={say('More')}
        disabledFocusable={edits === undefined}
        title={say('More')}
        items={<OutcomeMenuItems onRemove={() => remove(outcome.id)} />}
      />
    </div>
  );
}

interface Step {
  readonly text: string;
  readonly to: OutcomeStatus;
}

function stepsFrom(outcome: Outcome, say: Say): readonly Step[] {
  return isAlive(outcome)
    ? [
        { text: say('Reached'), to: 'reached' },
        { text: say('Drop'), to: 'dropped' },
      ]
    : [{ text: say('Reopen'), to: 'open' }];
}
