/** My 1:1s: everybody whom this person meets, with what is next, what waits and what is open. */
import {
  Button,
  Caption1,
  Title3,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { PeopleCommunity28Regular } from '@fluentui/react-icons';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { Say } from '../../shared/language/say.ts';
import { localDay } from '../../shared/series/local-time.ts';
import type { MySeries } from '../../shared/series/my-series.ts';
import { standingOfOutcome } from '../../shared/series/series-words.ts';
import { useSay } from '../language/language-context.ts';
import { PanelSkeleton } from '../panel-skeleton.tsx';
import { showReady } from '../teams/teams-host.ts';
import { TroubleScreen } from '../trouble-screen.tsx';
import { SeriesCard } from './series-card.tsx';
import { useMySeries } from './use-my-series.ts';

const wide = '@media (min-width: 720px)';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1280px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
    [wide]: { padding: tokens.spacingHorizontalXXL },
  },
  title: { margin: 0 },
  summary: { color: tokens.colorNeutralForeground2 },
  // Where it is narrow, lines end between two facts.
  fact: { display: 'inline-block' },
  list: {
    // An empty bullet, not none: without any, Safari no longer calls it a list.
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  more: { justifySelf: 'center' },
  failure: { color: tokens.colorStatusDangerForeground1, textAlign: 'center' },
  empty: {
    minHeight: '60vh',
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    rowGap: tokens.spacingVerticalS,
    textAlign: 'center',
  },
  sign: {
    width: '56px',
    height: '56px',
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground1,
  },
  words: { margin: 0, maxWidth: '44ch', color: tokens.colorNeutralForeground2 },
});

/** The reader's own. */
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function MySeriesPage() {
  const { known, showMore } = useMySeries();
  const isAsking = known.kind === 'asking';
  useEffect(() => {
    if (!isAsking) showReady();
  }, [isAsking]);
  switch (known.kind) {
    case 'asking':
      return <PanelSkeleton of="series" />;
    case 'trouble':
      return <TroubleScreen trouble={known.trouble} />;
    case 'known':
      return known.series.length === 0 ? (
        <NoSeries />
      ) : (
        <Known series={known.series} hasMore={known.hasMore} now={known.now} onMore={showMore} />
      );
  }
}

function NoSeries() {
  const styles = useStyles();
  const say = useSay();
  return (
    <main className={styles.empty}>
      <span className={styles.sign} aria-hidden>
        <PeopleCommunity28Regular />
      </span>
      <Title3 as="h1" className={styles.title}>
        {say('Your 1:1s will stand here')}
      </Title3>
      <p className={styles.words}>
        {say(
          'There is none yet. Open a 1:1 meeting in your calendar, add Evenhand to it, and prepare it together: from then on you find here what is next and what you agreed.',
        )}
      </p>
    </main>
  );
}

function Known({
  series,
  hasMore,
  now,
  onMore,
}: {
  readonly series: readonly MySeries[];
  readonly hasMore: boolean;
  readonly now: number;
  readonly onMore: () => Promise<boolean>;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const say = useSay();
  const [step, setStep] = useState<'idle' | 'asking' | 'failed'>('idle');
  /** The first card of the page that was asked for. */
  const [firstNew, setFirstNew] = useState<number | undefined>();
  const name = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // The button may have gone with the last page: the focus goes on where reading goes on.
    if (firstNew !== undefined) name.current?.focus();
  }, [firstNew]);

  async function more(): Promise<void> {
    setStep('asking');
    const isAnswered = await onMore();
    setStep(isAnswered ? 'idle' : 'failed');
    if (!isAnswered) return;
    setFirstNew(series.length);
    announce(say('More 1:1s are shown.'));
  }

  return (
    <main className={styles.page}>
      <header>
        <Title3 as="h1" className={styles.title} block>
          {say('My 1:1s')}
        </Title3>
        {!hasMore && (
          <Caption1 className={styles.summary}>
            {factsOf(say, series, now).map((fact, index, { length }) => (
              <Fragment key={fact}>
                <span className={styles.fact}>{index < length - 1 ? `${fact} ·` : fact}</span>{' '}
              </Fragment>
            ))}
          </Caption1>
        )}
      </header>
      <ul className={styles.list} aria-label={say('1:1s')}>
        {series.map((each, index) => (
          <SeriesCard
            key={each.seriesId}
            of={each}
            now={now}
            zone={zone}
            nameRef={index === firstNew ? name : undefined}
          />
        ))}
      </ul>
      {step === 'failed' && (
        <Caption1 role="alert" className={styles.failure}>
          {say('The others could not be reached. Try again in a moment.')}
        </Caption1>
      )}
      {hasMore && (
        <Button
          className={styles.more}
          disabledFocusable={step === 'asking'}
          onClick={() => void more()}
        >
          {say('Show more 1:1s')}
        </Button>
      )}
    </main>
  );
}

function factsOf(say: Say, series: readonly MySeries[], now: number): readonly string[] {
  const today = localDay(now, zone);
  const standings = series.flatMap(({ outcomes }) =>
    outcomes.map((outcome) => standingOfOutcome(outcome, today)),
  );
  const count = series.reduce((sum, { openCount }) => sum + openCount, 0);
  const late = standings.filter((standing) => standing === 'late').length;
  const soon = standings.filter((standing) => standing === 'soon').length;
  return [
    ...(series.length === 1
      ? []
      : [say('{count, plural, one {# 1:1} other {# 1:1s}}', { count: series.length })]),
    outcomesText(),
    ...(late === 0 ? [] : [say('{late, number} late', { late })]),
    ...(soon === 0 ? [] : [say('{soon, number} due this week', { soon })]),
  ];

  function outcomesText(): string {
    if (count > 0)
      return say('{count, plural, one {# open outcome} other {# open outcomes}}', { count });
    return series.length === 1 ? say('No open outcomes') : say('no open outcomes');
  }
}
