/** One person's side panel: the product's own page in a frame, with Teams' answers to its teams-js. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Cast, PairKey } from '../contract.ts';
import { AppFrame, contextOf } from './app-frame.tsx';
import { AppWindow } from './app-window.tsx';
import type { Look } from './look.ts';
import type { TeamsHost } from './teams-host.ts';

const useStyles = makeStyles({
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

export function Panel({ who, firstName, cast, present, load, ...props }: PanelProps) {
  const styles = useStyles();
  return (
    <AppWindow firstName={firstName} name={`${firstName}'s Teams`}>
      {present ? (
        <AppFrame
          key={load}
          who={who}
          title={`${firstName}'s side panel`}
          look={props.look}
          context={(theme) => ({
            ...contextOf(cast, who, theme),
            entityId: 'one-on-one',
            subEntityId: props.subPage,
            frameContext: 'sidePanel',
            meetingId: cast.meetingId,
            chatId: cast.chatId,
          })}
          onHost={(host) => props.onHost(who, host)}
          onLink={(url) => props.onLink(who, url)}
        />
      ) : (
        <div className={styles.note}>{firstName} does not have the side panel open.</div>
      )}
    </AppWindow>
  );
}
