/** The figures of one meeting's talk, with how they were had and how much of it they cover. */
import {
  Button,
  Caption1,
  Caption1Strong,
  Link,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useState } from 'react';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import type { Say } from '../../shared/language/say.ts';
import type { MeetingTalk } from '../../shared/talk/talk-history.ts';
import { balanceLine, durationWords, percent } from '../../shared/talk/talk-words.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';
import { TalkBar } from './talk-bar.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  term: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground3 },
  asks: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'center',
  },
});

export function TalkFigures({
  room,
  name,
  of,
  onChange,
}: {
  readonly room: SteadyRoom;
  readonly name: string;
  readonly of: MeetingTalk;
  readonly onChange: () => Promise<void>;
}) {
  const styles = useStyles();
  const say = useSay();
  const { me, other } = room;
  const { totals, parts } = of;
  if (totals === null) return null;
  const names = firstNames(me, other);
  const elements = namesOfElements(say);
  const share = totals.people.find(({ id }) => id === other.id)?.share ?? null;
  return (
    <div className={styles.figures}>
      <Caption1Strong as="h3" style={{ margin: 0 }}>
        {name}
      </Caption1Strong>
      <TalkBar share={share} />
      <Caption1>{balanceLine(say, totals, names.of) ?? say('Nobody was heard speaking.')}</Caption1>
      <Figures rows={rowsOf(say, totals, names.of)} />
      {parts.elements.length > 0 && (
        <Figures
          rows={parts.elements.map((part) => [
            elements[part.element],
            partWords(say, part.managerShare, totals, names.of),
          ])}
        />
      )}
      {parts.topics.length > 0 && (
        <Figures
          rows={parts.topics.map((part) => [
            part.title || say('Untitled topic'),
            partWords(say, part.managerShare, totals, names.of),
          ])}
        />
      )}
      {totals.live !== null && totals.live.errorPoints !== null && (
        <Caption1 className={styles.quiet}>
          {say(
            'The panels had measured {percent, number} % for {name}: {points, number} points off. That is the meter’s own error in this meeting.',
            {
              percent: percent(totals.live.managerShare),
              name: names.of(managerOf(totals).id),
              points: Math.abs(Math.round(totals.live.errorPoints * 10) / 10),
            },
          )}
        </Caption1>
      )}
      <DeleteFigures room={room} meetingId={of.meetingId} onDone={onChange} />
    </div>
  );
}

type Row = readonly [term: string, value: string];

function Figures({ rows }: { readonly rows: readonly Row[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {rows.map(([term, value], index) => (
        <div key={`${index} ${term}`} style={{ display: 'contents' }}>
          <dt className={styles.term}>
            <bdi>{term}</bdi>
          </dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function managerOf({ people }: TalkTotals) {
  return people.find(({ role }) => role === 'manager') ?? people[0];
}

function rowsOf(say: Say, totals: TalkTotals, nameOf: (user: string) => string): readonly Row[] {
  const manager = managerOf(totals);
  const turns = totals.people.reduce((sum, person) => sum + person.turns, 0);
  const perTenMinutes = totals.measuredMs > 0 ? (turns / totals.measuredMs) * 600_000 : 0;
  const { replyGapMs, margin } = totals;
  const name = nameOf(manager.id);
  return [
    [say('{name}’s longest turn', { name }), durationWords(say, manager.longestTurnMs)],
    [say('Turns in 10 minutes'), String(Math.round(perTenMinutes))],
    [
      say('{name}’s usual gap before replying', { name }),
      replyGapMs === null ? say('no replies') : durationWords(say, replyGapMs),
    ],
    [say('Silence'), durationWords(say, totals.silenceMs)],
    [say('Overlap'), durationWords(say, totals.overlapMs)],
    ...(margin === null || percent(margin) === 0
      ? []
      : [
          [
            say('The shares may be off by'),
            say('{count, plural, one {# point} other {# points}}', { count: percent(margin) }),
          ] as const,
        ]),
  ];
}

function partWords(
  say: Say,
  managerShare: number | null,
  totals: TalkTotals,
  nameOf: (user: string) => string,
): string {
  if (managerShare === null) return say('not measured');
  const manager = managerOf(totals);
  const report = totals.people.find(({ id }) => id !== manager.id) ?? totals.people[1];
  return say('{name} {percent, number} %', {
    name: nameOf(report.id),
    percent: 100 - percent(managerShare),
  });
}

function DeleteFigures({
  room: { talk: desk },
  meetingId,
  onDone,
}: {
  readonly room: SteadyRoom;
  readonly meetingId: string;
  readonly onDone: () => Promise<void>;
}) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const [step, setStep] = useState<'settled' | 'asking' | 'failed'>('settled');

  async function discard(): Promise<void> {
    if (!(await desk.discard(meetingId))) {
      setStep('failed');
      return;
    }
    announce(say('The figures of this meeting are deleted.'));
    await onDone();
  }

  if (step === 'settled')
    return (
      <span>
        <Link as="button" onClick={() => setStep('asking')}>
          <Caption1>{say('Delete these figures')}</Caption1>
        </Link>
      </span>
    );
  return (
    <div className={styles.asks}>
      <Caption1 role="alert">
        {step === 'failed'
          ? say('They could not be deleted. Try again in a moment.')
          : say('For both of you, and for good?')}
      </Caption1>
      <Button size="small" onClick={() => void discard()}>
        {say('Delete')}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setStep('settled')}>
        {say('Keep')}
      </Button>
    </div>
  );
}
