/** One topic: its title, what there is to know about it, its notes, and what can be done with it. */
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ChevronDown16Regular,
  ChevronUp16Regular,
  LockClosed16Filled,
  LockClosed16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { memo, useId, useRef } from 'react';
import { needsDecision } from '../../shared/agenda/carry-over.ts';
import { ageIn, frameOf, titleLimit } from '../../shared/agenda/topic.ts';
import type { Topic } from '../../shared/agenda/topic.ts';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom, RoomEdits } from '../room/live-room.ts';
import { useSameData } from '../use-same-data.ts';
import { SharedTextField } from '../text/shared-text-field.tsx';
import { useAgendaSetting } from './agenda-context.ts';
import { CarryQuestion } from '../carry-question.tsx';
import { columnStyle } from '../column-style.ts';
import { NotesField } from './notes-field.tsx';
import { LazyPrivateNote } from './lazy-private-note.tsx';
import { QuietPrompt, QuietWording } from './quiet-lines.tsx';
import { TopicActions } from './topic-actions.tsx';
import { TopicFacts } from './topic-facts.tsx';
import { TopicMenu } from './topic-menu.tsx';
import type { Place } from './topic-menu.tsx';
import { useNotesOpen } from './use-notes-open.ts';
import { usePrivateOpen } from './use-private-note.ts';
import { addToNotes } from './add-to-notes.ts';

export interface TopicCardProps {
  readonly topic: Topic;
  readonly raisedBy: string;
  readonly meetingNumber: number;
  readonly place: Place;
  readonly isEnded: boolean;
  readonly edits: RoomEdits | undefined;
  /** Tells the other where this person is. */
  readonly tellWhere: LiveRoom['tellWhere'];
  readonly moveBy: (topicId: string, by: number) => void;
  readonly remove: (topicId: string) => void;
}

const useStyles = makeStyles({
  card: columnStyle(tokens.spacingVerticalXS),
  // Text fields have an inner edge; with this, what has none stands in line with their text.
  inset: { padding: `0 calc(${tokens.spacingHorizontalSNudge} + 1px)` },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  settledTitle: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  lines: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
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
  const say = useSay();
  const notesId = useId();
  const privateId = useId();
  const frame = useSameData(frameOf(topic));
  const notes = useNotesOpen(topic.state === 'discussing');
  const isSettled = topic.state === 'done' || topic.state === 'parked';
  const showsNotes = isEnded ? topic.notes !== '' : notes.isOpen;
  const { lean, role, asksWording, stopAskingWording, parked, notebook } = useAgendaSetting();
  const card = useRef<HTMLDivElement>(null);
  const privacy = usePrivateOpen(notebook, topic.id);
  const isOpenTopic = !isEnded && !isSettled;
  return (
    <div className={styles.card} ref={card}>
      <SharedTextField
        className={mergeClasses(styles.title, isSettled && styles.settledTitle)}
        label={say('Title')}
        text={topic.title}
        limit={titleLimit}
        placeholder={say('Untitled topic')}
        onEdit={edits && ((edit) => edits.retitle(topic.id, edit))}
      />
      <div className={mergeClasses(styles.inset, styles.lines)}>
        {asksWording && isOpenTopic && (
          <QuietWording text={topic.title} onStop={stopAskingWording} />
        )}
        <TopicFacts
          topic={frame}
          wasParked={parked.has(topic.id)}
          raisedBy={raisedBy}
          meetingNumber={meetingNumber}
          isEnded={isEnded}
        />
        {isOpenTopic && needsDecision(topic, meetingNumber, topic.keptIn) && (
          <CarryQuestion
            times={ageIn(meetingNumber, topic.raisedIn)}
            isLive={edits !== undefined}
            onKeep={() => edits?.keepTopic(topic.id)}
            onChange={() => {
              edits?.keepTopic(topic.id);
              card.current?.querySelector('textarea')?.focus();
            }}
            onDrop={() => remove(topic.id)}
          />
        )}
        {!isEnded && (topic.state === 'discussing' || notes.isOpen) && (
          <QuietPrompt situation={{ topic, role, meetingNumber, lean }} />
        )}
      </div>
      <div id={notesId} className={styles.inset}>
        {showsNotes ? (
          <NotesField
            notes={topic.notes}
            onEdit={edits && ((edit) => edits.writeNotes(topic.id, edit))}
            onFocus={notes.keepOpen}
          />
        ) : (
          <NotesPreview notes={topic.notes} className={styles.preview} />
        )}
      </div>
      <div id={privateId} className={styles.inset}>
        {privacy.isOpen && (
          <LazyPrivateNote
            notebook={notebook}
            about={privacy.about}
            label={say('Private note')}
            share={edits && { into: topic.notes, add: (text) => addToNotes(edits, topic, text) }}
          />
        )}
      </div>
      {!isEnded && (
        <div className={mergeClasses(styles.foot, styles.inset)}>
          <TopicActions topic={frame} edits={edits} />
          <span className={styles.rest}>
            <FoldButton
              controls={privateId}
              isOpen={privacy.isOpen}
              Icon={privacy.hasText ? LockClosed16Filled : LockClosed16Regular}
              label={privacy.isOpen ? say('Hide private note') : say('Show private note')}
              title={
                privacy.hasText ? say('Your private note (written)') : say('Your private note')
              }
              toggle={privacy.toggle}
            />
            <TopicMenu topic={frame} place={place} edits={edits} moveBy={moveBy} remove={remove} />
            <FoldButton
              controls={notesId}
              isOpen={notes.isOpen}
              Icon={notes.isOpen ? ChevronUp16Regular : ChevronDown16Regular}
              label={notes.isOpen ? say('Hide notes') : say('Show notes')}
              toggle={notes.toggle}
            />
          </span>
        </div>
      )}
    </div>
  );
});

const FoldButton = memo(function FoldButton({
  controls,
  isOpen,
  Icon,
  label,
  title = label,
  toggle,
}: {
  /** The id of what is opened and closed. */
  readonly controls: string;
  readonly isOpen: boolean;
  readonly Icon: FluentIcon;
  readonly label: string;
  readonly title?: string;
  readonly toggle: () => void;
}) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<Icon />}
      aria-label={label}
      title={title}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={toggle}
    />
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
    <Caption1 block className={className} dir="auto">
      {line}
    </Caption1>
  );
}
