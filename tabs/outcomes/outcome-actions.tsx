/** How an outcome goes on: reached, dropped, or open again. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { Outcome, OutcomeStatus } from '../../shared/outcomes/outcome.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { RoomEdits } from '../room/live-room.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import { lazyPart } from '../lazy-part.ts';

const OutcomeMenuItems = lazyPart(async () => ({
  default: (await import('./outcome-menu-items.tsx')).OutcomeMenuItems,
}));

/** From each status, the ways on. */
const steps: Readonly<
  Record<OutcomeStatus, readonly { readonly text: string; readonly to: OutcomeStatus }[]>
> = {
  open: [
    { text: 'Reached', to: 'reached' },
    { text: 'Drop', to: 'dropped' },
  ],
  changed: [
    { text: 'Reached', to: 'reached' },
    { text: 'Drop', to: 'dropped' },
  ],
  reached: [{ text: 'Reopen', to: 'open' }],
  dropped: [{ text: 'Reopen', to: 'open' }],
};

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
  const actions = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusKept(actions, outcome.status);
  return (
    <div className={styles.actions} ref={actions}>
      {steps[outcome.status].map(({ text, to }) => (
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
        aria-label="More"
        disabledFocusable={edits === undefined}
        title="More"
        items={<OutcomeMenuItems onRemove={() => remove(outcome.id)} />}
      />
    </div>
  );
}
