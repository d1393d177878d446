/** What stands in the menu of an outcome. */
import { MenuItem } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useSay } from '../language/language-context.ts';

export function OutcomeMenuItems({ onRemove }: { readonly onRemove: () => void }) {
  const say = useSay();
  return (
    <MenuItem icon={<Delete20Regular />} onClick={onRemove}>
      {say('Remove')}
    </MenuItem>
  );
}
