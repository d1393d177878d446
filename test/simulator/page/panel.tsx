/** One person's side panel: the product's own page in a frame, with Teams' answers to its teams-js. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Cast, PairKey } from '../contract.ts';
import { teamsThemes } from './look.ts';
import type { Look } from './look.ts';
import { authToken } from './simulator-client.ts';
import { createTeamsHost } from './teams-host.ts';
import type { PanelStatus, TeamsHost } from './teams-host.ts';

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow8,
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    height: '40px',
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  glyph: {
    display: 'grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
  },
  whose: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  body: { position: 'relative', flexGrow: 1, minHeight: 0 },
  frame: { display: 'block', width: '100%', height: '100%', border: 'none' },
  note: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface PanelProps {
  readonly who: PairKey;
  readonly firstName: string;
  readonly cast: Cast;
  /** Whether the panel is on the screen: open, or still putting its things away. */
  readonly present: boolean;
  /** Another number loads the frame anew. */
  readonly load: number;
  readonly look: Look;
  /** Where in the tab a link led; undefined for its front page. */
  readonly subPage: string | undefined;
  /** Hands the panel's host over while the panel is there. */
  onHost(who: PairKey, host: TeamsHost | undefined): void;
  onLink(who: PairKey, url: string): void;
}

export function Panel(props: PanelProps) {
  const styles = useStyles();
  const { firstName, present, load } = props;
  return (
    <section className={styles.column} aria-label={`${firstName}'s Teams`}>
      <header className={styles.header}>
        <span className={styles.glyph} aria-hidden>
          E
        </span>
        Evenhand
        <span className={styles.whose}>{firstName}&apos;s Teams</span>
      </header>
      <div className={styles.body}>
        {present ? (
          <Frame {...props} key={load} />
        ) : (
          <div className={styles.note}>{firstName} does not have the side panel open.</div>
        )}
      </div>
    </section>
  );
}

function Frame({ who, firstName, cast, look, subPage, onHost, onLink }: PanelProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [status, setStatus] = useState<PanelStatus>({ kind: 'loading' });
  const [host, setHost] = useState<TeamsHost>();

  const context = useEffectEvent(() => contextOf(cast, who, look, subPage));
  const openLink = useEffectEvent((url: string) => onLink(who, url));
  const handOver = useEffectEvent((made: TeamsHost | undefined) => {
    setHost(made);
    onHost(who, made);
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
      <iframe
        ref={frame}
        className={styles.frame}
        title={`${firstName}'s side panel`}
        src="/tab/"
      />
      {status.kind === 'failed' && (
        <div className={styles.note} role="alert">
          {status.message}
        </div>
      )}
    </>
  );
}

function contextOf(cast: Cast, who: PairKey, look: Look, subPage: string | undefined) {
  const person = cast.people[who];
  return {
    entityId: 'evenhand',
    subEntityId: subPage,
    frameContext: 'sidePanel',
    theme: teamsThemes[look],
    locale: 'en-gb',
    meetingId: cast.meetingId,
    chatId: cast.chatId,
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
