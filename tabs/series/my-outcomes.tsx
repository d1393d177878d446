/** What is still open of what two people agreed, readable in full; a few of it until more is wanted. */
import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { bothOwn, type Day } from '../../shared/outcomes/outcome.ts';
import type { MyOutcome, MySeries } from '../../shared/series/my-series.ts';
import { dueWords, standingOfOutcome } from '../../shared/series/series-words.ts';
import { useLanguage, useSay } from '../language/language-context.ts';
import { listStyles } from '../list-styles.ts';
import { dayText } from '../outcomes/day-field.tsx';
import { useScalableStyles } from '../scalable-styles.ts';
import { firstNames } from '../talk/first-names.ts';

/** More than this of one series would push the next person off the screen. */
const shownAtFirst = 3;

const useStyles = makeStyles({
  ...listStyles,
  outcome: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  pressing: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  late: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  result: { margin: 0, whiteSpace: 'pre-line' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  detail: { margin: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'pre-line' },
  more: {
    alignSelf: 'start',
    justifySelf: 'start',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  rest: { color: tokens.colorNeutralForeground3 },
});

export function MyOutcomes({ of, today }: { readonly of: MySeries; readonly today: Day }) {
  const styles = useStyles();
  const say = useSay();
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  const { outcomes, openCount, me, other } = of;
  if (openCount === 0)
    return <Caption1 className={styles.rest}>{say('No open outcomes.')}</Caption1>;
  const names = firstNames(me, other);
  const ownerOf = ({ owner }: MyOutcome) => {
    if (owner === bothOwn) return say('Both of you');
    return owner === me.id ? say('You') : names.of(owner);
  };
  const shown = isWhole ? outcomes : outcomes.slice(0, shownAtFirst);
  const elsewhere = openCount - outcomes.length;
  return (
    <>
      <ul
        id={id}
        className={styles.list}
        aria-label={say('Open outcomes with {name}', { name: other.name })}
      >
        {shown.map((outcome) => (
          <Outcome key={outcome.id} outcome={outcome} owner={ownerOf(outcome)} today={today} />
        ))}
      </ul>
      {outcomes.length > shownAtFirst && (
        <Button
          className={styles.more}
          appearance="subtle"
          size="small"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole
            ? say('Show fewer outcomes')
            : say('Show {count, plural, one {# more outcome} other {# more outcomes}}', {
                count: outcomes.length - shownAtFirst,
              })}
        </Button>
      )}
      {isWhole && elsewhere > 0 && (
        <Caption1 className={styles.rest}>
          {say('{count, plural, one {# more stands} other {# more stand}} in the 1:1.', {
            count: elsewhere,
          })}
        </Caption1>
      )}
    </>
  );
}

function Outcome({
  outcome,
  owner,
  today,
}: {
  readonly outcome: MyOutcome;
  readonly owner: string;
  readonly today: Day;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const { badge } = useScalableStyles();
  const { by, age, success, support } = outcome;
  const standing = standingOfOutcome(outcome, today);
  const due = by === null ? undefined : dueWords(say, by, today);
  return (
    <li
      className={mergeClasses(
        styles.outcome,
        (standing === 'soon' || standing === 'old') && styles.pressing,
        standing === 'late' && styles.late,
      )}
    >
      <p className={styles.result} dir="auto">
        {outcome.result.trim() || say('Unnamed outcome')}
      </p>
      <div className={styles.facts}>
        <Caption1>{owner}</Caption1>
        {by !== null && (
          <Caption1>
            <time dateTime={by}>{say('by {day}', { day: dayText(language, by) })}</time>
          </Caption1>
        )}
        {due !== undefined && (
          <Badge
            className={badge}
            appearance="tint"
            color={standing === 'late' ? 'danger' : 'warning'}
          >
            {due}
          </Badge>
        )}
        {age > 0 && (
          <Caption1>
            {say('{count, plural, one {# meeting old} other {# meetings old}}', { count: age })}
          </Caption1>
        )}
      </div>
      {success.trim() !== '' && (
        <Caption1 as="p" block className={styles.detail}>
          {say('Success: {text}', { text: success.trim() })}
        </Caption1>
      )}
      {support.trim() !== '' && (
        <Caption1 as="p" block className={styles.detail}>
          {say('Support: {text}', { text: support.trim() })}
        </Caption1>
      )}
    </li>
  );
}
