/** Which of the five elements a topic serves, by name, sign and colour. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Element } from '../../shared/agenda/element.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import { useSay } from '../language/language-context.ts';
import { elementColors, elementIcons } from './element-icons.tsx';

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
  ...elementColors,
});

export function ElementBadge({ element }: { readonly element: Element }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <span className={styles.badge}>
      <span className={mergeClasses(styles.icon, styles[element])} aria-hidden>
        {elementIcons[element]}
      </span>
      {namesOfElements(say)[element]}
    </span>
  );
}
