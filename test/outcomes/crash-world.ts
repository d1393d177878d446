/** A world on a folder that survives its process, with a chat across the network, watched step by step. */
import { pino } from 'pino';
import { z } from 'zod';
import { startJobs } from '../../bot/jobs.ts';
import { openDatabase } from '../../bot/record/database.ts';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import type { Chat } from '../../bot/series/chat.ts';
import type { World } from '../../bot/world.ts';

const OwedRecaps = z.array(z.object({ tenantId: z.string(), meetingId: z.string() }));

export interface CrashWorld extends World {
  /** The recaps that are owed as jobs: tenant and meeting. */
  owedRecaps(): Promise<readonly { tenantId: string; meetingId: string }[]>;
  close(): Promise<void>;
}

export async function crashWorld(setting: {
  readonly folder: string;
  /** Of a database server; without it the folder holds an embedded one. */
  readonly databaseUrl?: string;
  readonly chatUrl: string;
  readonly now: number;
  /** Before everything that this process asks of the database, the jobs or the chat. */
  readonly onStep: () => void;
}): Promise<CrashWorld> {
  const { onStep } = setting;
  const log = pino({ level: 'silent' });
  const { folder, databaseUrl: url } = setting;
  const database = await openDatabase(
    url === undefined ? { kind: 'embedded', folder } : { kind: 'server', url },
  );
  const jobs = await startJobs(database, log);
  const send = async (path: string, body: unknown): Promise<string> => {
    onStep();
    const answer = await fetch(`${setting.chatUrl}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return answer.text();
  };
  const chat: Chat = {
    post: (_reference, card) => send('/post', card),
    update: async (_reference, id, card) => void (await send(`/update/${id}`, card)),
    tabLink: () => 'https://teams.example/tab',
    roster: async () => [],
    aboutMeeting: async () => ({ organizer: undefined, title: undefined }),
    isParticipant: async () => true,
  };
  return {
    record: (tenantId) => watched(recordOf({ db: database.db, tenantId }), onStep),
    chat,
    jobs: {
      ...jobs,
      async owe(...asked) {
        onStep();
        await jobs.owe(...asked);
      },
    },
    relay: {
      address: { kind: 'own-origin' },
      endpoint: () => '',
      key: { key: '', tenantId: '' },
      life: () => 'another life',
      stop: async () => {},
    },
    rooms: {
      open: async () => '',
      mark: () => Promise.reject(new Error('No relay here.')),
      hasEditsAfter: () => Promise.reject(new Error('No relay here.')),
      read: () => Promise.reject(new Error('No relay here.')),
      close: () => Promise.reject(new Error('No relay here.')),
      tellPresence: () => Promise.reject(new Error('No relay here.')),
    },
    log,
    now: () => setting.now,
    owedRecaps: async () => OwedRecaps.parse(await jobs.list('recap')),
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}

function watched(record: TenantRecord, onStep: () => void): TenantRecord {
  return new Proxy(record, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...asked: unknown[]) => {
        onStep();
        const isStory = name === 'together';
        const [story] = asked;
        return isStory && typeof story === 'function'
          ? target.together((inside, within) => story(watched(inside, onStep), within))
          : Reflect.apply(value, target, asked);
      };
    },
  });
}
