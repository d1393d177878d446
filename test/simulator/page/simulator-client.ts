/** The page's line to the simulator's server: the scene as it changes, and what the person asks for. */
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { CardActionAnswer, Cast, Notice, Scene, TokenAnswer } from '../contract.ts';
import { localeOf } from './language-select.tsx';
import type { CardActionRequest, PairKey, PersonKey, TranscriptRequest } from '../contract.ts';

const Typing = z.object({ chatId: z.string() });

export interface SceneFeed {
  readonly scene: Scene | undefined;
  readonly cast: Cast | undefined;
  readonly connected: boolean;
}

/** Listens as long as the page is open; finds the server again after a restart. */
export function useSceneFeed(listener: {
  notice(notice: Notice): void;
  /** The chat in which the bot is writing; undefined when it has written. */
  typing(chatId: string | undefined): void;
}): SceneFeed {
  const [scene, setScene] = useState<Scene>();
  const [cast, setCast] = useState<Cast>();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    const events = new EventSource('/simulator/api/events');
    events.addEventListener('open', () => {
      setConnected(true);
      ask('cast').then(
        (answer) => setCast(Cast.parse(answer)),
        () => setConnected(false),
      );
    });
    events.addEventListener('error', () => setConnected(false));
    events.addEventListener('scene', ({ data }) => {
      setScene(Scene.parse(JSON.parse(data)));
      listener.typing(undefined);
    });
    events.addEventListener('notice', ({ data }) =>
      listener.notice(Notice.parse(JSON.parse(data))),
    );
    events.addEventListener('typing', ({ data }) =>
      listener.typing(Typing.parse(JSON.parse(data)).chatId),
    );
    return () => events.close();
  }, [listener]);

  return { scene, cast, connected };
}

export const startMeeting = () => tell('start', {});
export const endMeeting = () => tell('end', {});
export const nextMeeting = () => tell('next', {});
export const handInTranscript = (transcript: TranscriptRequest) => tell('transcripts', transcript);
export const bringThirdPerson = (present: boolean) => tell('third-person', { present });

export const writeMessage = (message: { as: PairKey; chatId: string; text: string }) =>
  tell('messages', { ...message, locale: localeOf(message.as) });

export async function actOnCard(pressed: CardActionRequest): Promise<CardActionAnswer> {
  return CardActionAnswer.parse(
    await tell('card-actions', { ...pressed, locale: localeOf(pressed.as) }),
  );
}

export async function authToken(person: PersonKey): Promise<string> {
  const answer = await fetch('/simulator/login/token', posting({ person }));
  if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}.`);
  return TokenAnswer.parse(await answer.json()).token;
}

async function ask(what: string): Promise<unknown> {
  const answer = await fetch(`/simulator/api/${what}`);
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
  return answer.json();
}

async function tell(what: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`/simulator/api/${what}`, posting(body));
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
  return answer.status === 204 ? undefined : answer.json();
}

const posting = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
