/** The meeting's title bar: which meeting of the series it is, and how long it has been running. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Scene } from '../contract.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalXS,
    color: '#ffffff',
    whiteSpace: 'nowrap',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  when: { color: '#c8c6c4', fontSize: tokens.fontSizeBase200 },
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    fontVariantNumeric: 'tabular-nums',
  },
});

export function MeetingHeader({
  scene,
  connected,
}: {
  readonly scene: Scene;
  readonly connected: boolean;
}) {
  const styles = useStyles();
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(scene.scheduledAt);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{scene.title}</h1>
      <span className={styles.when}>
        Meeting {scene.occurrence} of the series, planned for {day}
      </span>
      <output className={styles.state}>
        {!connected && (
          <Badge color="warning" appearance="filled">
            Looking for the server
          </Badge>
        )}
        <StageBadge scene={scene} />
      </output>
    </header>
  );
}

function StageBadge({ scene }: { readonly scene: Scene }) {
  switch (scene.stage) {
    case 'planned':
      return (
        <Badge appearance="filled" color="informative">
          Not started
        </Badge>
      );
    case 'ended':
      return (
        <Badge appearance="filled" color="informative">
          Ended
        </Badge>
      );
    case 'running':
      return (
        <>
          <Badge appearance="filled" color="danger">
            In a meeting
          </Badge>
          {scene.startedAt !== null && <Elapsed since={scene.startedAt} />}
        </>
      );
  }
}

function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
  return (
    <span aria-hidden>
      {minutes}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}
