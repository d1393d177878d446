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
import { elementNames } from '../../shared/agenda/element.ts';
import type { MeetingTalk } from '../../shared/talk/talk-history.ts';
import { balanceLine, durationWords, percent, percentText } from '../../shared/talk/talk-words.ts';
import type { TalkTotals } from '../../shared/talk/totals.ts';
import type { LiveRoom } from '../room/live-room.ts';
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
  readonly room: LiveRoom;
  readonly name: string;
  readonly of: MeetingTalk;
  readonly onChange: () => Promise<void>;
}) {
  const styles = useStyles();
  const { me, other } = room;
  const { totals, parts } = of;
  if (totals === null) return null;
  const names = firstNames(me, other);
  const share = totals.people.find(({ id }) => id === other.id)?.share ?? null;
  return (
    <div className={styles.figures}>
      <Caption1Strong as="h3" style={{ margin: 0 }}>
        {name}
      </Caption1Strong>
      <TalkBar share={share} />
      <Caption1>{balanceLine(totals, names.of) ?? 'Nobody was heard speaking.'}</Caption1>
      <Figures rows={rowsOf(totals, names.of)} />
      {parts.elements.length > 0 && (
        <Figures
          rows={parts.elements.map((part) => [
            elementNames[part.element],
            partWords(part.managerShare, totals, names.of),
          ])}
        />
      )}
      {parts.topics.length > 0 && (
        <Figures
          rows={parts.topics.map((part) => [
            part.title || 'Untitled topic',
            partWords(part.managerShare, totals, names.of),
          ])}
        />
      )}
      {totals.live !== null && totals.live.errorPoints !== null && (
        <Caption1 className={styles.quiet}>
          {`The panels had measured ${percentText(totals.live.managerShare)} for ${names.of(managerOf(totals).id)}: ${Math.abs(Math.round(totals.live.errorPoints * 10) / 10)} points off. That is the meter’s own error in this meeting.`}
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
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function managerOf({ people }: TalkTotals) {
  return people.find(({ role }) => role === 'manager') ?? people[0];
}

function rowsOf(totals: TalkTotals, nameOf: (user: string) => string): readonly Row[] {
  const manager = managerOf(totals);
  const turns = totals.people.reduce((sum, person) => sum + person.turns, 0);
  const perTenMinutes = totals.measuredMs > 0 ? (turns / totals.measuredMs) * 600_000 : 0;
  const { replyGapMs, margin } = totals;
  return [
    [`${nameOf(manager.id)}’s longest turn`, durationWords(manager.longestTurnMs)],
    ['Turns in 10 minutes', String(Math.round(perTenMinutes))],
    [
      `${nameOf(manager.id)}’s usual gap before replying`,
      replyGapMs === null ? 'no replies' : durationWords(replyGapMs),
    ],
    ['Silence', durationWords(totals.silenceMs)],
    ['Overlap', durationWords(totals.overlapMs)],
    ...(margin === null || percent(margin) === 0
      ? []
      : [['The shares may be off by', `${percent(margin)} points`] as const]),
  ];
}

function partWords(
  managerShare: number | null,
  totals: TalkTotals,
  nameOf: (user: string) => string,
): string {
  if (managerShare === null) return 'not measured';
  const manager = managerOf(totals);
  const report = totals.people.find(({ id }) => id !== manager.id) ?? totals.people[1];
  return `${nameOf(report.id)} ${100 - percent(managerShare)} %`;
}

function DeleteFigures({
  room: { talk: desk },
  meetingId,
  onDone,
}: {
  readonly room: LiveRoom;
  readonly meetingId: string;
  readonly onDone: () => Promise<void>;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const [step, setStep] = useState<'settled' | 'asking' | 'failed'>('settled');

  async function discard(): Promise<void> {
    if (!(await desk.discard(meetingId))) {
      setStep('failed');
      return;
    }
    announce('The figures of this meeting are deleted.');
    await onDone();
  }

  if (step === 'settled')
    return (
      <span>
        <Link as="button" onClick={() => setStep('asking')}>
          <Caption1>Delete these figures</Caption1>
        </Link>
      </span>
    );
  return (
    <div className={styles.asks}>
      <Caption1 role="alert">
        {step === 'failed'
          ? 'They could not be deleted. Try again in a moment.'
          : 'For both of you, and for good?'}
      </Caption1>
      <Button size="small" onClick={() => void discard()}>
        Delete
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setStep('settled')}>
        Keep
      </Button>
    </div>
  );
}
