/** A private note on the meeting as a whole, folded away until it is wanted. */
import { Button, makeStyles } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons';
import { memo, useId, useState } from 'react';
import { useSay } from '../language/language-context.ts';
import { LazyPrivateNote } from './lazy-private-note.tsx';
import type { PrivateNotebook } from './private-notebook.ts';
import { usePrivateNote } from './use-private-note.ts';

const useStyles = makeStyles({ fold: { alignSelf: 'start', minWidth: 'auto' } });

const meeting = { kind: 'meeting' } as const;

export const MeetingNote = memo(function MeetingNote({
  notebook,
}: {
  readonly notebook: PrivateNotebook;
}) {
  const styles = useStyles();
  const say = useSay();
  const noteId = useId();
  const { text } = usePrivateNote(notebook, meeting);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        className={styles.fold}
        size="small"
        appearance="subtle"
        icon={<LockClosed16Regular />}
        aria-expanded={isOpen}
        aria-controls={noteId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text.trim() === '' ? say('My private note') : say('My private note (written)')}
      </Button>
      <div id={noteId}>
        {isOpen && (
          <LazyPrivateNote
            notebook={notebook}
            about={meeting}
            label={say('Private note on this meeting')}
          />
        )}
      </div>
    </>
  );
});
