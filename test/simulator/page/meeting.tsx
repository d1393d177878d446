/** The meeting on the screen: stage, two side panels, chat, and the bar that moves it all. */
import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { z } from 'zod';
import type { Cast, Notice, PersonKey, Scene } from '../contract.ts';
import { Chat } from './chat.tsx';
import { createClients } from './clients.ts';
import { ControlBar } from './control-bar.tsx';
import type { Look } from './look.ts';
import { MeetingHeader } from './meeting-header.tsx';
import { Panel } from './panel.tsx';
import { PersonalApps } from './personal-apps.tsx';
import {
  bringThirdPerson,
  endMeeting,
  handInTranscript,
  nextMeeting,
  startMeeting,
} from './simulator-client.ts';
import { Stage } from './stage.tsx';
import { usePanels } from './use-panels.ts';
import { useSpeech } from './use-speech.ts';
import { useTranscription } from './use-transcription.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: '32px minmax(0, 1fr) auto',
    gap: '8px',
    boxSizing: 'border-box',
    height: '100%',
    padding: '8px',
    backgroundColor: '#141414',
    '@media (width < 1240px)': { height: 'auto', minHeight: '100%' },
  },
  room: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 312px 312px 312px',
    gap: '8px',
    minHeight: 0,
    '@media (width >= 1500px)': { gridTemplateColumns: 'minmax(0, 1fr) 320px 320px 360px' },
    '@media (width < 1240px)': {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gridTemplateRows: '260px 640px 480px',
      '& > :first-child, & > :last-child': { gridColumn: '1 / -1' },
    },
  },
});

export interface MeetingProps {
  readonly scene: Scene;
  readonly cast: Cast;
  readonly connected: boolean;
  readonly look: Look;
  /** The chat in which the bot is writing. */
  readonly typingIn: string | undefined;
  onLook(look: Look): void;
  notice(notice: Notice): void;
}

const pair = ['ana', 'ben'] as const;
const everybody = ['ana', 'ben', 'cleo'] as const;

export function Meeting({ scene, cast, connected, look, typingIn, onLook, notice }: MeetingProps) {
  const styles = useStyles();
  const [clients] = useState(createClients);
  const panels = usePanels(clients);
  const speech = useSpeech(clients);
  const { at } = speech.playback;
  const [ownApps, setOwnApps] = useState<readonly PersonKey[]>([]);

  const trying = (what: Promise<unknown>): void => {
    what.catch((error: unknown) => notice({ kind: 'problem', text: String(error) }));
  };

  const transcription = useTranscription(speech, scene.stage === 'running', (transcript) =>
    trying(handInTranscript(transcript)),
  );

  /** A link into the tab opens the panel of who followed it; any other opens beside the meeting. */
  const onLink = (who: PersonKey, url: string): void => {
    if (!url.startsWith('https://teams.microsoft.com/l/entity/')) {
      if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
      return;
    }
    const { chatId, subEntityId } = placeOf(url);
    if (who !== 'cleo' && chatId === cast.chatId) panels.openAt(who, subEntityId);
    else notice({ kind: 'info', text: 'That chat is not part of the simulator.' });
  };

  const firstNames = { ana: firstOf(scene.people.ana), ben: firstOf(scene.people.ben) };
  return (
    <div className={styles.page}>
      <MeetingHeader scene={scene} connected={connected} />
      <main className={styles.room}>
        {ownApps.length > 0 ? (
          <PersonalApps of={ownApps} cast={cast} look={look} onLink={onLink} />
        ) : (
          <Stage scene={scene} look={look} speaks={speech.speaks} sampleAt={at} />
        )}
        {pair.map((who) => (
          <Panel
            key={who}
            who={who}
            firstName={firstNames[who]}
            cast={cast}
            present={panels.of[who].stands !== 'closed'}
            load={panels.of[who].load}
            look={look}
            subPage={panels.of[who].subPage}
            onHost={clients.show}
            onLink={onLink}
          />
        ))}
        <Chat scene={scene} cast={cast} look={look} typingIn={typingIn} onLink={onLink} />
      </main>
      <ControlBar
        firstNames={firstNames}
        stage={scene.stage}
        thirdPerson={scene.thirdPerson}
        speech={speech}
        transcription={transcription}
        panels={panels}
        ownApps={ownApps}
        look={look}
        onOwnApp={(who, open) =>
          setOwnApps(everybody.filter((each) => (each === who ? open : ownApps.includes(each))))
        }
        onStart={() => trying(startMeeting())}
        onEnd={() => {
          speech.fallSilent();
          trying(endMeeting());
        }}
        onNext={() => {
          speech.fallSilent();
          trying(nextMeeting());
        }}
        onThirdPerson={(present) => trying(bringThirdPerson(present))}
        onLook={onLook}
      />
    </div>
  );
}

const firstOf = (name: string): string => name.split(' ')[0] ?? name;

const Place = z.object({ chatId: z.string().optional(), subEntityId: z.string().optional() });

/** Which chat, and where in its tab, a deep link of Teams leads to. */
function placeOf(url: string): z.infer<typeof Place> {
  const context = new URL(url).searchParams.get('context');
  return Place.parse(context === null ? {} : JSON.parse(context));
}
