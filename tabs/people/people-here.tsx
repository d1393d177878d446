/** The two people of the 1:1: who is here now, and in which role. */
import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../../shared/people/person.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom, SteadyRoom } from '../room/live-room.ts';
import { Face } from './face.tsx';
import { RoleMenu } from './role-menu.tsx';
import { roleNames } from './role-names.ts';
import { useRoleSwap } from './use-role-swap.ts';

const useStyles = makeStyles({
  people: {
    // An empty bullet, not none: without any, Safari no longer calls it a list.
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  person: {
    flexBasis: '7rem',
    flexGrow: 1,
    maxWidth: '14rem',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  name: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: tokens.lineHeightBase200,
  },
  away: { color: tokens.colorNeutralForeground3 },
  role: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '24px',
    whiteSpace: 'nowrap',
    marginTop: '-3px',
    color: tokens.colorNeutralForeground3,
  },
});

export const PeopleHere = memo(function PeopleHere({
  room,
  here,
}: {
  readonly room: SteadyRoom;
  /** Who has a panel open in this room. */
  readonly here: LiveRoom['here'];
}) {
  const styles = useStyles();
  const say = useSay();
  const { me, other } = room;
  const { step, choose } = useRoleSwap(room);
  return (
    <div>
      <ul className={styles.people} aria-label={say('People')}>
        <PersonLine person={me} isHere={isHere(here, me)}>
          <RoleMenu
            me={me}
            other={other}
            isSwapping={step === 'swapping'}
            onChoose={(role) => void choose(role)}
          />
        </PersonLine>
        <PersonLine person={other} isHere={isHere(here, other)}>
          <Caption1 className={styles.role}>
            {isHere(here, other) || here.length === 0
              ? roleNames(say)[other.role]
              : say('{role}, not here', { role: roleNames(say)[other.role] })}
          </Caption1>
        </PersonLine>
      </ul>
      {step === 'failed' && (
        <FailureLine>{say('The roles could not be swapped. Try again in a moment.')}</FailureLine>
      )}
    </div>
  );
});

function isHere(here: LiveRoom['here'], { id }: Person): boolean {
  return here.some((each) => each.id === id);
}

function PersonLine({
  person,
  isHere,
  children,
}: {
  readonly person: Person;
  readonly isHere: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <li className={styles.person}>
      <Face person={person} isHere={isHere} />
      <span className={styles.words}>
        <Text
          size={200}
          weight="semibold"
          className={mergeClasses(styles.name, !isHere && styles.away)}
          title={person.name}
        >
          {person.name}
        </Text>
        {children}
      </span>
    </li>
  );
}
