/** What stands in the menu of the talk balance. */
import { MenuItem } from '@fluentui/react-components';
import { Power20Regular } from '@fluentui/react-icons';
import { useSay } from '../language/language-context.ts';

export function TalkMenuItems({
  isMeasuring,
  onSwitchOff,
}: {
  readonly isMeasuring: boolean;
  readonly onSwitchOff: () => void;
}) {
  const say = useSay();
  return (
    <MenuItem
      icon={<Power20Regular />}
      onClick={onSwitchOff}
      {...(isMeasuring
        ? { subText: say('Discards what was measured in this meeting, for both') }
        : {})}
    >
      {isMeasuring ? say('Switch off') : say('Take back my agreement')}
    </MenuItem>
  );
}
