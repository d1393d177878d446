/** What stands in the menu of a topic: its place, its element, its time, or taking it away. */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  Clock20Regular,
  Delete20Regular,
  Tag20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { elements } from '../../shared/agenda/element.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import { useSay } from '../language/language-context.ts';
import type { TopicMenuProps } from './topic-menu.tsx';

/** What pairs usually plan; other numbers keep their place in the list when a topic has them. */
const usualMinutes: readonly number[] = [5, 10, 15, 20, 30, 45];
const unplanned = 'none';

export function TopicMenuItems({ topic, place, edits, moveBy, remove }: TopicMenuProps) {
  const say = useSay();
  const { id, element, plannedMinutes, state } = topic;
  const minutes = [
    ...new Set([...usualMinutes, ...(plannedMinutes === null ? [] : [plannedMinutes])]),
  ];
  return (
    <>
      {state === 'discussing' && (
        <MenuItem onClick={() => edits?.settle(id, 'open')}>{say('Stop discussing')}</MenuItem>
      )}
      <MenuItem
        icon={<ArrowUp20Regular />}
        disabled={place === 'first' || place === 'only'}
        onClick={() => moveBy(id, -1)}
      >
        {say('Move up')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown20Regular />}
        disabled={place === 'last' || place === 'only'}
        onClick={() => moveBy(id, 1)}
      >
        {say('Move down')}
      </MenuItem>
      <ChoiceMenu
        label={say('Element')}
        icon={<Tag20Regular />}
        chosen={element}
        choices={elements.map((each) => ({ value: each, text: namesOfElements(say)[each] }))}
        onChoose={(value) => {
          const chosen = elements.find((each) => each === value);
          if (chosen !== undefined) edits?.setElement(id, chosen);
        }}
      />
      <ChoiceMenu
        label={say('Planned minutes')}
        icon={<Clock20Regular />}
        chosen={plannedMinutes === null ? unplanned : String(plannedMinutes)}
        choices={[
          { value: unplanned, text: say('Not planned') },
          ...minutes
            .toSorted((a, b) => a - b)
            .map((each) => ({
              value: String(each),
              text: say('{count, plural, one {# minute} other {# minutes}}', { count: each }),
            })),
        ]}
        onChoose={(value) => edits?.planMinutes(id, value === unplanned ? null : Number(value))}
      />
      <MenuDivider />
      <MenuItem icon={<Delete20Regular />} onClick={() => remove(id)}>
        {say('Remove')}
      </MenuItem>
    </>
  );
}

function ChoiceMenu({
  label,
  icon,
  chosen,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly chosen: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Menu
      checkedValues={{ [label]: [chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const [value] = checkedItems;
        if (value !== undefined && value !== chosen) onChoose(value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={icon}>{label}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ value, text }) => (
            <MenuItemRadio key={value} name={label} value={value}>
              {text}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
