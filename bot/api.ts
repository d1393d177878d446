/** The panel's API: every answer is to a person with a valid sign-in, about their own 1:1. */
import { Router, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { localeOf } from './answer-errors.ts';
import { outcomeHistory } from './outcomes/outcome-history.ts';
import { choosePatience } from './agenda/choose-patience.ts';
import { finishedTopics } from './agenda/finished-topics.ts';
import { keepPrivateNote, privateNotes } from './agenda/private-notes.ts';
import { removeTemplate, savedTemplates, saveTemplate } from './agenda/saved-templates.ts';
import { chooseWordingHints } from './agenda/wording-hints.ts';
import type { Caller, VerifyCaller } from './people/caller.ts';
import type { IsInMeeting } from './people/membership.ts';
import { namePair, namingQuestion } from './people/name-pair.ts';
import { Refused } from './refused.ts';
import { checkpoint } from './room/checkpoint.ts';
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

export interface ApiWorld extends World {
  readonly isInMeeting: IsInMeeting;
}

export interface Asked {
  readonly caller: Caller;
  readonly parameters: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** What the caller reads, as the panel says it: such as `de-AT`. */
  readonly locale?: string | undefined;
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
      throw new Refused('sign-in', (say) =>
        say('Your sign-in has expired or is not valid. Reload the panel.'),
      );
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
        throw new Refused('too-many', (say) =>
          say('Too many requests. Wait a minute and try again.'),
        );
      },
    }),
  );
  const answered = (answer: Answer) => async (request: Request, response: Response) => {
    response.setHeader('Cache-Control', 'no-store');
    const caller = callerOf(response);
    const { params: parameters, body } = request;
    const signIn = z.string().parse(response.locals['signIn']);
    const locale = localeOf(request);
    response.json(await answer(world, { caller, parameters, body, locale, signIn }));
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
    throw new Refused('not-found', (say) => say('There is nothing here. Reload the panel.'));
  });
  return router;
}

const CallerShape = z.object({ tenantId: z.string(), userId: z.string(), name: z.string() });

function callerOf(response: Response): Caller {
  return CallerShape.parse(response.locals['caller']);
}
