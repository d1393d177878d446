/** The three looks of Teams: what teams-js calls them, and the Fluent theme of each. */
import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

export const lookNames: Readonly<Record<Look, string>> = {
  light: 'Light',
  dark: 'Dark',
  contrast: 'Contrast',
};

export const teamsThemes: Readonly<Record<Look, string>> = {
  light: 'default',
  dark: 'dark',
  contrast: 'contrast',
};

export const fluentThemes: Readonly<Record<Look, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export function lookNamed(name: string): Look {
  return looks.find((look) => look === name) ?? 'light';
}
