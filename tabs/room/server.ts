/** Asks the server, as the person who is signed in to Teams. */
import type { z } from 'zod';
import {
  FinishedAnswer,
  PrivateNote,
  PrivateNotesAnswer,
  TemplatesAnswer,
  WordingHints,
} from '../../shared/agenda/agenda-memory.ts';
import { Patience } from '../../shared/agenda/coverage-of-elements.ts';
import {
  CheckpointAnswer,
  ManagerAnswer,
  RefusalAnswer,
  RoomToken,
  Session,
  type Checkpoint,
  type SessionRequest,
} from '../../shared/room/contract.ts';
import {
  ClockAnswer,
  Done,
  TalkHistory,
  TalkSettings,
  type Felt,
  type TalkSettingsRequest,
} from '../../shared/talk/talk-history.ts';
import { OutcomeTask, TasksAnswer } from '../../shared/tasks/tasks.ts';
import type { TasksServer } from '../outcomes/tasks-server.ts';
import { HistoryAnswer } from '../../shared/outcomes/history.ts';
import { NamingAnswer, type NamingQuestion } from '../../shared/people/naming.ts';
import type { UserId } from '../../shared/people/person.ts';
import { MySeriesAnswer } from '../../shared/series/my-series.ts';
import { ExportAnswer, OwnData } from '../../shared/series/own-data.ts';
import type { AgendaServer } from '../agenda/agenda-server.ts';
import type { NamingServer } from '../people/naming-server.ts';
import type { SeriesServer } from '../series/series-server.ts';

export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: RefusalAnswer }
  /** No network, no server, or an answer that is not its own. */
  | { readonly kind: 'unreachable' }
  /** It answered in a way that this panel does not know: it was updated since the panel was loaded. */
  | { readonly kind: 'other-version' };

export type RoomServer = ReturnType<typeof serverFor>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const answersWithinMs = 10_000;

/**
 * `getToken` answers the person's Teams sign-in token, `getLocale` the language of their Teams, which
 * is not always the browser's; both may be asked often.
 */
