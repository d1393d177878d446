/** What every story of the bot and every answer of the API has at hand. */
import type { Logger } from 'pino';
import type { Graph } from './graph/graph.ts';
import type { Jobs } from './jobs.ts';
import type { TenantRecord } from './record/record.ts';
import type { Relay } from './room/relay.ts';
import type { Rooms } from './room/rooms.ts';
import type { Chat } from './series/chat.ts';
import type { ToDoOf } from './tasks/to-do.ts';

export interface World {
  record(tenantId: string): TenantRecord;
  readonly relay: Relay;
  readonly rooms: Rooms;
  readonly chat: Chat;
  readonly jobs: Jobs;
  /** Undefined where Microsoft Graph is not set up. */
  readonly graph?: Graph | undefined;
  readonly toDo?: ToDoOf | undefined;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  now(): number;
}
