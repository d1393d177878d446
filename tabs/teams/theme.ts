/** The look of each Teams theme, of which a panel loads the one it wears. */
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ThemeName } from './teams-host.ts';

export interface Look {
  readonly theme: Partial<Theme>;
  /** For what the browser draws itself: scroll bars, date pickers, lists of options. */
  readonly scheme: 'light' | 'dark';
}

const themes: Readonly<Record<ThemeName, () => Promise<{ readonly look: Look }>>> = {
  default: () => import('./themes/light.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
  // Glass is a dark surface that Teams lays over the room behind it.
  glass: () => import('./themes/dark.ts'),
};

/** Better a plain panel than none. */
const plain: Look = { theme: {}, scheme: 'light' };

/** The look before stands until the next one is there; undefined until the first is. */
export function useLook(name: ThemeName): Look | undefined {
  const [look, setLook] = useState<Look | undefined>();
  useEffect(() => {
    let isCurrent = true;
    themes[name]().then(
      (loaded) => {
        if (isCurrent) setLook(loaded.look);
      },
      () => {
        if (isCurrent) setLook((before) => before ?? plain);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return look;
}
