/** The sign of each element; its name always stands beside it or is told aloud. */
import {
  ChatMultiple16Regular,
  Heart16Regular,
  LeafOne16Regular,
  RoadConeRegular,
  TargetArrow16Regular,
} from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Element } from '../../shared/agenda/element.ts';

export const elementIcons: Readonly<Record<Element, ReactElement>> = {
  progress: <TargetArrow16Regular />,
  obstacles: <RoadConeRegular fontSize={16} />,
  feedback: <ChatMultiple16Regular />,
  development: <LeafOne16Regular />,
  wellbeing: <Heart16Regular />,
};

/** The colour is on the sign alone, so that five of them stay calm. */
export const elementColors: Readonly<Record<Element, { readonly color: string }>> = {
  progress: { color: tokens.colorPaletteBlueForeground2 },
  obstacles: { color: tokens.colorPaletteMarigoldForeground2 },
  feedback: { color: tokens.colorPaletteGrapeForeground2 },
  development: { color: tokens.colorPaletteForestForeground2 },
  wellbeing: { color: tokens.colorPalettePinkForeground2 },
};
