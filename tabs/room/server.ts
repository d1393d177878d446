/** Asks the server, as the person who is signed in to Teams. */
import type { z } from 'zod';
import {
  CheckpointAnswer,
  ManagerAnswer,
  RefusalAnswer,
  RoomToken,
  Session,
  type Checkpoint,
  type SessionRequest,
} from '../../shared/room/contract.ts';
import { HistoryAnswer } from '../../shared/outcomes/history.ts';
import type { UserId } from '../../shared/people/person.ts';

export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: RefusalAnswer }
  /** No network, no server, or an answer that is not its own. */
  | { readonly kind: 'unreachable' };

export type RoomServer = ReturnType<typeof serverFor>;

const answersWithinMs = 10_000;

/** `getToken` answers the person's Teams sign-in token; it may be asked often. */
export function serverFor(getToken: () => Promise<string>) {
  let lastToken: string | undefined;

  async function ask<Answer extends z.ZodType>(
    how: {
      readonly method: 'GET' | 'POST' | 'PUT';
      readonly path: string;
      readonly body?: unknown;
    },
    answer: Answer,
  ): Promise<Asked<z.infer<Answer>>> {
    try {
      lastToken = await getToken();
      const response = await fetch(`/api${how.path}`, {
        ...request(how.method, how.body, lastToken),
        signal: AbortSignal.timeout(answersWithinMs),
      });
      const body: unknown = await response.json();
      if (response.ok) return { kind: 'answered', value: answer.parse(body) };
      return { kind: 'refused', refusal: RefusalAnswer.parse(body) };
    } catch {
      // Whatever went wrong on the way, the person is told the same: not reached, trying again.
      return { kind: 'unreachable' };
    }
  }

  return {
    session: (body: SessionRequest) => ask({ method: 'POST', path: '/session', body }, Session),
    roomToken: (meetingId: string, roomId: string) =>
      ask(
        { method: 'POST', path: `/meetings/${meetingId}/room-token`, body: { roomId } },
        RoomToken,
      ),
    checkpoint: (meetingId: string, body: Checkpoint) =>
      ask({ method: 'PUT', path: checkpointPath(meetingId), body }, CheckpointAnswer),
    chooseManager: (seriesId: string, manager: UserId) =>
      ask({ method: 'PUT', path: `/series/${seriesId}/manager`, body: { manager } }, ManagerAnswer),

    outcomeHistory: (seriesId: string, outcomeId: string) =>
      ask(
        {
          method: 'GET',
          path: `/series/${seriesId}/outcomes/${encodeURIComponent(outcomeId)}/history`,
        },
        HistoryAnswer,
      ),

    /** The last word of a page that is going away: sent without waiting for an answer. */
    leave(meetingId: string, body: Checkpoint): void {
      if (lastToken === undefined) return;
      const leaving = fetch(`/api${checkpointPath(meetingId)}`, {
        ...request('PUT', body, lastToken),
        keepalive: true,
      });
      // Nobody is left to be told; the other panel and the relay still hold the state.
      leaving.catch(() => undefined);
    },
  };
}

function checkpointPath(meetingId: string): string {
  return `/meetings/${meetingId}/checkpoint`;
}

function request(method: string, body: unknown, token: string): RequestInit {
  return {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
