/** What stands in the menu of the talk balance. */
import { MenuItem } from '@fluentui/react-components';
import { Power20Regular } from '@fluentui/react-icons';

export function TalkMenuItems({
  isMeasuring,
  onSwitchOff,
}: {
  readonly isMeasuring: boolean;
  readonly onSwitchOff: () => void;
}) {
  return (
    <MenuItem
      icon={<Power20Regular />}
      onClick={onSwitchOff}
      {...(isMeasuring ? { subText: 'Discards what was measured in this meeting, for both' } : {})}
    >
      {isMeasuring ? 'Switch off' : 'Take back my agreement'}
    </MenuItem>
  );
}
