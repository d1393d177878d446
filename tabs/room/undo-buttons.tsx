/** Takes back one's own last edit, and brings it back. */
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowRedo20Regular, ArrowUndo20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom } from './live-room.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', flexShrink: 0 } });

export const UndoButtons = memo(function UndoButtons({
  edits,
  canUndo,
  canRedo,
}: Pick<LiveRoom, 'edits' | 'canUndo' | 'canRedo'>) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.buttons}>
      <Button
        aria-label={say('Undo')}
        title={say('Undo')}
        appearance="subtle"
        size="small"
        icon={<ArrowUndo20Regular />}
        disabledFocusable={edits === undefined || !canUndo}
        onClick={() => edits?.undo()}
      />
      <Button
        aria-label={say('Redo')}
        title={say('Redo')}
        appearance="subtle"
        size="small"
        icon={<ArrowRedo20Regular />}
        disabledFocusable={edits === undefined || !canRedo}
        onClick={() => edits?.redo()}
      />
    </div>
  );
});
