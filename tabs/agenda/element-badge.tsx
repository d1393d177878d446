/** Which of the five elements a topic serves, by name, sign and colour. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ChatMultiple16Regular,
  Heart16Regular,
  LeafOne16Regular,
  RoadConeRegular,
  TargetArrow16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Element } from '../../shared/agenda/element.ts';
import { elementNames } from '../../shared/agenda/element.ts';

const elementIcons: Readonly<Record<Element, ReactElement>> = {
  progress: <TargetArrow16Regular />,
  obstacles: <RoadConeRegular fontSize={16} />,
  feedback: <ChatMultiple16Regular />,
  development: <LeafOne16Regular />,
  wellbeing: <Heart16Regular />,
};

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `1px ${tokens.spacingHorizontalS} 1px ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground6,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { display: 'flex', flexShrink: 0 },
  // The colour is on the sign alone, so that five of them stay calm; the name says the same.
  progress: { color: tokens.colorPaletteBlueForeground2 },
  obstacles: { color: tokens.colorPaletteMarigoldForeground2 },
  feedback: { color: tokens.colorPaletteGrapeForeground2 },
  development: { color: tokens.colorPaletteForestForeground2 },
  wellbeing: { color: tokens.colorPalettePinkForeground2 },
});

export function ElementBadge({ element }: { readonly element: Element }) {
  const styles = useStyles();
  return (
    <span className={styles.badge}>
      <span className={mergeClasses(styles.icon, styles[element])} aria-hidden>
        {elementIcons[element]}
      </span>
      {elementNames[element]}
    </span>
  );
}
