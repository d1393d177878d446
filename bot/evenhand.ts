/** Evenhand's server, put together: the API, the bot's door, the relay and the panel's files. */
import type { Server } from 'node:http';
import express, { type Express } from 'express';
import { pino, type Logger } from 'pino';
import { answerErrors } from './answer-errors.ts';
import { api, type ApiWorld } from './api.ts';
import type { Config } from './config.ts';
import { entraKeys, passedOnKeys } from './graph/graph-keys.ts';
import { graphAt } from './graph/graph-client.ts';
import { startJobs } from './jobs.ts';
import { meetingEnded } from './meeting-ended.ts';
import { meetingStarted } from './meeting-started.ts';
import { messageReceived } from './messages/message-received.ts';
import { oweNotices } from './notices/owe-notices.ts';
import { sendNotice } from './notices/send-notice.ts';
import { verifyCallersBy } from './people/caller.ts';
import { panelFiles } from './panel-files.ts';
import { askForPair } from './people/ask-for-pair.ts';
import { askedOf } from './people/membership.ts';
import { cardAction } from './recap/card-action.ts';
import { closeRoom } from './recap/close-room.ts';
import { tellRoom } from './room/tell-room.ts';
import { followRecap } from './recap/follow-recap.ts';
import { postRecap } from './recap/post-recap.ts';
import { openDatabase } from './record/database.ts';
import { recordOf } from './record/record.ts';
import { serviceFigures } from './record/service-figures.ts';
import { startEmbeddedRelay } from './room/embedded-relay.ts';
import { keepAllRooms } from './room/keep-all-rooms.ts';
import { remoteRelay } from './room/relay.ts';
import { relayProxy } from './room/relay-proxy.ts';
import { roomsOn } from './room/rooms.ts';
import { securityHeaders } from './security-headers.ts';
import { discretion, type Discretion } from './series/discreet-chat.ts';
import { keepNoLonger } from './series/keep-no-longer.ts';
import { knowSeries } from './series/know-series.ts';
import { participantsMoved } from './talk/participants-moved.ts';
import { readMeetingTranscript } from './talk/read-meeting-transcript.ts';
import { microsoftToDo } from './tasks/microsoft-to-do.ts';
import { teamsBot, type BotStories } from './teams/teams-bot.ts';
import { countedJoins, countedRooms, observe, startTelemetry } from './telemetry.ts';
import { takeTurns, type Turns } from './turns.ts';
import { whyInLog } from './why-in-log.ts';
import type { World } from './world.ts';

/** A room of a hundred long topics, with room to spare. */
const largestBody = '4mb';

/** How often it is looked whether a digest or a reminder is due. */
const lookAheadSeconds = 15 * 60;

/** How often it is looked whether something was kept long enough. */
const retentionSeconds = 6 * 3600;

/** At the top of the hour very many recaps are due: each is quick for as long as few are in hand. */
const recapsAtOnce = 8;

const now = () => Date.now();

export interface Evenhand {
  readonly app: Express;
  readonly log: Logger;
  /** To be called once with the HTTP server that `app` answers on. */
  attach(server: Server): void;
  /** Lets requests finish, keeps what live rooms hold, and closes everything. */
  stop(): Promise<void>;
}

export interface Started {
  /** Told of each part that runs, in a word for the person who waits. */
  onProgress?(part: string): void;
}

