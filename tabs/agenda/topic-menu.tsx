/** What else can be done with a topic: its place, its element, its time, or taking it away. */
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { TopicFrame } from '../../shared/agenda/topic.ts';
import { useSay } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { RoomEdits } from '../room/live-room.ts';
import { lazyPart } from '../lazy-part.ts';

const TopicMenuItems = lazyPart(async () => ({
  default: (await import('./topic-menu-items.tsx')).TopicMenuItems,
}));

export type Place = 'only' | 'first' | 'between' | 'last';

export interface TopicMenuProps {
  readonly topic: TopicFrame;
  readonly place: Place;
  /** Undefined until the room can be edited. */
  readonly edits: RoomEdits | undefined;
  readonly moveBy: (topicId: string, by: number) => void;
  readonly remove: (topicId: string) => void;
}

export const TopicMenu = memo(function TopicMenu(props: TopicMenuProps) {
  const say = useSay();
  return (
    <MenuButton
      appearance="subtle"
      icon={<MoreHorizontal20Regular />}
      aria-label={say('More')}
      disabledFocusable={props.edits === undefined}
      title={say('More')}
      items={<TopicMenuItems {...props} />}
    />
  );
});
