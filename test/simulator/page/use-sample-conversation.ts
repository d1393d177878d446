/** Plays the sample conversation: where it is, and who speaks in it at the moment. */
import { useEffect, useState } from 'react';
import { scriptMs } from './sample-conversation.ts';

/** Finer than a listener notices, coarser than every frame. */
const stepMs = 50;

export interface Playback {
  /** Milliseconds into the script; undefined when it does not play. */
  readonly at: number | undefined;
  play(): void;
  stop(): void;
}

export function usePlayback(): Playback {
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);

  useEffect(() => {
    if (!playing) return undefined;
    const began = performance.now();
    const stepping = setInterval(() => {
      const now = performance.now() - began;
      setAt(now);
      if (now >= scriptMs) setPlaying(false);
    }, stepMs);
    return () => clearInterval(stepping);
  }, [playing]);

  return {
    at: playing ? at : undefined,
    play: () => {
      setAt(0);
      setPlaying(true);
    },
    stop: () => setPlaying(false),
  };
}
