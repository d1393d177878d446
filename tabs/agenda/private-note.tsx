/** A note that only its author sees: on a topic, where it can be shared, or on the meeting. */
import {
  Button,
  Caption1,
  Textarea,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { LockClosed16Regular, Share16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import { notesLimit } from '../../shared/agenda/topic.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { RoomLeft } from '../text/room-left.tsx';
import type { Keeping, NoteAbout, PrivateNotebook } from './private-notebook.ts';
import { usePrivateNote } from './use-private-note.ts';

function keepingText(say: Say, keeping: Keeping): string {
  switch (keeping) {
    case 'loading':
      return say('Only you can see this. Loading…');
    case 'kept':
      return say('Only you can see this.');
    case 'keeping':
      return say('Only you can see this. Saving…');
    case 'not-reached':
      return say('Only you can see this. Not saved yet; it is tried again.');
  }
}

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
  who: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  lock: { display: 'flex', flexShrink: 0 },
});

export interface NoteShare {
  /** The notes that both can read. */
  readonly into: string;
  add(text: string): void;
}

export function PrivateNote({
  notebook,
  about,
  label,
  share,
}: {
  readonly notebook: PrivateNotebook;
  readonly about: NoteAbout;
  readonly label: string;
  /** Undefined where there is nothing to share it into. */
  readonly share?: NoteShare | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const noteId = useId();
  const { announce } = useAnnounce();
  const { text, keeping, write } = usePrivateNote(notebook, about);
  const mine = text.trim();
  return (
    <div className={styles.note}>
      <Textarea
        aria-label={label}
        aria-describedby={noteId}
        appearance="filled-darker"
        resize="vertical"
        value={text}
        maxLength={notesLimit}
        disabled={keeping === 'loading'}
        placeholder={say('For your eyes only')}
        dir={text === '' ? undefined : 'auto'}
        onChange={(_, { value }) => write(value)}
        rows={2}
        data-draft=""
      />
      <RoomLeft id={`${noteId}-left`} used={text.length} limit={notesLimit} />
      <div className={styles.foot}>
        <Caption1 id={noteId} className={styles.who}>
          <span className={styles.lock} aria-hidden>
            <LockClosed16Regular />
          </span>
          {keepingText(say, keeping)}
        </Caption1>
        {share !== undefined && mine !== '' && (
          // The private note stays: undo would take the shared text back, and nothing is to be lost.
          <Button
            size="small"
            icon={<Share16Regular />}
            disabledFocusable={share.into.includes(mine)}
            onClick={() => {
              share.add(mine);
              announce(say('Shared into the topic’s notes.'));
            }}
          >
            {share.into.includes(mine) ? say('Shared') : say('Share into the topic')}
          </Button>
        )}
      </div>
    </div>
  );
}
