/** Microsoft Graph, as far as Evenhand asks it: the meeting's transcripts, and people's To Do. */
import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Notice } from './contract.ts';
import type { Login } from './login.ts';
import { people, series } from './people.ts';
import type { SimulatedPerson } from './people.ts';
import { contentOf, listed, metadataOf } from './transcripts.ts';
import type { WorldFile } from './world-file.ts';

const NewTask = z.looseObject({
  title: z.string().min(1),
  linkedResources: z
    .array(
      z.looseObject({
        webUrl: z.url(),
        applicationName: z.string(),
        displayName: z.string(),
        externalId: z.string(),
      }),
    )
    .default([]),
});

const defaultList = 'AQMkADAwATM0MDAAMS0yMDkyLWVjMzYtM';

export function graphRoutes(options: {
  readonly file: WorldFile;
  readonly login: Login;
  now(): number;
  notify(notice: Notice): void;
}): Router {
  const { file, login, now, notify } = options;
  const router = Router();

  const transcripts = '/users/:user/onlineMeetings/:meeting/transcripts';
  router.use(transcripts, (request, response, next) => {
    const { user, meeting } = request.params;
    if (user === people.ana.oid && meeting === series.graphId) next();
    else refuse(response, 404, 'NotFound');
  });
  router.get(transcripts, (_request, response) => {
    const value = file.world().transcripts.map(listed).toReversed();
    response.json({ '@odata.count': value.length, value });
  });
  router.get(`${transcripts}/:id/:kind`, (request, response) => {
    const { id, kind } = request.params;
    const transcript = file.world().transcripts.find((each) => each.id === id);
    if (transcript === undefined) refuse(response, 404, 'NotFound');
    else if (kind === 'metadataContent') response.type('text/vtt').send(metadataOf(transcript));
    else if (kind === 'content') response.type('text/vtt').send(contentOf(transcript));
    else refuse(response, 400, 'BadRequest');
  });

  async function caller(
    request: Request,
    response: Response,
  ): Promise<SimulatedPerson | undefined> {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const person = token === undefined ? undefined : await login.personOf(token);
    if (person === undefined) refuse(response, 401, 'InvalidAuthenticationToken');
    return person;
  }
  router.get('/me/todo/lists', async (request, response) => {
    if ((await caller(request, response)) === undefined) return;
    response.json({
      value: [
        { id: 'flagged', displayName: 'Flagged Emails', wellknownListName: 'flaggedEmails' },
        { id: defaultList, displayName: 'Tasks', wellknownListName: 'defaultList' },
      ],
    });
  });
  router.get('/me/todo/lists/:list/tasks', async (request, response) => {
    const person = await caller(request, response);
    if (person === undefined) return;
    const mine = file.world().tasks.filter(({ of }) => of === person.key);
    const isExpanded = request.query['$expand'] === 'linkedResources';
    response.json({
      value: mine.map(({ task: { linkedResources, ...task } }) =>
        isExpanded ? { ...task, linkedResources } : task,
      ),
    });
  });
  router.post('/me/todo/lists/:list/tasks', async (request, response) => {
    const person = await caller(request, response);
    if (person === undefined) return;
    const asked = NewTask.safeParse(request.body);
    if (!asked.success || request.params.list !== defaultList) {
      refuse(response, 400, 'invalidRequest');
      return;
    }
    const at = new Date(now()).toISOString();
    const task = {
      importance: 'normal',
      isReminderOn: false,
      status: 'notStarted',
      ...asked.data,
      createdDateTime: at,
      lastModifiedDateTime: at,
      id: randomUUID(),
      linkedResources: asked.data.linkedResources.map((link) => ({ ...link, id: randomUUID() })),
    };
    await file.change((world) => ({ ...world, tasks: [...world.tasks, { of: person.key, task }] }));
    notify({
      kind: 'info',
      text: `Microsoft To Do: “${task.title}” is on ${person.givenName}'s list.`,
    });
    response.status(201).json(task);
  });

  router.use((_request, response) => refuse(response, 404, 'NotFound'));
  return router;
}

/** How Graph says no. */
function refuse(response: Response, status: number, code: string): void {
  response.status(status).json({
    error: {
      code,
      message: 'Refused.',
      innerError: { date: '2026-11-23T10:00:00', 'request-id': randomUUID() },
    },
  });
}
