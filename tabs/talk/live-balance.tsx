/** The balance while the meeting runs: a thin bar, the words for it, and how the meter stands. */
import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Say } from '../../shared/language/say.ts';
import type { Nudge } from '../../shared/talk/nudge-questions.ts';
import { coverageWords, percent } from '../../shared/talk/talk-words.ts';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';
import type { Measuring } from './live-talk.ts';
import { ManualTalk } from './manual-talk.tsx';
import { NudgeNote } from './nudge-note.tsx';
import { standingHeight } from './standing-height.ts';
import { StandingNote } from './standing-note.tsx';
import { TalkBar } from './talk-bar.tsx';

/** A margin below this is within what whole percents say. */
const marginShown = 0.03;

const useStyles = makeStyles({
  live: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: standingHeight,
    columnGap: tokens.spacingHorizontalS,
  },
  words: { fontVariantNumeric: 'tabular-nums' },
});

export function LiveBalance({
  room,
  measuring,
  nudge,
}: {
  readonly room: SteadyRoom;
  readonly measuring: Measuring;
  readonly nudge: Nudge | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const [wantsHand, setWantsHand] = useState(false);
  const { me, other, talk: desk } = room;
  const { standing, measured, deaf } = measuring;
  const needsHand =
    wantsHand || deaf.size > 0 || standing.kind === 'manual' || standing.kind === 'unusable';
  const share = measured.balance.people.find(({ id }) => id === other.id)?.share ?? null;
  return (
    <div className={styles.live}>
      <TalkBar share={share} />
      <Caption1 className={styles.words}>{wordsOf(say, room, measuring)}</Caption1>
      <div className={styles.standing}>
        <StandingNote room={room} measuring={measuring} />
        {!needsHand && (
          <Link as="button" onClick={() => setWantsHand(true)}>
            <Caption1>{say('Count by hand')}</Caption1>
          </Link>
        )}
      </div>
      {needsHand && <ManualTalk room={room} tapped={measuring.tapped} />}
      {nudge !== undefined && me.role === 'manager' && (
        <NudgeNote nudge={nudge} onDismiss={() => desk.dismissNudge()} />
      )}
    </div>
  );
}

function wordsOf(say: Say, { me, other }: SteadyRoom, { measured, meetingMs }: Measuring): string {
  const names = firstNames(me, other);
  const { people, measuredMs } = measured.balance;
  const share = people.find(({ id }) => id === other.id)?.share ?? null;
  const coverage = coverageWords(say, measuredMs, meetingMs);
  if (share === null) return say('Nobody has been heard yet, measured {coverage}', { coverage });
  const theirs = percent(share);
  const values = { me: names.me, mine: 100 - theirs, other: names.other, theirs, coverage };
  if (measured.mode === 'manual')
    return say(
      '{me} {mine, number} %, {other} {theirs, number} %, by hand, measured {coverage}',
      values,
    );
  const margin = measured.source.margin ?? 0;
  return margin < marginShown
    ? say('{me} {mine, number} %, {other} {theirs, number} %, measured {coverage}', values)
    : say(
        '{me} {mine, number} %, {other} {theirs, number} % ± {margin, number}, measured {coverage}',
        {
          ...values,
          margin: percent(margin),
        },
      );
}