export function serverFor(getToken: () => Promise<string>, getLocale: () => string) {
  let lastToken: string | undefined;

  async function ask<Answer extends z.ZodType>(
    how: { readonly method: Method; readonly path: string; readonly body?: unknown },
    answer: Answer,
  ): Promise<Asked<z.infer<Answer>>> {
    try {
      lastToken = await getToken();
      const response = await fetch(`/api${how.path}`, {
        ...request(how, lastToken, getLocale()),
        signal: AbortSignal.timeout(answersWithinMs),
      });
      const body: unknown = await response.json();
      if (!response.ok) return { kind: 'refused', refusal: RefusalAnswer.parse(body) };
      const read = answer.safeParse(body);
      return read.success ? { kind: 'answered', value: read.data } : { kind: 'other-version' };
    } catch {
      // Whatever went wrong on the way, the person is told the same: not reached, trying again.
      return { kind: 'unreachable' };
    }
  }

  function sendLast(path: string, body: unknown): void {
    if (lastToken === undefined) return;
    const leaving = fetch(`/api${path}`, {
      ...request({ method: 'PUT', body }, lastToken, getLocale()),
      keepalive: true,
    });
    // Nobody is left to be told. The other panel and the relay still hold the room's state.
    leaving.catch(() => undefined);
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
    /** What the agenda asks, about one series and one of its meetings. */
    agenda(seriesId: string, meetingId: string): AgendaServer {
      const series = `/series/${seriesId}`;
      const notes = `/meetings/${meetingId}/private-notes`;
      const template = (id: string) => `${series}/templates/${encodeURIComponent(id)}`;
      return {
        choosePatience: (body) =>
          ask({ method: 'PUT', path: `${series}/patience`, body }, Patience),
        chooseWordingHints: (wordingHints) =>
          ask(
            { method: 'PUT', path: `${series}/wording-hints`, body: { wordingHints } },
            WordingHints,
          ),
        finishedTopics: () => ask({ method: 'GET', path: `${series}/finished` }, FinishedAnswer),
        templates: () => ask({ method: 'GET', path: `${series}/templates` }, TemplatesAnswer),
        saveTemplate: (body) =>
          ask({ method: 'PUT', path: template(body.id), body }, TemplatesAnswer),
        removeTemplate: (id) => ask({ method: 'DELETE', path: template(id) }, TemplatesAnswer),
        privateNotes: () => ask({ method: 'GET', path: notes }, PrivateNotesAnswer),
        keepPrivateNote: (body) => ask({ method: 'PUT', path: notes, body }, PrivateNote),
        leavePrivateNote: (body) => sendLast(notes, body),
      };
    },

    /** About all that is kept of one series. */
    series(seriesId: string): SeriesServer {
      const series = `/series/${seriesId}`;
      return {
        ownData: () => ask({ method: 'GET', path: `${series}/data` }, OwnData),
        chooseRetention: (body) =>
          ask({ method: 'PUT', path: `${series}/retention`, body }, OwnData),
        chooseDeletion: (wanted) =>
          ask({ method: 'PUT', path: `${series}/deletion`, body: { wanted } }, OwnData),
        deletePrivateNotes: () =>
          ask({ method: 'DELETE', path: `${series}/private-notes` }, OwnData),
        exportAll: () => ask({ method: 'GET', path: `${series}/export` }, ExportAnswer),
      };
    },

    /** Who the two of this chat are, where that is not clear. */
    naming(place: z.infer<typeof NamingQuestion>): NamingServer {
      return {
        question: () => ask({ method: 'POST', path: '/naming', body: place }, NamingAnswer),
        name: (pair) =>
          ask({ method: 'PUT', path: '/naming', body: { ...place, pair } }, NamingAnswer),
      };
    },

    chooseManager: (seriesId: string, manager: UserId) =>
      ask({ method: 'PUT', path: `/series/${seriesId}/manager`, body: { manager } }, ManagerAnswer),

    /** All 1:1s of this person, or those after one of them. */
    mySeries: (after?: string) =>
      ask(
        { method: 'GET', path: `/my-series${after === undefined ? '' : `/${after}`}` },
        MySeriesAnswer,
      ),

    clock: () => ask({ method: 'GET', path: '/clock' }, ClockAnswer),
    talkHistory: (seriesId: string) =>
      ask({ method: 'GET', path: `/series/${seriesId}/talk` }, TalkHistory),
    changeTalkSettings: (seriesId: string, body: z.infer<typeof TalkSettingsRequest>) =>
      ask({ method: 'PUT', path: `/series/${seriesId}/talk-settings`, body }, TalkSettings),
    giveTalkConsent: (seriesId: string, always: boolean) =>
      ask({ method: 'PUT', path: `/series/${seriesId}/talk-consent`, body: { always } }, Done),
    sayHowItFelt: (meetingId: string, felt: Felt | null) =>
      ask({ method: 'PUT', path: `/meetings/${meetingId}/felt`, body: { felt } }, Done),
    discardTalk: (meetingId: string) =>
      ask({ method: 'PUT', path: `/meetings/${meetingId}/talk-discard`, body: {} }, Done),
    outcomeHistory: (seriesId: string, outcomeId: string) =>
      ask(
        {
          method: 'GET',
          path: `/series/${seriesId}/outcomes/${encodeURIComponent(outcomeId)}/history`,
        },
        HistoryAnswer,
      ),

    /** What the outcomes ask about the person's own To Do. */
    tasks: (seriesId: string): TasksServer => ({
      own: () => ask({ method: 'GET', path: `/series/${seriesId}/tasks` }, TasksAnswer),
      choose: (isWanted) =>
        ask({ method: 'PUT', path: `/series/${seriesId}/tasks`, body: { isWanted } }, TasksAnswer),
      put: (outcomeId) =>
        ask(
          {
            method: 'PUT',
            path: `/series/${seriesId}/outcomes/${encodeURIComponent(outcomeId)}/task`,
            body: {},
          },
          OutcomeTask,
        ),
    }),

    /** The last word of a page that is going away: sent without waiting for an answer. */
    leave: (meetingId: string, body: Checkpoint) => sendLast(checkpointPath(meetingId), body),
  };
}

function checkpointPath(meetingId: string): string {
  return `/meetings/${meetingId}/checkpoint`;
}

function request(
  { method, body }: { readonly method: Method; readonly body?: unknown },
  token: string,
  locale: string,
): RequestInit {
  return {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': locale,
      Authorization: `Bearer ${token}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
