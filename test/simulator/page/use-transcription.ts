/** Teams' own transcription: while it is on, who says what is written down, and handed in at its end. */
import { useEffect, useRef, useState } from 'react';
import type { PairKey, TranscriptRequest } from '../contract.ts';
import { script } from './sample-conversation.ts';
import { createTranscriber } from './transcriber.ts';
import type { Speech } from './use-speech.ts';

export interface Transcription {
  readonly isOn: boolean;
  setOn(on: boolean): void;
}

/** It ends when it is switched off and when the meeting ends; it stays switched on for the next. */
export function useTranscription(
  { speaks, playback }: Speech,
  isRunning: boolean,
  handIn: (transcript: TranscriptRequest) => void,
): Transcription {
  const [isOn, setOn] = useState(false);
  const [transcriber] = useState(createTranscriber);
  const scriptAt = useRef(playback.at);
  const give = useRef(handIn);
  useEffect(() => {
    scriptAt.current = playback.at;
    give.current = handIn;
  });

  const { ana, ben } = speaks;
  useEffect(
    () => transcriber.hear({ ana, ben }, Date.now(), (who) => wordsOf(who, scriptAt.current)),
    [transcriber, ana, ben],
  );

  const isWriting = isOn && isRunning;
  useEffect(() => {
    if (!isWriting) return undefined;
    transcriber.begin(Date.now());
    return () => {
      const transcript = transcriber.end(Date.now());
      if (transcript !== undefined) give.current(transcript);
    };
  }, [transcriber, isWriting]);

  return { isOn, setOn };
}

function wordsOf(who: PairKey, at: number | undefined): string {
  const line = script.find(
    ({ by, from, to }) => by === who && at !== undefined && at >= from && at < to,
  );
  return line?.text ?? 'Something that was said in confidence.';
}
