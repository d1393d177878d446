/** What stands in the menu of the agenda. */
import { MenuDivider, MenuItem, MenuItemCheckbox } from '@fluentui/react-components';
import {
  ArrowDownload20Regular,
  ArrowUndo20Regular,
  Copy20Regular,
  DocumentBulletList20Regular,
  HourglassHalf20Regular,
  Keyboard20Regular,
} from '@fluentui/react-icons';
import type { Shown } from './agenda-options.tsx';

export function AgendaOptionsItems({
  isLive,
  show,
  exportTo,
}: {
  readonly isLive: boolean;
  readonly show: (dialog: Shown) => void;
  readonly exportTo: (place: 'clipboard' | 'file') => void;
}) {
  return (
    <>
      <MenuItem
        icon={<DocumentBulletList20Regular />}
        disabled={!isLive}
        onClick={() => show('templates')}
      >
        Templates
      </MenuItem>
      <MenuItem icon={<ArrowUndo20Regular />} disabled={!isLive} onClick={() => show('finished')}>
        Bring back a topic
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<Copy20Regular />} onClick={() => exportTo('clipboard')}>
        Copy as Markdown
      </MenuItem>
      <MenuItem icon={<ArrowDownload20Regular />} onClick={() => exportTo('file')}>
        Download as Markdown
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<HourglassHalf20Regular />} onClick={() => show('patience')}>
        How long each element may wait
      </MenuItem>
      <MenuItemCheckbox name="wording" value="on">
        Ask me about wording
      </MenuItemCheckbox>
      <MenuItem icon={<Keyboard20Regular />} onClick={() => show('shortcuts')}>
        Keyboard shortcuts
      </MenuItem>
    </>
  );
}
