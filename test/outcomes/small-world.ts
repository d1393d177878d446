/** A world for the bot's stories: a real record in memory, and a chat, rooms and jobs that remember. */
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { pino } from 'pino';
import { vi } from 'vitest';
import { migrations } from '../../bot/record/migrations.ts';
import { recordOf } from '../../bot/record/record.ts';
import type { Series } from '../../bot/record/series-record.ts';
import type { Tables } from '../../bot/record/tables.ts';
import type { MeetingMark } from '../../bot/room/rooms.ts';
import type { Card, Chat } from '../../bot/series/chat.ts';
import type { World } from '../../bot/world.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { pair } from '../agenda/agenda-builders.ts';

// A database in this process shares two cores with whatever else runs.
vi.setConfig({ testTimeout: 30_000 });

export interface Posted {
  readonly id: string;
  readonly chat: string;
  card: Card;
  updates: number;
}

export interface SmallWorld extends World {
  readonly db: Kysely<Tables>;
  /** Moved by the test. */
  clock: number;
  /** What Teams says is planned. */
  scheduledAt: number | undefined;
  readonly posted: Posted[];
  readonly owed: { readonly kind: string; readonly data: unknown; readonly afterSeconds: number }[];
  /** What the server wrote into live rooms. */
  readonly marks: MeetingMark[];
  /** Thrown by the chat's next posts. */
  readonly troubles: Error[];
  close(): Promise<void>;
}

export async function smallWorld(): Promise<SmallWorld> {
  const pglite = await PGlite.create();
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  const posted: Posted[] = [];
  const owed: SmallWorld['owed'] = [];
  const marks: MeetingMark[] = [];
  const troubles: Error[] = [];
  const chat: Chat = {
    async post(reference, card) {
      const trouble = troubles.shift();
      if (trouble !== undefined) throw trouble;
      const id = `message-${posted.length + 1}`;
      posted.push({ id, chat: String(reference['chat']), card, updates: 0 });
      return id;
    },
    async update(_reference, activityId, card) {
      const trouble = troubles.shift();
      if (trouble !== undefined) throw trouble;
      const message = posted.find(({ id }) => id === activityId)!;
      message.card = card;
      message.updates += 1;
    },
    tabLink: () => 'https://teams.example/tab',
    roster: async () => pair.map(({ id, name }) => ({ userId: id, name, isGuest: false })),
    aboutMeeting: async () => ({
      organizer: 'ana',
      title: 'Ana and Ben',
      plannedStart: world.scheduledAt,
    }),
    isParticipant: async () => true,
  };
  const world: SmallWorld = {
    db,
    clock: Date.UTC(2026, 10, 23, 10),
    scheduledAt: undefined,
    posted,
    owed,
    marks,
    troubles,
    now: () => world.clock,
    record: (tenantId) => recordOf({ db, tenantId }),
    chat,
    jobs: {
      owe: async (kind, data, { afterSeconds }) => void owed.push({ kind, data, afterSeconds }),
      settle: async () => {},
      take: async () => {},
      list: async () => [],
      stop: async () => {},
    },
    relay: {
      address: { kind: 'own-origin' },
      endpoint: () => '',
      key: { key: '', tenantId: '' },
      life: () => 'life',
      stop: async () => {},
    },
    rooms: {
      open: async () => randomUUID(),
      async mark(_roomId, mark) {
        marks.push(mark);
        throw new Error('No relay here.');
      },
      read: async () => {
        throw new Error('No relay here.');
      },
      hasEditsAfter: () => Promise.reject(new Error('No relay here.')),
      close: () => Promise.reject(new Error('No relay here.')),
      tellPresence: () => Promise.reject(new Error('No relay here.')),
    },
    log: pino({ level: 'silent' }),
    close: () => db.destroy(),
  };
  return world;
}

export interface HeldSeries {
  readonly tenantId: string;
  readonly series: Series;
  /** Starts, fills and ends the next meeting, and answers its id. */
  hold(state: Partial<Pick<RoomState, 'topics' | 'outcomes'>>): Promise<string>;
}

/** A series of Ana and Ben, of a tenant of its own. */
export async function seriesIn(world: SmallWorld): Promise<HeldSeries> {
  const tenantId = randomUUID();
  const record = world.record(tenantId);
  const reference = { chat: 'meeting' };
  await record.keepSeries({ conversationId: 'c', title: 'Ana & Ben', reference, now: world.clock });
  const named = (await record.seriesOfChat('c'))!;
  await record.namePair(named.id, pair);
  return {
    tenantId,
    series: (await record.series(named.id))!,
    async hold({ topics, outcomes }) {
      const plan = await record.together((inside) => inside.planMeeting(named.id, world.clock));
      await record.startMeeting(plan.id, 't', world.clock);
      const roomId = randomUUID();
      await record.moveToRoom(plan.id, null, { roomId, relayLife: 'other life' });
      const { state } = (await record.room(plan.id))!;
      const held = {
        ...state,
        topics: topics ?? state.topics,
        outcomes: outcomes ?? state.outcomes,
      };
      await record.keepCheckpoint(plan.id, { roomId, sequence: 1, state: held }, world.clock);
      world.clock += 30 * 60_000;
      await record.endMeeting(plan.id, world.clock, world.clock);
      return plan.id;
    },
  };
}
