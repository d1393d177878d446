/** Drags the topics of a list that stands already: by mouse, by finger or by keys, with words for who cannot see it. */
import { DndContext, KeyboardSensor, PointerSensor, closestCenter } from '@dnd-kit/core';
import { useSensor, useSensors } from '@dnd-kit/core';
import type { Announcements, DragEndEvent, Modifier, UniqueIdentifier } from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { memo, useLayoutEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { dragHintId, type Drags } from './drags.ts';

/** A pointer that moves less than this, in pixels, was a click. */
const clickSlack = 4;

/**
 * Stands beside the list, not around it: the list is there before this is loaded, and is drawn
 * again by no drag. What is dragged is asked of `latest`, which always holds the newest room.
 */
export const DragArea = memo(function DragArea({
  ids,
  latest,
  list,
  drags,
}: {
  /** The topics in the order of their rows. */
  readonly ids: string[];
  readonly latest: RefObject<LiveRoom>;
  readonly list: RefObject<HTMLUListElement | null>;
  /** Told how each row is taken hold of. */
  readonly drags: Drags;
}) {
  const say = useSay();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: clickSlack } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useMemo(
    () => ({
      announcements: wordsForDrag(say, () => latest.current.state.topics),
      screenReaderInstructions: {
        draggable: say(
          'Press space to pick up this topic, the arrow keys to move it, space to put it down, escape to leave it where it was.',
        ),
      },
    }),
    [latest, say],
  );

  const dragging = (isDragging: boolean) =>
    list.current?.toggleAttribute('data-dragging', isDragging);

  function drop({ active, over }: DragEndEvent): void {
    dragging(false);
    const { edits, state } = latest.current;
    // The other may have moved or removed topics during the drag: places are looked up now.
    const to = state.topics.findIndex(({ id }) => id === over?.id);
    const moved = state.topics.find(({ id }) => id === active.id);
    if (moved !== undefined && to >= 0 && active.id !== over?.id) edits?.moveTopic(moved.id, to);
  }

  return (
    <DndContext
      id={dragHintId}
      sensors={sensors}
      modifiers={verticalOnly}
      collisionDetection={closestCenter}
      accessibility={accessibility}
      onDragStart={() => dragging(true)}
      onDragCancel={() => dragging(false)}
      onDragEnd={drop}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {ids.map((id, index) => (
          <Dragged key={id} id={id} index={index} list={list} drags={drags} />
        ))}
      </SortableContext>
    </DndContext>
  );
});

/** Draws nothing: moves the row that stands at this place of the list. */
function Dragged({
  id,
  index,
  list,
  drags,
}: {
  readonly id: string;
  readonly index: number;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly drags: Drags;
}) {
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const shift = CSS.Translate.toString(transform) ?? '';

  useLayoutEffect(() => {
    const row = rowAt(list.current, index);
    setNodeRef(row);
    setActivatorNodeRef(row?.querySelector<HTMLElement>('[data-handle]') ?? null);
  }, [index, list, setNodeRef, setActivatorNodeRef]);

  useLayoutEffect(() => {
    const row = rowAt(list.current, index);
    if (row === null) return;
    row.style.transform = shift;
    row.style.transition = transition ?? '';
    row.toggleAttribute('data-lifted', isDragging);
  }, [index, list, shift, transition, isDragging]);

  useLayoutEffect(() => {
    drags.set(id, listeners);
    return () => void drags.delete(id);
  }, [drags, id, listeners]);
  return null;
}

function rowAt(list: HTMLUListElement | null, index: number): HTMLElement | null {
  const row = list?.children.item(index);
  return row instanceof HTMLElement ? row : null;
}

const verticalOnly: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];

function wordsForDrag(say: Say, topics: () => readonly Topic[]): Announcements {
  const title = (id: UniqueIdentifier) => topics().find((topic) => topic.id === id)?.title ?? '';
  const at = (id: UniqueIdentifier) => ({
    title: title(id),
    place: topics().findIndex((topic) => topic.id === id) + 1,
    count: topics().length,
  });
  const stays = (id: UniqueIdentifier) => say('{title} stays where it was.', { title: title(id) });
  return {
    onDragStart: ({ active }) =>
      say('Picked up {title}, number {place, number} of {count, number}.', at(active.id)),
    onDragOver: ({ over }) =>
      over === null
        ? undefined
        : say('Now at number {place, number} of {count, number}.', at(over.id)),
    onDragEnd: ({ active, over }) =>
      over === null
        ? stays(active.id)
        : say('Put down {title} as number {place, number} of {count, number}.', {
            ...at(over.id),
            title: title(active.id),
          }),
    onDragCancel: ({ active }) => stays(active.id),
  };
}
