/** Where topics are dragged: by mouse, by finger or by keys, with words for who cannot see it. */
import { DndContext, KeyboardSensor, PointerSensor, closestCenter } from '@dnd-kit/core';
import { useSensor, useSensors } from '@dnd-kit/core';
import type { Announcements, DragEndEvent, Modifier, UniqueIdentifier } from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { memo, useMemo } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { LiveRoom } from '../room/live-room.ts';

/** A pointer that moves less than this, in pixels, was a click. */
const clickSlack = 4;

const instructions = {
  draggable:
    'Press space to pick up this topic, the arrow keys to move it, space to put it down, escape to leave it where it was.',
};

/**
 * Drawn again only when the order changes, because then every topic is: what is dragged is asked
 * of `latest`, which always holds the newest room.
 */
export const DragArea = memo(function DragArea({
  ids,
  latest,
  children,
}: {
  readonly ids: string[];
  readonly latest: RefObject<LiveRoom>;
  readonly children: ReactNode;
}) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: clickSlack } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useMemo(
    () => ({
      announcements: wordsForDrag(() => latest.current.state.topics),
      screenReaderInstructions: instructions,
    }),
    [latest],
  );

  function drop({ active, over }: DragEndEvent): void {
    const { edits, state } = latest.current;
    // The other may have moved or removed topics during the drag: places are looked up now.
    const to = state.topics.findIndex(({ id }) => id === over?.id);
    const moved = state.topics.find(({ id }) => id === active.id);
    if (moved !== undefined && to >= 0 && active.id !== over?.id) edits?.moveTopic(moved.id, to);
  }

  return (
    <DndContext
      sensors={sensors}
      modifiers={verticalOnly}
      collisionDetection={closestCenter}
      accessibility={accessibility}
      onDragEnd={drop}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
});

const verticalOnly: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];

function wordsForDrag(topics: () => readonly Topic[]): Announcements {
  const title = (id: UniqueIdentifier) => topics().find((topic) => topic.id === id)?.title ?? '';
  const place = (id: UniqueIdentifier) =>
    `number ${topics().findIndex((topic) => topic.id === id) + 1} of ${topics().length}`;
  return {
    onDragStart: ({ active }) => `Picked up ${title(active.id)}, ${place(active.id)}.`,
    onDragOver: ({ over }) => (over === null ? undefined : `Now at ${place(over.id)}.`),
    onDragEnd: ({ active, over }) =>
      over === null
        ? `${title(active.id)} stays where it was.`
        : `Put down ${title(active.id)} as ${place(over.id)}.`,
    onDragCancel: ({ active }) => `${title(active.id)} stays where it was.`,
  };
}
