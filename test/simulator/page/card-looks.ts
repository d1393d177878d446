/** How Adaptive Cards look in the three themes of Teams. */
import { HostConfig } from 'adaptivecards';
import type { Look } from './look.ts';

const plain = (text: string) => ({ default: text, subtle: text });

interface Colours {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly card: string;
  readonly emphasis: string;
  readonly line: string;
}

const colours: Readonly<Record<Look, Colours>> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a5a00',
    attention: '#b10e1c',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#aaafff',
    good: '#7fd27f',
    warning: '#f2c661',
    attention: '#ff99a4',
    card: '#292929',
    emphasis: '#333333',
    line: '#525252',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff00',
    good: '#3ff23f',
    warning: '#ffff00',
    attention: '#ff8080',
    card: '#000000',
    emphasis: '#000000',
    line: '#ffffff',
  },
};

export function hostConfigFor(look: Look): HostConfig {
  const c = colours[look];
  const shade = (text: string) => ({
    default: text,
    subtle: look === 'contrast' ? text : c.subtle,
  });
  const foregroundColors = {
    default: shade(c.text),
    dark: shade(c.text),
    light: shade(c.text),
    accent: plain(c.accent),
    good: plain(c.good),
    warning: plain(c.warning),
    attention: plain(c.attention),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return new HostConfig({
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: c.line },
    supportsInteractivity: true,
    containerStyles: {
      default: container(c.card),
      emphasis: container(c.emphasis),
      accent: container(c.emphasis),
      good: container(c.emphasis),
      warning: container(c.emphasis),
      attention: container(c.emphasis),
    },
    actions: {
      maxActions: 6,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 0,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
      spacing: 'medium',
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { weight: 'bolder', maxWidth: 120 },
      value: { weight: 'default' },
      spacing: 8,
    },
    inputs: { label: { inputSpacing: 4 } },
  });
}
