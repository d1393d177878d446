/** What can be done about the measuring: switch it off, or count by hand. */
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useSay } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { SteadyRoom } from '../room/live-room.ts';
import type { LiveTalk } from './live-talk.ts';
import { lazyPart } from '../lazy-part.ts';

const TalkMenuItems = lazyPart(async () => ({
  default: (await import('./talk-menu-items.tsx')).TalkMenuItems,
}));

export function TalkMenu({
  room: { talk: desk },
  talk,
}: {
  readonly room: SteadyRoom;
  readonly talk: LiveTalk;
}) {
  const say = useSay();
  return (
    <MenuButton
      appearance="subtle"
      icon={<MoreHorizontal20Regular />}
      aria-label={say('Talk balance options')}
      title={say('Talk balance options')}
      disabledFocusable={!talk.isReached}
      items={
        <TalkMenuItems
          isMeasuring={talk.measuring !== undefined}
          onSwitchOff={() => desk.switchOff()}
        />
      }
    />
  );
}
