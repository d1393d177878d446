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
import { useLanguage } from '../language/language-context.ts';
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
  const { say, tongue } = useLanguage();
  return (
    <>
      <MenuItem
        icon={<DocumentBulletList20Regular />}
        disabled={!isLive}
        onClick={() => show('templates')}
      >
        {say('Templates')}
      </MenuItem>
      <MenuItem icon={<ArrowUndo20Regular />} disabled={!isLive} onClick={() => show('finished')}>
        {say('Bring back a topic')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<Copy20Regular />} onClick={() => exportTo('clipboard')}>
        {say('Copy as Markdown')}
      </MenuItem>
      <MenuItem icon={<ArrowDownload20Regular />} onClick={() => exportTo('file')}>
        {say('Download as Markdown')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<HourglassHalf20Regular />} onClick={() => show('patience')}>
        {say('How long each element may wait')}
      </MenuItem>
      {/* The guard reads English. */}
      {tongue === 'en' && (
        <MenuItemCheckbox name="wording" value="on">
          {say('Ask me about wording')}
        </MenuItemCheckbox>
      )}
      <MenuItem icon={<Keyboard20Regular />} onClick={() => show('shortcuts')}>
        {say('Keyboard shortcuts')}
      </MenuItem>
    </>
  );
}
