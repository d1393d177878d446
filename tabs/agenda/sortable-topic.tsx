/** One place of the agenda: the topic's card, with the handle to move it by. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { cardStyles } from '../card-styles.ts';
import { useSay } from '../language/language-context.ts';
import { TopicCard } from './topic-card.tsx';
import type { TopicCardProps } from './topic-card.tsx';
import { dragHintId, type Drags } from './drags.ts';

const useStyles = makeStyles({
  ...cardStyles,
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXS}`,
    '&[data-lifted]': { zIndex: 2, boxShadow: tokens.shadow16 },
  },
  fixed: { gridTemplateColumns: 'minmax(0, 1fr)', paddingLeft: tokens.spacingHorizontalXS },
  discussing: {
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}, ${tokens.shadow4}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
  },
  handle: {
    width: '24px',
    minHeight: '32px',
    height: '32px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground4,
    cursor: 'grab',
    touchAction: 'none',
    display: 'grid',
    placeItems: 'center',
    ':disabled': { cursor: 'default' },
    ':hover': { color: tokens.colorNeutralForeground2 },
    ':active': { cursor: 'grabbing' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export const SortableTopic = memo(function SortableTopic({
  drags,
  ...props
}: TopicCardProps & { readonly drags: Drags }) {
  const { topic, isEnded, edits, tellWhere } = props;
  const isDiscussing = topic.state === 'discussing' && !isEnded;
  const styles = useStyles();
  const say = useSay();
  // Dragging is loaded after the first sight, and takes hold of the handle that stands there.
  const takeHold = (event: PointerEvent | KeyboardEvent) => {
    const listeners = drags.get(topic.id);
    listeners?.[event.type === 'keydown' ? 'onKeyDown' : 'onPointerDown']?.(event);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notes where the person is; what they do is done by the fields and buttons inside
    <li
      aria-label={topic.title.trim() || say('Untitled topic')}
      aria-current={isDiscussing ? 'true' : undefined}
      className={mergeClasses(
        styles.card,
        styles.row,
        isEnded && styles.fixed,
        isDiscussing && styles.discussing,
        (topic.state === 'done' || topic.state === 'parked') && styles.settled,
      )}
      onFocus={(event) => {
        if (!isPrivate(event.target)) tellWhere(topic.id, false);
      }}
      onInput={(event) => {
        if (!isPrivate(event.target)) tellWhere(topic.id, true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) tellWhere(null, false);
      }}
    >
      {!isEnded && (
        <button
          type="button"
          disabled={edits === undefined}
          data-handle=""
          className={styles.handle}
          aria-roledescription={say('sortable')}
          aria-describedby={dragHintId}
          onPointerDown={takeHold}
          onKeyDown={takeHold}
          aria-label={say('Reorder')}
          title={say('Drag to reorder')}
        >
          <ReOrderDotsVerticalRegular fontSize={16} />
        </button>
      )}
      <TopicCard {...props} />
    </li>
  );
});

/** What a person writes for themselves is told to nobody, and neither is that they write it. */
function isPrivate(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['draft'] !== undefined;
}
