/** The look of each Teams theme, with text that follows the reader's own text size. */
import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import type { ThemeName } from './teams-host.ts';

/** Pixels of one rem where the reader changed nothing. */
const pixelsPerRem = 16;

export interface Look {
  readonly theme: Theme;
  /** For what the browser draws itself: scroll bars, date pickers, lists of options. */
  readonly scheme: 'light' | 'dark';
}

export const looks: Readonly<Record<ThemeName, Look>> = {
  default: { theme: scalable(teamsLightTheme), scheme: 'light' },
  dark: { theme: scalable(teamsDarkTheme), scheme: 'dark' },
  contrast: { theme: scalable(teamsHighContrastTheme), scheme: 'dark' },
  // Glass is a dark surface that Teams lays over the room behind it.
  glass: { theme: scalable(teamsDarkTheme), scheme: 'dark' },
};

/** Fluent gives text sizes in pixels, which ignore the text size set in the browser. */
function scalable(theme: Theme): Theme {
  const sizes = Object.entries(theme).flatMap(([name, value]) =>
    /^(?:fontSize|lineHeight)/.test(name) && typeof value === 'string'
      ? [[name, `${Number.parseFloat(value) / pixelsPerRem}rem`] as const]
      : [],
  );
  return { ...theme, ...Object.fromEntries(sizes) };
}
