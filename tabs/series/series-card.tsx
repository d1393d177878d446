/** One of a person's 1:1s at a glance: when they meet, what waits, and what is still open. */
import {
  Avatar,
  Badge,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useState, type Ref } from 'react';
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import { localDay } from '../../shared/series/local-time.ts';
import type { MySeries } from '../../shared/series/my-series.ts';
import { agoWords, rhythmWords } from '../../shared/series/series-words.ts';
import { ElementBadge } from '../agenda/element-badge.tsx';
import { cardStyles } from '../card-styles.ts';
import { FailureLine } from '../failure-line.tsx';
import { useLanguage } from '../language/language-context.ts';
import { initialsOf } from '../people/face.tsx';
import { useScalableStyles } from '../scalable-styles.ts';
import { firstNames } from '../talk/first-names.ts';
import { openLink } from '../teams/teams-host.ts';
import { MyOutcomes } from './my-outcomes.tsx';
import { ShareLine } from './share-line.tsx';

const useStyles = makeStyles({
  ...cardStyles,
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  // Below this width the button goes under the name instead of breaking it.
  words: { minWidth: 0, flexGrow: 1, flexBasis: '8rem' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  when: { display: 'grid', rowGap: '2px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  open: { minWidth: 'auto', flexShrink: 0 },
});

export function SeriesCard({
  of,
  now,
  zone,
  nameRef,
}: {
  readonly of: MySeries;
  readonly now: number;
  /** The reader's, as an IANA name. */
  readonly zone: string;
  /** The heading, for whoever moves the focus here. */
  readonly nameRef: Ref<HTMLHeadingElement> | undefined;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const { badge } = useScalableStyles();
  const [isUnopened, setIsUnopened] = useState(false);
  const { me, other, balance, overdue } = of;
  const today = localDay(now, zone);
  const report = me.role === 'report' ? me : other;
  const name = other.name.trim() || say('Somebody');
  return (
    <li aria-label={name} className={mergeClasses(styles.card, styles.grid)}>
      <div className={styles.head}>
        <Avatar
          initials={initialsOf(other.name)}
          name={other.name}
          size={36}
          color="colorful"
          idForColor={other.id}
          aria-hidden
        />
        <div className={styles.words}>
          <h2 className={styles.name} ref={nameRef} tabIndex={-1}>
            {name}
          </h2>
          <Caption1 block className={styles.quiet}>
            {other.role === 'manager' ? say('Your manager') : say('Your report')}
            {of.title.trim() !== '' && (
              <>
                {' · '}
                <bdi>{of.title.trim()}</bdi>
              </>
            )}
          </Caption1>
        </div>
        <Button
          className={styles.open}
          size="small"
          icon={<Open16Regular />}
          iconPosition="after"
          aria-label={say('Open 1:1 with {name}', { name })}
          onClick={() => {
            setIsUnopened(false);
            openLink(of.link).catch(() => setIsUnopened(true));
          }}
        >
          {say('Open 1:1')}
        </Button>
      </div>
      {isUnopened && (
        <FailureLine>
          {say('Teams did not open the chat. Open the meeting’s chat and choose Evenhand there.')}
        </FailureLine>
      )}
      <div className={styles.when}>
        <When of={of} />
        <div className={styles.row}>
          <Caption1 className={styles.quiet}>{lastWords(language, of, today, zone)}</Caption1>
          {of.missed > 0 && (
            <Badge className={badge} appearance="tint" color="warning">
              {missedWords(say, of.missed)}
            </Badge>
          )}
        </div>
      </div>
      {overdue.length > 0 && (
        <div className={styles.row}>
          <Caption1 className={styles.quiet}>{say('Not talked about for long:')}</Caption1>
          {overdue.map((element) => (
            <ElementBadge key={element} element={element} />
          ))}
        </div>
      )}
      {balance.length > 1 && (
        <ShareLine
          name={report.id === me.id ? undefined : firstNames(me, other).of(report.id)}
          shares={balance.map(({ reportShare }) => reportShare)}
        />
      )}
      <MyOutcomes of={of} today={today} />
    </li>
  );
}

function When({ of: { isRunning, next } }: { readonly of: MySeries }) {
  const { locale, say } = useLanguage();
  const { badge } = useScalableStyles();
  if (isRunning) {
    return (
      <span>
        <Badge className={badge} color="brand" appearance="filled">
          {say('In the 1:1 now')}
        </Badge>
      </span>
    );
  }
  if (next === null) return <span>{say('No next 1:1 is known')}</span>;
  const when = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(next.isPlanned && { hour: 'numeric', minute: '2-digit' }),
  });
  return (
    <span>
      {next.isPlanned ? say('Next:') : say('By your rhythm:')}{' '}
      <time dateTime={new Date(next.at).toISOString()}>{when.format(next.at)}</time>
    </span>
  );
}

function lastWords(
  language: Language,
  { lastAt, everyDays }: MySeries,
  today: string,
  zone: string,
): string {
  const { say } = language;
  if (lastAt === null) return say('You have not met here yet');
  const ago = agoWords(language, localDay(lastAt, zone), today);
  return everyDays === null
    ? say('Last met {ago}', { ago })
    : say('Last met {ago}, usually {rhythm}', { ago, rhythm: rhythmWords(say, everyDays) });
}

/** A series that has gone to sleep long ago is not scolded for each of its weeks. */
function missedWords(say: Say, missed: number): string {
  return missed > 12 ? say('paused') : say('{missed, number} missed', { missed });
}
