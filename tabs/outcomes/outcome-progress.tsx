/** How an outcome is getting on: what either of the two noted, and a line for one more note. */
import { Button, Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useId } from 'react';
import type { FormEvent } from 'react';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { progressLimit, progressNotesLimit } from '../../shared/outcomes/progress.ts';
import { useLanguage, useSay } from '../language/language-context.ts';
import type { RoomEdits } from '../room/live-room.ts';
import { DraftInput } from '../text/draft-input.tsx';
import { RoomLeft } from '../text/room-left.tsx';
import { useDraft } from '../text/use-draft.ts';
import { nameOf } from './owners.ts';
import type { Owners } from './owners.ts';
import { whenText } from './when-text.ts';

const useStyles = makeStyles({
  progress: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  question: { display: 'block', color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  note: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  about: { display: 'block', color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0, '& input': { minWidth: 0 } },
  add: { minWidth: 'auto' },
});

export function OutcomeProgress({
  outcome,
  owners,
  isEnded,
  edits,
}: {
  readonly outcome: Outcome;
  readonly owners: Owners;
  readonly isEnded: boolean;
  readonly edits: RoomEdits | undefined;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const notes = outcome.progress ?? [];
  if (isEnded && notes.length === 0) return null;
  return (
    <div className={styles.progress}>
      <Caption1 className={styles.question} aria-hidden>
        {say('How is it going?')}
      </Caption1>
      {notes.length > 0 && (
        <ul className={styles.list} aria-label={say('Progress')}>
          {notes.map(({ id, by, at, text }) => (
            <li key={id} className={styles.note}>
              <span dir="auto">{text}</span>
              <Caption1 className={styles.about}>
                <bdi>{nameOf(say, owners, by)}</bdi> ·{' '}
                <time dateTime={new Date(at).toISOString()}>{whenText(language, at)}</time>
              </Caption1>
            </li>
          ))}
        </ul>
      )}
      {!isEnded && <AddNote outcomeId={outcome.id} count={notes.length} edits={edits} />}
    </div>
  );
}

function AddNote({
  outcomeId,
  count,
  edits,
}: {
  readonly outcomeId: string;
  readonly count: number;
  readonly edits: RoomEdits | undefined;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const say = useSay();
  const noteId = useId();
  const draft = useDraft({ limit: progressLimit, noun: say('A note') });

  function add(event: FormEvent): void {
    event.preventDefault();
    const text = draft.text.trim();
    if (text === '' || draft.isTooLong || edits === undefined) return;
    if (count >= progressNotesLimit) {
      draft.refuse(
        say('An outcome holds {limit, number} notes, and this one has them.', {
          limit: progressNotesLimit,
        }),
      );
      return;
    }
    edits.noteProgress(outcomeId, text);
    draft.clear();
    announce(say('Noted: {text}', { text }));
  }

  return (
    <form onSubmit={add} aria-label={say('New note')}>
      <div className={styles.row}>
        <DraftInput
          className={styles.input}
          size="small"
          draft={draft}
          label={say('How is it going?')}
          placeholder={say('A line on how it is going')}
          noteId={noteId}
        />
        <Button
          className={styles.add}
          size="small"
          type="submit"
          disabledFocusable={edits === undefined}
        >
          {say('Note')}
        </Button>
      </div>
      <RoomLeft id={noteId} used={draft.text.length} limit={draft.limit} message={draft.problem} />
    </form>
  );
}
