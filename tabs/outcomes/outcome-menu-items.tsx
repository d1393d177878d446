/** What stands in the menu of an outcome. */
import { MenuItem } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';

export function OutcomeMenuItems({ onRemove }: { readonly onRemove: () => void }) {
  return (
    <MenuItem icon={<Delete20Regular />} onClick={onRemove}>
      Remove
    </MenuItem>
  );
}
