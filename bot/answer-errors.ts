/** Turns whatever was thrown at a request into an answer in its sender's language, which quotes nothing. */
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { Say } from '../shared/language/say.ts';
import { localeTag } from '../shared/language/tongue.ts';
import { refusals, type RefusalAnswer } from '../shared/room/contract.ts';
import { speak } from './language/speak.ts';
import { databaseTrouble } from './record/database-away.ts';
import { Refused } from './refused.ts';
import { RelayAway } from './room/relay.ts';
import { whyInLog } from './why-in-log.ts';
import type { World } from './world.ts';

/** What the sender reads, as the panel says it; undefined where the request tells none. */
export function localeOf(request: Request): string | undefined {
  return localeTag(request.headers['accept-language']);
}

/** About as long as a database takes to be there again after a restart. */
const retryAfterSeconds = 5;

const unavailable = {
  away: (say: Say) =>
    say(
      'The record can’t be reached. What you both see in the panel goes on; it is kept as soon as the record is back.',
    ),
  full: (say: Say) =>
    say(
      'The record is full and keeps nothing more. What you both see in the panel goes on; tell whoever runs Evenhand.',
    ),
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
    const { say } = speak(localeOf(request));
    const answer: RefusalAnswer = { refused: refused.kind, message: refused.tell(say) };
    response.status(refusals[refused.kind]).json(answer);
  };
}

function asRefusal(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof RelayAway) {
    return new Refused('unavailable', (say) =>
      say('The live room can’t be reached. It is tried again.'),
    );
  }
  const trouble = databaseTrouble(error);
  if (trouble !== undefined) return new Refused('unavailable', unavailable[trouble]);
  if (error instanceof z.ZodError) {
    const first = error.issues[0];
    // For whoever wrote the request: no panel sends one like it.
    const where = first === undefined ? '?' : `${first.path.join('.')}: ${first.message}`;
    return new Refused('bad-request', (say) =>
      say('The request is not of the expected form ({where}).', { where }),
    );
  }
  const body = Unreadable.safeParse(error);
  if (body.success && body.data.status === 413) {
    return new Refused('too-large', (say) =>
      say('That is too large to be kept. Shorten the notes and try again.'),
    );
  }
  if (body.success && body.data.status < 500) {
    return new Refused('bad-request', (say) => say('The request could not be read.'));
  }
  return new Refused('failed', (say) =>
    say('Something went wrong here. Nothing was changed; try again.'),
  );
}
