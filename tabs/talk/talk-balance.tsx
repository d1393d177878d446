/** The talk balance of the panel: off, live while the meeting runs, or the review of what was. */
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { memo, Suspense, useId } from 'react';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { cardStyles } from '../card-styles.ts';
import { BalanceOutline } from './balance-outline.tsx';
import { DiscardedNote } from './discarded-note.tsx';
import { TalkConsent } from './talk-consent.tsx';
import { TalkMenu } from './talk-menu.tsx';
import { useTalk } from './use-talk.ts';
import { lazyPart } from '../lazy-part.ts';

const LiveBalance = lazyPart(() =>
  import('./live-balance.tsx').then(({ LiveBalance }) => ({ default: LiveBalance })),
);
const TalkReview = lazyPart(() =>
  import('./talk-review.tsx').then(({ TalkReview }) => ({ default: TalkReview })),
);

const useStyles = makeStyles({
  region: { ...cardStyles.card, display: 'grid', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '24px',
  },
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export const TalkBalance = memo(function TalkBalance({ room }: { readonly room: SteadyRoom }) {
  const styles = useStyles();
  const say = useSay();
  const titleId = useId();
  const talk = useTalk(room.talk);
  const { stage } = room.meeting;
  const isMine = talk.mine === 'series' || talk.mine === 'meeting';
  // Both have agreed for all meetings, and the room is not reached yet: the balance is on its way.
  const isComing = stage === 'running' && !talk.isReached && isMine && talk.hasOtherAgreed;
  return (
    <section className={styles.region} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Caption1Strong as="h2" id={titleId} className={styles.title}>
          {say('Talk balance')}
        </Caption1Strong>
        {stage !== 'ended' && isMine && <TalkMenu room={room} talk={talk} />}
      </div>
      {stage !== 'ended' && <DiscardedNote room={room} talk={talk} />}
      {talk.measuring !== undefined && (
        <Suspense fallback={<BalanceOutline meetingMs={talk.measuring.meetingMs} />}>
          <LiveBalance room={room} measuring={talk.measuring} nudge={talk.nudge} />
        </Suspense>
      )}
      {isComing && (
        <BalanceOutline meetingMs={room.now() - (room.meeting.startedAt ?? room.now())} />
      )}
      {stage !== 'ended' && talk.measuring === undefined && !isComing && (
        <TalkConsent room={room} talk={talk} />
      )}
      {stage !== 'running' && (
        <Suspense
          fallback={stage === 'ended' && <Caption1>{say('Fetching the figures…')}</Caption1>}
        >
          <TalkReview key={`${room.meeting.id} ${stage}`} room={room} />
        </Suspense>
      )}
    </section>
  );
});
