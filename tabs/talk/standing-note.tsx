/** How the meter stands at this moment, and what to do about it. */
import {
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import {
  HandRight16Regular,
  Pause16Regular,
  PersonClock16Regular,
  Pulse20Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { LiveRoom } from '../room/live-room.ts';
import { firstNames } from './first-names.ts';
import type { Measuring } from './live-talk.ts';

interface Look {
  readonly kind: string;
  readonly text: string;
  readonly icon: ReactElement;
}

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  stopped: { color: tokens.colorNeutralForeground1 },
  icon: { display: 'flex', alignItems: 'flex-start', paddingTop: '1px' },
});

export function StandingNote({
  room,
  measuring,
}: {
  readonly room: LiveRoom;
  readonly measuring: Measuring;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { kind, text, icon } = lookOf(room, measuring);
  const told = useRef(kind);
  useEffect(() => {
    if (told.current === kind) return;
    told.current = kind;
    announce(`Talk balance: ${text}`);
  }, [announce, kind, text]);
  const isRunning = kind === 'measuring' || kind === 'manual';
  return (
    <Caption1 className={mergeClasses(styles.note, !isRunning && styles.stopped)}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span>{text}</span>
    </Caption1>
  );
}

function lookOf({ me, other }: LiveRoom, { standing, deaf }: Measuring): Look {
  const names = firstNames(me, other);
  const kind = standing.kind;
  const [deafUser] = deaf;
  if (kind === 'paused')
    return {
      kind,
      text: 'Paused: a third person is in the meeting. It goes on when the two of you are alone.',
      icon: <Pause16Regular />,
    };
  if (kind === 'manual') return { kind, text: 'Counted by hand.', icon: <HandRight16Regular /> };
  if (deafUser !== undefined)
    return {
      kind: 'deaf',
      text: `Not available here: ${whose(deafUser, me.id, names.other)} Teams does not tell when somebody speaks. Count by hand instead.`,
      icon: <Warning16Regular />,
    };
  switch (standing.kind) {
    case 'measuring':
      return { kind, text: 'Measuring.', icon: <Pulse20Regular fontSize={16} /> };
    case 'waiting-for-person':
      return {
        kind,
        text: 'Waiting until you are both in the meeting.',
        icon: <PersonClock16Regular />,
      };
    case 'waiting-for-panel':
      return {
        kind,
        text: standing.users.includes(other.id)
          ? `Waiting for ${names.other} to open this panel.`
          : 'Starting.',
        icon: <PersonClock16Regular />,
      };
    case 'unusable':
      return {
        kind,
        text: `Not available here: ${whoseOf(standing.users, me.id, names.other)} reports everybody’s speech, not the other’s alone. Count by hand instead.`,
        icon: <Warning16Regular />,
      };
  }
}

function whose(user: string, me: string, other: string): string {
  return user === me ? 'your' : `${other}’s`;
}

/** Nobody is blamed where either of the two may have it. */
function whoseOf(users: readonly string[], me: string, other: string): string {
  const [user, ...more] = users;
  return user === undefined || more.length > 0
    ? 'one of your two Teams clients'
    : `${whose(user, me, other)} Teams`;
}
