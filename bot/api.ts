/** The panel's API: every answer is to a person with a valid sign-in, about their own 1:1. */
import { Router, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { refusals, type RefusalAnswer } from '../shared/room/contract.ts';
import { outcomeHistory } from './outcomes/outcome-history.ts';
import { choosePatience } from './agenda/choose-patience.ts';
import { finishedTopics } from './agenda/finished-topics.ts';
import { keepPrivateNote, privateNotes } from './agenda/private-notes.ts';
import { removeTemplate, savedTemplates, saveTemplate } from './agenda/saved-templates.ts';
import { chooseWordingHints } from './agenda/wording-hints.ts';
import type { Caller, VerifyCaller } from './people/caller.ts';
import type { IsInMeeting } from './people/membership.ts';
import { namePair, namingQuestion } from './people/name-pair.ts';
import { databaseTrouble } from './record/database-away.ts';
import { Refused } from './refused.ts';
import { checkpoint } from './room/checkpoint.ts';
import { RelayAway } from './room/relay.ts';
import { roomToken } from './room/give-room-token.ts';
import { session } from './room/session.ts';
import { chooseManager } from './series/choose-manager.ts';
import { mySeries } from './series/my-series.ts';
import {
  chooseDeletion,
  chooseRetention,
  deletePrivateNotes,
  exportSeries,
  ownData,
} from './series/own-data.ts';
import {
  changeTalkSettings,
  clock,
  discardTalk,
  giveTalkConsent,
  sayHowItFelt,
  talkHistory,
} from './talk/talk-answers.ts';
import { putOutcome } from './tasks/put-outcome.ts';
import { chooseTasks, ownTasks } from './tasks/tasks-answers.ts';
import type { World } from './world.ts';
import { whyInLog } from './why-in-log.ts';

export interface ApiWorld extends World {
  readonly isInMeeting: IsInMeeting;
}

export interface Asked {
  readonly caller: Caller;
  readonly parameters: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** The token that proved who calls; only to ask Microsoft on their behalf. */
  readonly signIn?: string;
}

/** Answers a value to send, or throws what is refused. */
export type Answer = (world: ApiWorld, asked: Asked) => Promise<unknown>;

/** Far above what two typing panels need: a checkpoint a second each. */
const requestsAMinute = 600;

export function api(world: ApiWorld, verify: VerifyCaller): Router {
  const router = Router();
  router.use(async (request: Request, response: Response, next: NextFunction) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? undefined : await verify(token);
    if (caller === undefined) {
      throw new Refused('sign-in', 'Your sign-in has expired or is not valid. Reload the panel.');
    }
    response.locals['caller'] = caller;
    response.locals['signIn'] = token;
    next();
  });
  router.use(
    rateLimit({
      windowMs: 60_000,
      limit: requestsAMinute,
      keyGenerator: (_request, response) => JSON.stringify(callerOf(response)),
      handler: () => {
        throw new Refused('too-many', 'Too many requests. Wait a minute and try again.');
      },
    }),
  );
  const answered = (answer: Answer) => async (request: Request, response: Response) => {
    response.setHeader('Cache-Control', 'no-store');
    const caller = callerOf(response);
    const { params: parameters, body } = request;
    const signIn = z.string().parse(response.locals['signIn']);
    response.json(await answer(world, { caller, parameters, body, signIn }));
  };
  router.post('/session', answered(session));
  router.get('/my-series{/:after}', answered(mySeries));
  router.post('/naming', answered(namingQuestion));
  router.put('/naming', answered(namePair));
  router.post('/meetings/:meetingId/room-token', answered(roomToken));
  router.put('/meetings/:meetingId/checkpoint', answered(checkpoint));
  router.put('/series/:seriesId/manager', answered(chooseManager));
  router.get('/series/:seriesId/outcomes/:outcomeId/history', answered(outcomeHistory));
  router.put('/series/:seriesId/patience', answered(choosePatience));
  router.put('/series/:seriesId/wording-hints', answered(chooseWordingHints));
  router.get('/series/:seriesId/finished', answered(finishedTopics));
  router.get('/series/:seriesId/templates', answered(savedTemplates));
  router.put('/series/:seriesId/templates/:templateId', answered(saveTemplate));
  router.delete('/series/:seriesId/templates/:templateId', answered(removeTemplate));
  router.get('/meetings/:meetingId/private-notes', answered(privateNotes));
  router.put('/meetings/:meetingId/private-notes', answered(keepPrivateNote));
  router.get('/series/:seriesId/data', answered(ownData));
  router.get('/series/:seriesId/export', answered(exportSeries));
  router.put('/series/:seriesId/retention', answered(chooseRetention));
  router.put('/series/:seriesId/deletion', answered(chooseDeletion));
  router.delete('/series/:seriesId/private-notes', answered(deletePrivateNotes));
  router.get('/clock', answered(clock));
  router.get('/series/:seriesId/talk', answered(talkHistory));
  router.put('/series/:seriesId/talk-settings', answered(changeTalkSettings));
  router.put('/series/:seriesId/talk-consent', answered(giveTalkConsent));
  router.put('/meetings/:meetingId/felt', answered(sayHowItFelt));
  router.put('/meetings/:meetingId/talk-discard', answered(discardTalk));
  router.get('/series/:seriesId/tasks', answered(ownTasks));
  router.put('/series/:seriesId/tasks', answered(chooseTasks));
  router.put('/series/:seriesId/outcomes/:outcomeId/task', answered(putOutcome));
  router.use(() => {
    throw new Refused('not-found', 'There is nothing here. Reload the panel.');
  });
  return router;
}

