/** What can be done about the measuring: switch it off, or count by hand. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular, Power20Regular } from '@fluentui/react-icons';
import type { LiveRoom } from '../room/live-room.ts';
import type { LiveTalk } from './live-talk.ts';

export function TalkMenu({
  room: { talk: desk },
  talk,
}: {
  readonly room: LiveRoom;
  readonly talk: LiveTalk;
}) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontal20Regular />}
          aria-label="Talk balance options"
          title="Talk balance options"
          disabledFocusable={!talk.isReached}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<Power20Regular />}
            onClick={() => desk.switchOff()}
            {...(talk.measuring === undefined
              ? {}
              : { subText: 'Discards what was measured in this meeting, for both' })}
          >
            {talk.measuring === undefined ? 'Take back my agreement' : 'Switch off'}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
