/** A world for the stories: the real record and jobs, with a chat and a relay kept in memory. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { askedOf } from '../bot/people/membership.ts';
import type { ApiWorld } from '../bot/api.ts';
import type { Graph } from '../bot/graph/graph.ts';
import type { Jobs } from '../bot/jobs.ts';
import type { Database } from '../bot/record/database.ts';
import { recordOf } from '../bot/record/record.ts';
import type { MeetingMark, RoomTalkRead, Rooms } from '../bot/room/rooms.ts';
import type { Card, Chat, ChatMember } from '../bot/series/chat.ts';
import type { RoomState } from '../shared/room/room-state.ts';
import { noTalk } from '../shared/talk/talk-state.ts';

export interface MemoryChat extends Chat {
  readonly posts: { readonly chatId: unknown; readonly card: Card }[];
  members: readonly ChatMember[];
  organizer: string | undefined;
  /** So many of the next posts are refused, as by a chat that is away. */
  failing: number;
  /** Told after each attempt to post. */
  onPost: () => void;
}

export const member = (userId: string, over: Partial<ChatMember> = {}): ChatMember => ({
  userId,
  name: userId.slice(0, 1).toUpperCase() + userId.slice(1),
  isGuest: false,
  ...over,
});

export function memoryChat(): MemoryChat {
  return {
    posts: [],
    members: [member('ana'), member('ben')],
    organizer: 'ana',
    failing: 0,
    onPost: () => {},
    async post(reference, card) {
      // Teams takes a while: whoever else wants to post has the time to.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        if (this.failing > 0) {
          this.failing -= 1;
          throw new Error('The chat is away.');
        }
        return `message ${this.posts.push({ chatId: reference['chatId'], card })}`;
      } finally {
        this.onPost();
      }
    },
    async update(_reference, activityId, card) {
      const message = Number(activityId.split(' ')[1]) - 1;
      const post = this.posts[message];
      if (post !== undefined) this.posts[message] = { ...post, card };
    },
    tabLink: () => 'https://teams.example/tab',
    async roster() {
      return this.members;
    },
    async aboutMeeting() {
      return { organizer: this.organizer, title: 'Ana and Ben', graphId: 'online-meeting' };
    },
    async isParticipant(_reference, { userId }) {
      return this.members.some((each) => each.userId === userId);
    },
  };
}

export interface MemoryRelay extends Rooms {
  life: string;
  isAway: boolean;
  /** Every room there is, with what it holds. */
  readonly held: Map<
    string,
    {
      state: RoomState;
      mark: MeetingMark;
      sequence: number;
      talk: RoomTalkRead;
      /** What it held when the server was last there. */
      seen?: readonly unknown[];
    }
  >;
}

export function memoryRelay(): MemoryRelay {
  const held: MemoryRelay['held'] = new Map();
  const visit = (relay: MemoryRelay, roomId: string, mark: MeetingMark) => {
    const room = held.get(roomId);
    if (relay.isAway || room === undefined) throw new Error('The relay did not answer.');
    room.mark = { ...room.mark, ...mark };
    room.sequence += 1;
    room.seen = [room.state, room.talk];
    return { roomId, sequence: room.sequence, state: room.state };
  };
  return {
    life: 'life-1',
    isAway: false,
    held,
    async open(state, mark, before) {
      if (this.isAway) throw new Error('The relay did not answer.');
      const roomId = randomUUID();
      const talk = { ...noTalk, consents: before?.consents ?? new Map() };
      held.set(roomId, { state, mark, sequence: 1, talk: { talk, connections: new Set() } });
      await this.tellPresence(roomId, before?.presence ?? [], 0);
      return roomId;
    },
    async mark(roomId, mark) {
      return visit(this, roomId, mark);
    },
    async hasEditsAfter(roomId, sequence) {
      const room = held.get(roomId);
      if (this.isAway || room === undefined) throw new Error('The relay did not answer.');
      const [state, talk] = room.seen ?? [];
      return room.sequence > sequence || room.state !== state || room.talk !== talk;
    },
    async read(roomId) {
      return visit(this, roomId, {});
    },
    async close(roomId, endedAt, keep) {
      const left = visit(this, roomId, { endedAt });
      const room = held.get(roomId)!;
      await keep(left, room.talk);
      const talk = { ...room.talk.talk, lives: [], taps: [], presence: new Map() };
      room.talk = { ...room.talk, talk };
    },
    async tellPresence(roomId, moves) {
      visit(this, roomId, {});
      const room = held.get(roomId)!;
      const presence = new Map(room.talk.talk.presence);
      for (const { user, at, on } of moves)
        presence.set(user, [...(presence.get(user) ?? []), { at, on }]);
      room.talk = { ...room.talk, talk: { ...room.talk.talk, presence } };
    },
  };
}

export interface TestWorld extends ApiWorld {
  readonly chat: MemoryChat;
  readonly rooms: MemoryRelay;
  graph?: Graph | undefined;
  /** What the clock shows; it stands until it is set. */
  time: number;
}

export function worldOn(database: Database, jobs: Jobs): TestWorld {
  const chat = memoryChat();
  const rooms = memoryRelay();
  const now = () => world.time;
  const world: TestWorld = {
    time: Date.UTC(2026, 10, 23, 10),
    record: (tenantId) => recordOf({ db: database.db, tenantId }),
    relay: {
      address: { kind: 'own-origin' },
      endpoint: () => 'http://127.0.0.1:1',
      key: { key: 'a key that signs the rooms of tests', tenantId: 'local' },
      life: () => rooms.life,
      stop: async () => {},
    },
    rooms,
    chat,
    jobs,
    log: pino({ level: 'silent' }),
    now,
    isInMeeting: askedOf(chat, now),
  };
  return world;
}
