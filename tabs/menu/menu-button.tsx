/** A button with a menu, which is loaded when it is first opened. */
import { Button } from '@fluentui/react-components';
import type { MenuProps } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons';
import { Suspense, useId, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { lazyPart } from '../lazy-part.ts';

const OpenedMenu = lazyPart(async () => ({
  default: (await import('./opened-menu.tsx')).OpenedMenu,
}));

interface MenuButtonProps extends Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> {
  readonly appearance: 'subtle' | 'transparent';
  /** What stands in the menu: a part that loads with it. */
  readonly items: ReactElement;
  /** A button that says what is chosen shows that it opens. */
  readonly hasChevron?: boolean;
  readonly icon?: ReactElement;
  readonly children?: ReactNode;
  readonly className?: string;
  readonly disabledFocusable?: boolean;
  readonly title?: string;
  readonly 'aria-label'?: string;
}

/** The button is the same from first sight on: whoever stands on it stays there. */
export function MenuButton({
  items,
  hasChevron = false,
  checkedValues,
  onCheckedValueChange,
  ...button
}: MenuButtonProps) {
  const id = useId();
  const [opening, setOpening] = useState<'never' | 'open' | 'closed'>('never');
  const isOpen = opening === 'open';

  function pressed({ key }: KeyboardEvent): void {
    if (key === 'ArrowDown') setOpening('open');
    if (key === 'Escape' && isOpen) setOpening('closed');
  }

  return (
    <>
      <Button
        {...(hasChevron ? { icon: <ChevronDown12Regular />, iconPosition: 'after' } : {})}
        {...button}
        id={id}
        size="small"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpening(isOpen ? 'closed' : 'open')}
        onKeyDown={pressed}
      />
      {opening !== 'never' && (
        <Suspense fallback={null}>
          <OpenedMenu
            buttonId={id}
            isOpen={isOpen}
            onOpenChange={(wanted) => setOpening(wanted ? 'open' : 'closed')}
            {...(checkedValues === undefined ? {} : { checkedValues })}
            {...(onCheckedValueChange === undefined ? {} : { onCheckedValueChange })}
          >
            {items}
          </OpenedMenu>
        </Suspense>
      )}
    </>
  );
}
