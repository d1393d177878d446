/** What can be done with a topic now: discuss it, settle it, or open it again. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useRef } from 'react';
import type { TopicFrame } from '../../shared/agenda/topic.ts';
import type { RoomEdits } from '../room/live-room.ts';
import { useSay } from '../language/language-context.ts';
import { PressedButton } from '../pressed-button.tsx';
import { useFocusKept } from '../use-focus-kept.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  button: {
    minWidth: 'auto',
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  // A button without an edge, put where its text is in line with what stands above.
  first: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge} - 1px)` },
});

export const TopicActions = memo(function TopicActions({
  topic,
  edits,
}: {
  readonly topic: TopicFrame;
  /** Undefined until the room can be edited. */
  readonly edits: RoomEdits | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const actions = useRef<HTMLDivElement>(null);
  const isSettled = topic.state === 'done' || topic.state === 'parked';
  const keepFocus = useFocusKept(actions, isSettled ? 'settled' : 'open');

  if (isSettled)
    return (
      <div className={styles.actions} ref={actions}>
        <Button
          key="reopen"
          className={mergeClasses(styles.button, styles.first)}
          disabledFocusable={edits === undefined}
          size="small"
          appearance="subtle"
          onClick={() => {
            keepFocus();
            edits?.settle(topic.id, 'open');
          }}
        >
          {say('Reopen')}
        </Button>
      </div>
    );

  const isDiscussing = topic.state === 'discussing';
  return (
    <div className={styles.actions} ref={actions}>
      <PressedButton
        key="discuss"
        className={styles.button}
        disabledFocusable={edits === undefined}
        // Both may press it at once, so pressing it again changes nothing.
        isPressed={isDiscussing}
        onClick={() => edits?.discuss(topic.id)}
      >
        {say('Discuss now')}
      </PressedButton>
      {(['done', 'parked'] as const).map((state) => (
        <Button
          key={state}
          className={styles.button}
          disabledFocusable={edits === undefined}
          size="small"
          appearance={isDiscussing && state === 'done' ? 'primary' : 'subtle'}
          onClick={() => {
            keepFocus();
            edits?.settle(topic.id, state);
          }}
        >
          {state === 'done' ? say('Done') : say('Park')}
        </Button>
      ))}
    </div>
  );
});
