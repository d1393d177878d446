/** What there is to know about a topic, in one quiet line. */
import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  Checkmark12Regular,
  Clock16Regular,
  History16Regular,
  Pause12Regular,
  Pause16Regular,
  Person16Regular,
} from '@fluentui/react-icons';
import { memo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Topic, TopicFrame } from '../../shared/agenda/topic.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { unseenStyle } from '../unseen-style.ts';
import { ageText } from './age-text.ts';
import { OtherHere } from './other-here.tsx';
import { useSpentMinutes } from './time-context.ts';
import { ElementBadge } from './element-badge.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground3,
  },
  fact: { display: 'inline-flex', alignItems: 'center', columnGap: '2px', minWidth: 0 },
  icon: { display: 'flex', flexShrink: 0 },
  unseen: unseenStyle,
});

export const TopicFacts = memo(function TopicFacts({
  topic,
  wasParked,
  raisedBy,
  meetingNumber,
  isEnded,
}: {
  readonly topic: TopicFrame;
  /** It waited because somebody parked it in the meeting before. */
  readonly wasParked: boolean;
  readonly raisedBy: string;
  readonly meetingNumber: number;
  readonly isEnded: boolean;
}) {
  const styles = useStyles();
  const say = useSay();
  const age = ageText(say, meetingNumber, topic.raisedIn);
  return (
    <div className={styles.facts}>
      <StateBadge state={isEnded && topic.state === 'discussing' ? 'open' : topic.state} />
      <ElementBadge element={topic.element} />
      <Fact icon={<Person16Regular />}>
        <span className={styles.unseen}>{say('Raised by {name}', { name: raisedBy })}</span>
        <span aria-hidden>{raisedBy}</span>
      </Fact>
      <TimeFact topicId={topic.id} plannedMinutes={topic.plannedMinutes} />
      {age !== undefined && <Fact icon={<History16Regular />}>{age}</Fact>}
      <OtherHere topicId={topic.id} />
      {wasParked && <Fact icon={<Pause16Regular />}>{say('parked last time')}</Fact>}
    </div>
  );
});

function TimeFact({
  topicId,
  plannedMinutes,
}: {
  readonly topicId: string;
  readonly plannedMinutes: number | null;
}) {
  const styles = useStyles();
  const say = useSay();
  const spent = useSpentMinutes(topicId);
  if (plannedMinutes === null && spent === undefined) return null;
  return (
    <Fact icon={<Clock16Regular />}>
      <span className={styles.unseen}>{timeText(say, spent, plannedMinutes)}</span>
      <span aria-hidden>{shortTimeText(say, spent, plannedMinutes)}</span>
    </Fact>
  );
}

function timeText(say: Say, spent: number | undefined, planned: number | null): string {
  if (spent === undefined) return say('Planned: {planned, number} min', { planned: planned ?? 0 });
  return planned === null
    ? say('Spent: {spent, number} min', { spent })
    : say('Spent: {spent, number} of {planned, number} min', { spent, planned });
}

function shortTimeText(say: Say, spent: number | undefined, planned: number | null): string {
  return spent === undefined || planned === null
    ? say('{count, number} min', { count: spent ?? planned ?? 0 })
    : say('{spent, number} of {planned, number} min', { spent, planned });
}

function StateBadge({ state }: { readonly state: Topic['state'] }) {
  const { badge } = useScalableStyles();
  const say = useSay();
  switch (state) {
    case 'open':
      return null;
    case 'discussing':
      return (
        <Badge color="brand" className={badge}>
          {say('Discussing')}
        </Badge>
      );
    case 'done':
      return (
        <Badge
          className={badge}
          color="informative"
          appearance="outline"
          icon={<Checkmark12Regular />}
        >
          {say('Done')}
        </Badge>
      );
    case 'parked':
      return (
        <Badge className={badge} color="informative" appearance="outline" icon={<Pause12Regular />}>
          {say('Parked')}
        </Badge>
      );
  }
}

function Fact({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Caption1 className={styles.fact}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span>{children}</span>
    </Caption1>
  );
}
