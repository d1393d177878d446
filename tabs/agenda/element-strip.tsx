/** When each of the five elements was last talked about, in one line. */
import { Caption1, Caption2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import { memo } from 'react';
import { coverageText, type ElementCoverage } from '../../shared/agenda/coverage-of-elements.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { unseenStyle } from '../unseen-style.ts';
import { elementColors, elementIcons } from './element-icons.tsx';

const useStyles = makeStyles({
  strip: {
    // An empty bullet, not none: without any, Safari no longer calls it a list.
    listStyleType: '""',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(3rem, 1fr))',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  element: {
    position: 'relative',
    minWidth: 0,
    display: 'grid',
    justifyItems: 'center',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'flex' },
  overdue: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  ago: { display: 'inline-flex', alignItems: 'center', columnGap: '2px' },
  sign: { display: 'flex', flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  unseen: unseenStyle,
  ...elementColors,
});

export const ElementStrip = memo(function ElementStrip({
  coverage,
}: {
  readonly coverage: readonly ElementCoverage[];
}) {
  const styles = useStyles();
  const say = useSay();
  const names = namesOfElements(say);
  return (
    <div>
      <ul className={styles.strip} aria-label={say('Elements over your meetings')}>
        {coverage.map((each) => (
          <li
            key={each.element}
            className={styles.element}
            title={coverageText(say, names[each.element], each)}
          >
            <span className={mergeClasses(styles.icon, styles[each.element])} aria-hidden>
              {elementIcons[each.element]}
            </span>
            <Caption2 className={mergeClasses(styles.ago, each.isOverdue && styles.overdue)}>
              <span className={styles.unseen}>{coverageText(say, names[each.element], each)}</span>
              {each.isOverdue && (
                <span className={styles.sign} aria-hidden>
                  <ErrorCircle12Filled />
                </span>
              )}
              <span aria-hidden>{shortText(say, each)}</span>
            </Caption2>
          </li>
        ))}
      </ul>
      {!coverage.some(({ isOverdue }) => isOverdue) && (
        <Caption1 className={styles.unseen}>
          {say('All five elements have had their turn.')}
        </Caption1>
      )}
    </div>
  );
});

/** Five of them share the width of a panel. */
function shortText(say: Say, { meetingsAgo }: ElementCoverage): string {
  if (meetingsAgo === null) return say('never');
  return say('{count, plural, =0 {now} =1 {last} other {# ago}}', { count: meetingsAgo });
}
