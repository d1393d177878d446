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
import type { ReactElement, ReactNode } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
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

export function TopicFacts({
  topic,
  wasParked,
  raisedBy,
  meetingNumber,
  isEnded,
}: {
  readonly topic: Topic;
  /** It waited because somebody parked it in the meeting before. */
  readonly wasParked: boolean;
  readonly raisedBy: string;
  readonly meetingNumber: number;
  readonly isEnded: boolean;
}) {
  const styles = useStyles();
  const age = ageText(meetingNumber, topic.raisedIn);
  return (
    <div className={styles.facts}>
      <StateBadge state={isEnded && topic.state === 'discussing' ? 'open' : topic.state} />
      <ElementBadge element={topic.element} />
      <Fact icon={<Person16Regular />}>
        <span className={styles.unseen}>Raised by </span>
        {raisedBy}
      </Fact>
      <TimeFact topicId={topic.id} plannedMinutes={topic.plannedMinutes} />
      {age !== undefined && <Fact icon={<History16Regular />}>{age}</Fact>}
      <OtherHere topicId={topic.id} />
      {wasParked && <Fact icon={<Pause16Regular />}>parked last time</Fact>}
    </div>
  );
}

function TimeFact({
  topicId,
  plannedMinutes,
}: {
  readonly topicId: string;
  readonly plannedMinutes: number | null;
}) {
  const styles = useStyles();
  const spent = useSpentMinutes(topicId);
  if (plannedMinutes === null && spent === undefined) return null;
  return (
    <Fact icon={<Clock16Regular />}>
      {spent === undefined ? (
        <span className={styles.unseen}>Planned: </span>
      ) : (
        <>
          <span className={styles.unseen}>Spent: </span>
          {plannedMinutes === null ? spent : `${spent} of `}
        </>
      )}
      {plannedMinutes} min
    </Fact>
  );
}

function StateBadge({ state }: { readonly state: Topic['state'] }) {
  const { badge } = useScalableStyles();
  switch (state) {
    case 'open':
      return null;
    case 'discussing':
      return (
        <Badge color="brand" className={badge}>
          Discussing
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
          Done
        </Badge>
      );
    case 'parked':
      return (
        <Badge className={badge} color="informative" appearance="outline" icon={<Pause12Regular />}>
          Parked
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
