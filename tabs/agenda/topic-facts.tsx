/** What there is to know about a topic, in one quiet line. */
import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  Checkmark12Regular,
  Clock16Regular,
  History16Regular,
  Pause12Regular,
  Person16Regular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { Topic } from '../../shared/agenda/topic.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { unseenStyle } from '../unseen-style.ts';
import { ageText } from './age-text.ts';
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
  raisedBy,
  meetingNumber,
  isEnded,
}: {
  readonly topic: Topic;
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
      {topic.plannedMinutes !== null && (
        <Fact icon={<Clock16Regular />}>
          <span className={styles.unseen}>Planned: </span>
          {topic.plannedMinutes} min
        </Fact>
      )}
      {age !== undefined && <Fact icon={<History16Regular />}>{age}</Fact>}
    </div>
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