export async function startEvenhand(
  config: Config,
  { onProgress }: Started = {},
): Promise<Evenhand> {
  const log = pino({ level: config.logLevel, base: null });

  const database = await openDatabase(config.database, (error) =>
    log.warn(whyInLog(error), 'a connection to the database was lost'),
  );
  onProgress?.(
    config.database.kind === 'embedded' ? 'record (embedded database)' : 'record (PostgreSQL)',
  );
  const relay =
    config.relay.kind === 'embedded'
      ? await startEmbeddedRelay(config.relay.folder, log)
      : remoteRelay(config.relay);
  onProgress?.(config.relay.kind === 'embedded' ? 'relay (embedded)' : 'relay (remote)');

  const telemetry = await startTelemetry(config.telemetry);
  observe(telemetry.meter, { figures: () => serviceFigures(database.db, now()), relay, log });

  const bot = teamsBot(config.bot, log);
  const discreet = discretion(bot.chat, now);
  const jobs = await startJobs(database, log);
  const graph = await graphOf(config.graph);
  const world: ApiWorld = {
    record: (tenantId: string) => recordOf({ db: database.db, tenantId }),
    relay,
    rooms: countedRooms(telemetry.meter, roomsOn(relay, log, now)),
    chat: discreet.chat,
    graph,
    toDo: graph && ((signIn) => microsoftToDo(graph, signIn)),
    jobs,
    log,
    now,
    isInMeeting: askedOf(discreet.chat, now),
  };
  const oweLookAhead = (afterSeconds: number) =>
    jobs.owe('look-ahead', {}, { within: database.db, afterSeconds });
  const oweRetention = (afterSeconds: number) =>
    jobs.owe('retention', {}, { within: database.db, afterSeconds });
  const inTurn = takeTurns(recapsAtOnce);
  await jobs.take({
    recap: ({ tenantId, meetingId }) => inTurn(() => postRecap(world, tenantId, meetingId, inTurn)),
    'close-room': ({ tenantId, meetingId }) =>
      inTurn(() => closeRoom(world, tenantId, meetingId), 'behind'),
    'tell-room': ({ tenantId, meetingId }) =>
      inTurn(() => tellRoom(world, tenantId, meetingId), 'behind'),
    'follow-recap': ({ tenantId, meetingId }) => followRecap(world, tenantId, meetingId),
    transcript: ({ tenantId, meetingId }) => readMeetingTranscript(world, tenantId, meetingId),
    notice: (notice) => sendNotice(world, notice),
    'look-ahead': async () => {
      await oweLookAhead(lookAheadSeconds);
      await oweNotices(world, database.db);
    },
    retention: async () => {
      await oweRetention(retentionSeconds);
      await keepNoLonger(world, database.db);
    },
  });
  // One waits at any time, however many processes start.
  await oweLookAhead(0);
  await oweRetention(0);
  onProgress?.('jobs');

  const proxy = relayProxy(relay, log);
  const told = stories(world, discreet, inTurn);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 1);
  app.get('/health', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/ready', async (_request, response) => {
    try {
      await database.db.selectNoFrom(({ val }) => val(1).as('one')).execute();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'waiting', for: 'the database' });
    }
  });
  app.use(securityHeaders(config));
  if (relay.address.kind === 'own-origin') app.use(proxy.forward);
  app.use(express.json({ limit: largestBody }));
  app.post('/api/messages', (request, response) => bot.receive(request, response, told));
  app.use('/api', countedJoins(telemetry.meter), api(world, verifyCallersBy(config.trust)));
  app.use('/tab', panelFiles());
  app.use(answerErrors(world));

  const servers: Server[] = [];
  return {
    app,
    log,
    attach(server) {
      servers.push(server);
      if (relay.address.kind === 'own-origin') proxy.passSockets(server);
    },
    async stop() {
      await keepAllRooms(world, database.db);
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      await jobs.stop();
      await telemetry.stop();
      await relay.stop();
      await database.close();
    },
  };
}

function stories(world: World, discreet: Discretion, inTurn: Turns): BotStories {
  const answered = messageReceived(world);
  return {
    installed: async ({ chat, isPersonal }, reference) => {
      // A private chat with one person is no 1:1 of two.
      if (isPersonal) return;
      const series = await knowSeries(world, chat, { reference });
      if (series.pair === undefined) await askForPair(world, chat.tenantId, series);
    },
    meetingStarted: meetingStarted(world),
    meetingEnded: meetingEnded(world, inTurn),
    participantsMoved: participantsMoved(world),
    message: async (event, reference) =>
      discreet.answers(reference, await answered(event, reference)),
    cardAction: cardAction(world),
  };
}

async function graphOf(setting: Config['graph']) {
  if (setting === undefined) return undefined;
  const { url, app } = setting;
  return graphAt({ url, keys: app === undefined ? passedOnKeys : await entraKeys(app), now });
}
