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
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
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
  readonly room: SteadyRoom;
  readonly measuring: Measuring;
}) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const { kind, text, icon } = lookOf(say, room, measuring);
  const told = useRef(kind);
  useEffect(() => {
    if (told.current === kind) return;
    told.current = kind;
    announce(say('Talk balance: {text}', { text }));
  }, [announce, say, kind, text]);
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

function lookOf(say: Say, { me, other }: SteadyRoom, { standing, deaf }: Measuring): Look {
  const name = firstNames(me, other).other;
  const kind = standing.kind;
  const [deafUser] = deaf;
  if (kind === 'paused')
    return {
      kind,
      text: say(
        'Paused: a third person is in the meeting. It goes on when the two of you are alone.',
      ),
      icon: <Pause16Regular />,
    };
  if (kind === 'manual')
    return { kind, text: say('Counted by hand.'), icon: <HandRight16Regular /> };
  if (deafUser !== undefined)
    return {
      kind: 'deaf',
      text:
        deafUser === me.id
          ? say(
              'Not available here: your Teams does not tell when somebody speaks. Count by hand instead.',
            )
          : say(
              'Not available here: {name}’s Teams does not tell when somebody speaks. Count by hand instead.',
              { name },
            ),
      icon: <Warning16Regular />,
    };
  switch (standing.kind) {
    case 'measuring':
      return { kind, text: say('Measuring.'), icon: <Pulse20Regular fontSize={16} /> };
    case 'waiting-for-person':
      return {
        kind,
        text: say('Waiting until you are both in the meeting.'),
        icon: <PersonClock16Regular />,
      };
    case 'waiting-for-panel':
      return {
        kind,
        text: standing.users.includes(other.id)
          ? say('Waiting for {name} to open this panel.', { name })
          : say('Starting.'),
        icon: <PersonClock16Regular />,
      };
    case 'unusable':
      return {
        kind,
        text: hearsEverybody(say, standing.users, { me: me.id, name }),
        icon: <Warning16Regular />,
      };
  }
}

/** Nobody is blamed where either of the two may have it. */
function hearsEverybody(
  say: Say,
  [user, ...more]: readonly string[],
  { me, name }: { readonly me: string; readonly name: string },
): string {
  if (user === undefined || more.length > 0)
    return say(
      'Not available here: one of your two Teams clients reports everybody’s speech, not the other’s alone. Count by hand instead.',
    );
  return user === me
    ? say(
        'Not available here: your Teams reports everybody’s speech, not the other’s alone. Count by hand instead.',
      )
    : say(
        'Not available here: {name}’s Teams reports everybody’s speech, not the other’s alone. Count by hand instead.',
        { name },
      );
}
