/** A menu that a button of its own opened. */
import { Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { MenuProps } from '@fluentui/react-components';
import { useLayoutEffect } from 'react';
import type { ReactElement, Ref } from 'react';

type OpenedMenuProps = Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> & {
  readonly buttonId: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactElement;
};

export function OpenedMenu({
  buttonId,
  isOpen,
  onOpenChange,
  children,
  ...chosen
}: OpenedMenuProps) {
  return (
    <Menu {...chosen} open={isOpen} onOpenChange={(_, { open }) => onOpenChange(open)}>
      <MenuTrigger disableButtonEnhancement>
        {({ ref }) => <StandIn buttonId={buttonId} isButtonOf={ref} />}
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-labelledby={buttonId}>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Draws nothing: tells the menu of the button that stands already, by which it is placed. */
function StandIn({
  buttonId,
  isButtonOf,
}: {
  readonly buttonId: string;
  readonly isButtonOf: Ref<unknown> | undefined;
}) {
  useLayoutEffect(() => {
    tell(isButtonOf, document.getElementById(buttonId));
    return () => tell(isButtonOf, null);
  }, [buttonId, isButtonOf]);
  return null;
}

function tell(ref: Ref<unknown> | undefined, element: HTMLElement | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref) ref.current = element;
}
