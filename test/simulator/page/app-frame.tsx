/** The product's own page in a frame, with Teams' answers to its teams-js. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Cast, PersonKey } from '../contract.ts';
import { localeOf } from './language-select.tsx';
import { teamsThemes } from './look.ts';
import type { Look } from './look.ts';
import { authToken } from './simulator-client.ts';
import { createTeamsHost } from './teams-host.ts';
import type { PanelStatus, TeamsHost } from './teams-host.ts';

const useStyles = makeStyles({
  frame: { display: 'block', width: '100%', height: '100%', border: 'none' },
  note: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface AppFrameProps {
  readonly who: PersonKey;
  readonly title: string;
  readonly look: Look;
  /** The flat context that `app.getContext` asks for. */
  context(theme: string): Readonly<Record<string, unknown>>;
  /** Hands the frame's host over while the frame is there. */
  onHost(host: TeamsHost | undefined): void;
  onLink(url: string): void;
}

export function AppFrame({ who, title, look, ...props }: AppFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [status, setStatus] = useState<PanelStatus>({ kind: 'loading' });
  const [host, setHost] = useState<TeamsHost>();

  const context = useEffectEvent(() => props.context(teamsThemes[look]));
  const openLink = useEffectEvent((url: string) => props.onLink(url));
  const handOver = useEffectEvent((made: TeamsHost | undefined) => {
    setHost(made);
    props.onHost(made);
  });
  useEffect(() => {
    if (!frame.current) return undefined;
    const made = createTeamsHost({
      frame: frame.current,
      context: () => context(),
      authToken: () => authToken(who),
      openLink: (url) => openLink(url),
      onStatus: setStatus,
    });
    handOver(made);
    return () => {
      made.detach();
      handOver(undefined);
    };
  }, [who]);

  useEffect(() => host?.changeTheme(teamsThemes[look]), [host, look]);

  return (
    <>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- as in Teams, the app keeps its own origin */}
      <iframe ref={frame} className={styles.frame} title={title} src="/tab/" />
      {status.kind === 'failed' && (
        <div className={styles.note} role="alert">
          {status.message}
        </div>
      )}
    </>
  );
}

/** What Teams says of this person wherever the app is open. */
export function contextOf(cast: Cast, who: PersonKey, theme: string) {
  const person = cast.people[who];
  return {
    theme,
    locale: localeOf(who),
    tid: cast.tenantId,
    userObjectId: person.oid,
    userDisplayName: person.name,
    userPrincipalName: person.email,
    loginHint: person.email,
    hostClientType: 'desktop',
    hostName: 'Teams',
    ringId: 'general',
    sessionId: `simulated-${who}`,
    isFullScreen: false,
    isMultiWindow: true,
  };
}
