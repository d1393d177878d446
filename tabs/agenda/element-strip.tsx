/** When each of the five elements was last talked about, in one line. */
import { Caption1, Caption2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { coverageText, type ElementCoverage } from '../../shared/agenda/coverage-of-elements.ts';
import { elementNames } from '../../shared/agenda/element.ts';
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

export function ElementStrip({ coverage }: { readonly coverage: readonly ElementCoverage[] }) {
  const styles = useStyles();
  const overdue = useMemo(
    () => coverage.filter(({ isOverdue }) => isOverdue).map((each) => elementNames[each.element]),
    [coverage],
  );
  return (
    <div>
      <ul className={styles.strip} aria-label="Elements over your meetings">
        {coverage.map((each) => (
          <li
            key={each.element}
            className={styles.element}
            title={`${elementNames[each.element]}: ${coverageText(each)}${each.isOverdue ? ', waiting' : ''}`}
          >
            <span className={mergeClasses(styles.icon, styles[each.element])} aria-hidden>
              {elementIcons[each.element]}
            </span>
            <Caption2 className={mergeClasses(styles.ago, each.isOverdue && styles.overdue)}>
              <span className={styles.unseen}>
                {elementNames[each.element]}: {coverageText(each)}
                {each.isOverdue ? ', waiting' : ''}
              </span>
              {each.isOverdue && (
                <span className={styles.sign} aria-hidden>
                  <ErrorCircle12Filled />
                </span>
              )}
              <span aria-hidden>{shortText(each)}</span>
            </Caption2>
          </li>
        ))}
      </ul>
      {overdue.length === 0 && (
        <Caption1 className={styles.unseen}>All five elements have had their turn.</Caption1>
      )}
    </div>
  );
}

function shortText({ meetingsAgo }: ElementCoverage): string {
  if (meetingsAgo === null) return 'never';
  if (meetingsAgo === 0) return 'now';
  return meetingsAgo === 1 ? 'last' : `${meetingsAgo} ago`;
}
