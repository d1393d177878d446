/** The topics in their order. */
import { makeStyles, useAnnounce } from '@fluentui/react-components';
import { Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Drags } from './drags.ts';
import { OtherAtContext, type OtherAt } from './other-here.tsx';
import { SortableTopic } from './sortable-topic.tsx';
import type { Place } from './topic-menu.tsx';
import { listStyles } from '../list-styles.ts';
import { lazyPart } from '../lazy-part.ts';

/** Wanted only where something can be moved. */
const DragArea = lazyPart(async () => ({ default: (await import('./drag-area.tsx')).DragArea }));

/** Of a topic that is not unfolded, in a panel of the usual width. */
const usualHeight = '116px';

const useStyles = makeStyles({
  list: {
    ...listStyles.list,
    // What is out of sight is not drawn, and is held to be as high as when it was last seen.
    '& > li': { contentVisibility: 'auto', containIntrinsicBlockSize: `auto ${usualHeight}` },
    // Dragging measures every row.
    '&[data-dragging] > li': { contentVisibility: 'visible' },
  },
});

export function TopicList({ room }: { readonly room: LiveRoom }) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef(room);
  const [drags] = useState<Drags>(() => new Map());
  const ids = useStableIds(room.state.topics);
  const { edits, me, other, meeting, state, tellWhere } = room;
  useLayoutEffect(() => {
    latest.current = room;
  }, [room]);

  // Neither ever changes, so that rows which did not change are not drawn again.
  const moveBy = useCallback(
    (topicId: string, by: number) => {
      const { edits, state } = latest.current;
      const from = state.topics.findIndex(({ id }) => id === topicId);
      const to = from + by;
      if (from < 0 || to < 0 || to >= state.topics.length) return;
      edits?.moveTopic(topicId, to);
      announce(
        say('Now number {place, number} of {count, number}.', {
          place: to + 1,
          count: state.topics.length,
        }),
      );
    },
    [announce, latest, say],
  );
  const remove = useCallback(
    (topicId: string) => {
      latest.current.edits?.removeTopic(topicId);
      // The row takes the focus with it; the list is where the person was.
      list.current?.focus();
    },
    [latest],
  );

  return (
    <OtherAtContext value={useOtherAt(room)}>
      <ul ref={list} className={styles.list} aria-label={say('Agenda')} tabIndex={-1}>
        {state.topics.map((topic, index) => (
          <SortableTopic
            key={topic.id}
            topic={topic}
            raisedBy={
              [me, other].find(({ id }) => id === topic.raisedBy)?.name ?? say('Somebody else')
            }
            meetingNumber={state.meetingNumber}
            place={placeOf(index, state.topics.length)}
            isEnded={meeting.stage === 'ended'}
            edits={edits}
            tellWhere={tellWhere}
            moveBy={moveBy}
            remove={remove}
            drags={drags}
          />
        ))}
      </ul>
      {edits !== undefined && (
        <Suspense fallback={null}>
          <DragArea ids={ids} latest={latest} list={list} drags={drags} />
        </Suspense>
      )}
    </OtherAtContext>
  );
}

function placeOf(index: number, count: number): Place {
  if (count === 1) return 'only';
  if (index === 0) return 'first';
  return index === count - 1 ? 'last' : 'between';
}

/** The same object while they stay there. */
function useOtherAt({ otherAt, other }: LiveRoom): OtherAt | undefined {
  const { topicId, isTyping } = otherAt ?? {};
  return useMemo(
    () =>
      topicId === undefined
        ? undefined
        : { topicId, isTyping: isTyping === true, name: other.name },
    [topicId, isTyping, other.name],
  );
}

/** The same array while the order is the same. */
function useStableIds(topics: readonly Topic[]): string[] {
  const joined = topics.map(({ id }) => id).join('\n');
  return useMemo(() => joined.split('\n'), [joined]);
}
