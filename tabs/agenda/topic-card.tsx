/** One topic: its title, what there is to know about it, its notes, and what can be done with it. */
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { memo, useId, useState } from 'react';
import { notesLimit, titleLimit } from '../../shared/agenda/topic.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { RoomEdits } from '../room/live-room.ts';
import { SharedTextField } from '../text/shared-text-field.tsx';
import { TopicActions } from './topic-actions.tsx';
import { TopicFacts } from './topic-facts.tsx';
import { TopicMenu } from './topic-menu.tsx';
import type { Place } from './topic-menu.tsx';

export interface TopicCardProps {
  readonly topic: Topic;
  readonly raisedBy: string;
  readonly meetingNumber: number;
  readonly place: Place;
  readonly isEnded: boolean;
  readonly edits: RoomEdits | undefined;
  readonly moveBy: (topicId: string, by: number) => void;
  readonly remove: (topicId: string) => void;
}

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    alignContent: 'start',
  },
  // Text fields have an inner edge; with this, what has none stands in line with their text.
  inset: { padding: `0 calc(${tokens.spacingHorizontalSNudge} + 1px)` },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  settledTitle: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  notes: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  preview: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
  },
  rest: { margin: `0 calc(-1 * ${tokens.spacingHorizontalXS}) 0 auto`, display: 'flex' },
});

export const TopicCard = memo(function TopicCard(props: TopicCardProps) {
  const { topic, raisedBy, meetingNumber, isEnded, edits, place, moveBy, remove } = props;
  const styles = useStyles();
  const notesId = useId();
  const notes = useNotesOpen(topic.state === 'discussing');
  const isSettled = topic.state === 'done' || topic.state === 'parked';
  const showsNotes = isEnded ? topic.notes !== '' : notes.isOpen;
  return (
    <div className={styles.card}>
      <SharedTextField
        className={mergeClasses(styles.title, isSettled && styles.settledTitle)}
        label="Title"
        text={topic.title}
        limit={titleLimit}
        placeholder="Untitled topic"
        onEdit={edits && ((edit) => edits.retitle(topic.id, edit))}
      />
      <div className={styles.inset}>
        <TopicFacts
          topic={topic}
          raisedBy={raisedBy}
          meetingNumber={meetingNumber}
          isEnded={isEnded}
        />
      </div>
      <div id={notesId} className={styles.inset}>
        {showsNotes ? (
          <SharedTextField
            className={styles.notes}
            label="Notes"
            lines="many"
            text={topic.notes}
            limit={notesLimit}
            placeholder="Notes for both of you"
            onEdit={edits && ((edit) => edits.writeNotes(topic.id, edit))}
            onFocus={notes.keepOpen}
          />
        ) : (
          <NotesPreview notes={topic.notes} className={styles.preview} />
        )}
      </div>
      {!isEnded && (
        <div className={mergeClasses(styles.foot, styles.inset)}>
          <TopicActions topic={topic} edits={edits} />
          <span className={styles.rest}>
            <TopicMenu topic={topic} place={place} edits={edits} moveBy={moveBy} remove={remove} />
            <Button
              appearance="subtle"
              size="small"
              icon={notes.isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
              aria-label={notes.isOpen ? 'Hide notes' : 'Show notes'}
              title={notes.isOpen ? 'Hide notes' : 'Show notes'}
              aria-expanded={notes.isOpen}
              aria-controls={notesId}
              onClick={notes.toggle}
            />
          </span>
        </div>
      )}
    </div>
  );
});

function NotesPreview({
  notes,
  className,
}: {
  readonly notes: string;
  readonly className: string;
}) {
  const line = notes.trim().split('\n', 1)[0] ?? '';
  if (line === '') return null;
  return (
    <Caption1 block className={className}>
      {line}
    </Caption1>
  );
}

/** Notes open by themselves on the topic being discussed; what the person chose goes first. */
function useNotesOpen(isDiscussing: boolean) {
  const [choice, setChoice] = useState<'open' | 'closed' | undefined>();
  const [wasDiscussing, setWasDiscussing] = useState(isDiscussing);
  if (wasDiscussing !== isDiscussing) {
    setWasDiscussing(isDiscussing);
    // Notes opened or being typed in stay open; closed ones open for a new discussion.
    if (choice === 'closed') setChoice(undefined);
  }
  const isOpen = choice === undefined ? isDiscussing : choice === 'open';
  return {
    isOpen,
    toggle: () => setChoice(isOpen ? 'closed' : 'open'),
    keepOpen: () => setChoice('open'),
  };
}
