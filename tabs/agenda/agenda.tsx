/** The agenda: what the two want to speak about, in the order they chose. */
import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { EmptyNote } from '../empty-note.tsx';
import { AddTopic } from './add-topic.tsx';
import { TopicList } from './topic-list.tsx';

const useStyles = makeStyles({
  agenda: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    flexWrap: 'wrap',
  },
  heading: { margin: 0 },
  summary: { color: tokens.colorNeutralForeground3 },
});

export function Agenda({ room }: { readonly room: LiveRoom }) {
  const styles = useStyles();
  const headingId = useId();
  const { topics } = room.state;
  const isEnded = room.meeting.stage === 'ended';
  return (
    <section className={styles.agenda} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          Agenda
        </Subtitle2>
        <Caption1 className={styles.summary}>{summaryOf(topics)}</Caption1>
      </div>
      {room.additions !== undefined && (
        <AddTopic
          additions={room.additions}
          isReached={room.edits !== undefined}
          topicCount={topics.length}
        />
      )}
      {topics.length === 0 ? (
        <EmptyNote>
          {isEnded
            ? 'Nothing was on the agenda.'
            : 'Nothing on the agenda yet. An empty agenda is a fine 1:1.'}
        </EmptyNote>
      ) : (
        <TopicList room={room} />
      )}
    </section>
  );
}

function summaryOf(topics: readonly Topic[]): string {
  const open = topics.filter(({ state }) => state === 'open' || state === 'discussing');
  const minutes = open.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  const settled = topics.length - open.length;
  return [
    ...(topics.length === 0 ? [] : [`${open.length} open`]),
    ...(settled === 0 ? [] : [`${settled} settled`]),
    ...(minutes === 0 ? [] : [`${minutes} min planned`]),
  ].join(' · ');
}
