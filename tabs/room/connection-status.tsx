/** How safe what was typed is, in one word that is always there. */
import {
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CloudArrowUp16Regular,
  CloudCheckmark16Regular,
  CloudOff16Regular,
} from '@fluentui/react-icons';
import { memo, useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { useSettled } from '../use-settled.ts';
import type { Connection } from './live-room.ts';

interface Look {
  readonly text: string;
  readonly icon: ReactElement;
  /** What it means for the person, shown on hover and told when it starts. */
  readonly meaning: string;
}

export function tooLate(say: Say): string {
  return say(
    'The 1:1 ended while this panel was cut off. What you wrote since then is not in its record: copy what you still need before you close this panel.',
  );
}

function lookOf(connection: Connection, say: Say): Look {
  switch (connection) {
    case 'saved':
      return {
        text: say('Saved'),
        icon: <CloudCheckmark16Regular />,
        meaning: say('Everything is saved and shared.'),
      };
    case 'saving':
      return {
        text: say('Saving'),
        icon: <CloudArrowUp16Regular />,
        meaning: say('The last edit is on its way.'),
      };
    case 'offline':
      return {
        text: say('Offline'),
        icon: <CloudOff16Regular />,
        meaning: say(
          'You are offline. Keep this panel open: your edits are kept here until you are back.',
        ),
      };
    case 'too-late':
      return {
        text: say('Not saved'),
        icon: <CloudOff16Regular />,
        meaning: tooLate(say),
      };
    case 'reconnecting':
      return {
        text: say('Reconnecting'),
        icon: <ArrowSync16Regular />,
        meaning: say('Connecting to your 1:1. Keep this panel open.'),
      };
  }
}

/** The record is brought up to date several times while one types: that is no news until one rests. */
const restMs = 500;

const useStyles = makeStyles({
  status: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  apart: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'flex' },
});

export const ConnectionStatus = memo(function ConnectionStatus({
  connection,
}: {
  readonly connection: Connection;
}) {
  const styles = useStyles();
  const say = useSay();
  const isApart = isCutOff(connection);
  const settled = useSettled(connection, restMs);
  const shown = connection === 'saved' && settled === 'saving' ? 'saving' : connection;
  const { text, icon, meaning } = lookOf(shown, say);
  useChangesTold(isApart, meaning);
  return (
    // It changes with every key pressed: only losing touch, and being back, is told aloud.
    <output
      aria-live="off"
      aria-label={say('Connection')}
      title={meaning}
      className={mergeClasses(styles.status, isApart && styles.apart)}
    >
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {text}
    </output>
  );
});

function isCutOff(connection: Connection): boolean {
  return connection === 'offline' || connection === 'reconnecting';
}

function useChangesTold(isApart: boolean, meaning: string): void {
  const { announce } = useAnnounce();
  const say = useSay();
  const wasApart = useRef(isApart);
  useEffect(() => {
    if (wasApart.current === isApart) return;
    wasApart.current = isApart;
    announce(isApart ? meaning : say('Connected again.'), { alert: isApart });
  }, [announce, say, isApart, meaning]);
}