const CallerShape = z.object({ tenantId: z.string(), userId: z.string(), name: z.string() });

function callerOf(response: Response): Caller {
  return CallerShape.parse(response.locals['caller']);
}

/** About as long as a database takes to be there again after a restart. */
const retryAfterSeconds = 5;

const unavailable = {
  away: 'The record can’t be reached. What you both see in the panel goes on; it is kept as soon as the record is back.',
  full: 'The record is full and keeps nothing more. What you both see in the panel goes on; tell whoever runs Evenhand.',
} as const;

/** What Express says of a body or an address that it can't read. */
const Unreadable = z.object({ status: z.number() });

/** The last in line: turns whatever was thrown into an answer that quotes nothing. */
export function answerErrors(world: World) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refused = asRefusal(error);
    if (refused.kind === 'unavailable') response.setHeader('Retry-After', retryAfterSeconds);
    if (refused.kind === 'failed' || refused.kind === 'unavailable') {
      const told = { ...whyInLog(error), method: request.method };
      if (refused.kind === 'failed') world.log.error(told, 'a request failed');
      else world.log.warn(told, 'a request came while the database or the relay was away');
    }
    const answer: RefusalAnswer = { refused: refused.kind, message: refused.message };
    response.status(refusals[refused.kind]).json(answer);
  };
}

function asRefusal(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof RelayAway) {
    return new Refused('unavailable', 'The live room can’t be reached. It is tried again.');
  }
  const trouble = databaseTrouble(error);
  if (trouble !== undefined) return new Refused('unavailable', unavailable[trouble]);
  if (error instanceof z.ZodError) {
    const first = error.issues[0];
    const where = first === undefined ? '' : ` (${first.path.join('.')}: ${first.message})`;
    return new Refused('bad-request', `The request is not of the expected form${where}.`);
  }
  const body = Unreadable.safeParse(error);
  if (body.success && body.data.status === 413) {
    return new Refused(
      'too-large',
      'That is too large to be kept. Shorten the notes and try again.',
    );
  }
  if (body.success && body.data.status < 500) {
    return new Refused('bad-request', 'The request could not be read.');
  }
  return new Refused('failed', 'Something went wrong here. Nothing was changed; try again.');
}
