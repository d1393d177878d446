/** Who speaks, by button or by script, and how that reaches the two clients. */
import { useEffect, useState } from 'react';
import type { PairKey } from '../contract.ts';
import type { Clients } from './clients.ts';
import { audibleTo } from './hearing.ts';
import type { Speakers } from './hearing.ts';
import { speakersAt } from './sample-conversation.ts';
import { usePlayback } from './use-sample-conversation.ts';
import type { Playback } from './use-sample-conversation.ts';

export interface Speech {
  readonly speaks: Speakers;
  readonly hearsEveryone: Speakers;
  readonly hangOverMs: number;
  readonly playback: Playback;
  setSpeaks(who: PairKey, speaks: boolean): void;
  setHearsEveryone(who: PairKey, hears: boolean): void;
  setHangOver(ms: number): void;
  /** Everybody leaves the call. */
  fallSilent(): void;
}

const nobody: Speakers = { ana: false, ben: false };

/** In the middle of what clients of Teams have been seen to do. */
const usualHangOverMs = 800;

export function useSpeech(clients: Clients): Speech {
  const [pressed, setPressed] = useState(nobody);
  const [hearsEveryone, setHearsEveryone] = useState(nobody);
  const [hangOverMs, setHangOver] = useState(usualHangOverMs);
  const playback = usePlayback();

  const scripted = playback.at === undefined ? nobody : speakersAt(playback.at);
  const speaks = { ana: pressed.ana || scripted.ana, ben: pressed.ben || scripted.ben };
  const { ana, ben } = audibleTo(speaks, hearsEveryone);
  useEffect(() => clients.hear({ ana, ben }, hangOverMs), [clients, ana, ben, hangOverMs]);
  useEffect(() => clients.stop, [clients]);

  return {
    speaks,
    hearsEveryone,
    hangOverMs,
    playback,
    setSpeaks: (who, on) => setPressed((all) => ({ ...all, [who]: on })),
    setHearsEveryone: (who, on) => setHearsEveryone((all) => ({ ...all, [who]: on })),
    setHangOver,
    fallSilent() {
      setPressed(nobody);
      playback.stop();
    },
  };
}
