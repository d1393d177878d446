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
import { RoomLeft } from '../text/room-left.tsx';
import type { Keeping, NoteAbout, PrivateNotebook } from './private-notebook.ts';
import { usePrivateNote } from './use-private-note.ts';

const keepingTexts: Readonly<Record<Keeping, string>> = {
  loading: 'Only you can see this. Loading…',
  kept: 'Only you can see this.',
  keeping: 'Only you can see this. Saving…',
  'not-reached': 'Only you can see this. Not saved yet; it is tried again.',
};

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
        placeholder="For your eyes only"
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
          {keepingTexts[keeping]}
        </Caption1>
        {share !== undefined && mine !== '' && (
          // The private note stays: undo would take the shared text back, and nothing is to be lost.
          <Button
            size="small"
            icon={<Share16Regular />}
            disabledFocusable={share.into.includes(mine)}
            onClick={() => {
              share.add(mine);
              announce('Shared into the topic’s notes.');
            }}
          >
            {share.into.includes(mine) ? 'Shared' : 'Share into the topic'}
          </Button>
        )}
      </div>
    </div>
  );
}
