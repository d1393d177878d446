/** The simulated world: where the meeting stands, and what was said in its chats. */
import { z } from 'zod';
import { Chat, Transcript } from './contract.ts';
import type { Message, PairKey, Scene } from './contract.ts';
import { people, personKeys, series } from './people.ts';

const weekMs = 7 * 24 * 3_600_000;
const quarterMs = 15 * 60_000;

export const World = z.object({
  version: z.literal(1),
  /** Whether the bot has taken its installation. */
  installed: z.boolean(),
  stage: z.enum(['planned', 'running', 'ended']),
  occurrence: z.int().min(1),
  scheduledAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  thirdPerson: z.boolean(),
  chats: z.array(Chat),
  /** Teams names a message by its time; two in one millisecond still differ. */
  lastMessageId: z.int(),
  /** Of all meetings of the series, in their order. */
  transcripts: z.array(Transcript).default([]),
  /** What stands in people's Microsoft To Do. */
  tasks: z
    .array(z.object({ of: z.enum(personKeys), task: z.record(z.string(), z.unknown()) }))
    .default([]),
  /** The last activity sent of each kind: Teams may send any of them again. */
  sent: z.record(z.string(), z.unknown()),
});
export type World = Readonly<z.infer<typeof World>>;

export function newWorld(now: number): World {
  return {
    version: 1,
    installed: false,
    stage: 'planned',
    occurrence: 1,
    scheduledAt: Math.ceil(now / quarterMs) * quarterMs,
    startedAt: null,
    endedAt: null,
    thirdPerson: false,
    chats: [{ id: series.chatId, of: 'meeting', messages: [] }],
    lastMessageId: 0,
    transcripts: [],
    tasks: [],
    sent: {},
  };
}

export const started = (world: World, now: number): World => ({
  ...world,
  stage: 'running',
  startedAt: now,
  endedAt: null,
});

export const ended = (world: World, now: number): World => ({
  ...world,
  stage: 'ended',
  endedAt: now,
});

export const movedToNextWeek = (world: World): World => ({
  ...world,
  stage: 'planned',
  occurrence: world.occurrence + 1,
  scheduledAt: world.scheduledAt + weekMs,
  startedAt: null,
  endedAt: null,
});

/** The id that the next message of this world gets. */
export const nextMessageId = (world: World, now: number): number =>
  Math.max(now, world.lastMessageId + 1);

export function posted(
  world: World,
  chatId: string,
  message: Pick<Message, 'from' | 'text' | 'attachments'>,
  now: number,
): World {
  const id = nextMessageId(world, now);
  return {
    ...inChat(world, chatId, (messages) => [
      ...messages,
      { ...message, id: String(id), at: now, revision: 0, views: {} },
    ]),
    lastMessageId: id,
  };
}

export function updated(
  world: World,
  chatId: string,
  messageId: string,
  content: Pick<Message, 'text' | 'attachments'>,
): World {
  return inChat(world, chatId, (messages) =>
    messages.map((message) =>
      message.id === messageId
        ? { ...message, ...content, revision: message.revision + 1, views: {} }
        : message,
    ),
  );
}

export function removed(world: World, chatId: string, messageId: string): World {
  return inChat(world, chatId, (messages) =>
    messages.filter((message) => message.id !== messageId),
  );
}

export function viewed(
  world: World,
  chatId: string,
  messageId: string,
  view: { readonly by: PairKey; readonly card: unknown },
): World {
  return inChat(world, chatId, (messages) =>
    messages.map((message) =>
      message.id === messageId
        ? { ...message, views: { ...message.views, [view.by]: view.card } }
        : message,
    ),
  );
}

/** A private chat of one person with the bot; the one that is there already, if it is. */
export function withPersonalChat(world: World, of: PairKey): World {
  return chatOf(world, of)
    ? world
    : { ...world, chats: [...world.chats, { id: `a:${of}_${people[of].oid}`, of, messages: [] }] };
}

export const chatOf = (world: World, of: Chat['of']): Chat | undefined =>
  world.chats.find((chat) => chat.of === of);

export const chatById = (world: World, chatId: string): Chat | undefined =>
  world.chats.find((chat) => chat.id === chatId);

export function sceneOf(world: World): Scene {
  return {
    stage: world.stage,
    occurrence: world.occurrence,
    scheduledAt: world.scheduledAt,
    startedAt: world.startedAt,
    endedAt: world.endedAt,
    thirdPerson: world.thirdPerson,
    title: series.title,
    people: { ana: people.ana.name, ben: people.ben.name, cleo: people.cleo.name },
    chats: world.chats.map((chat) => ({ ...chat, messages: chat.messages.slice(-shownMessages) })),
  };
}

/** A page draws no more of a chat than this; the world keeps all. */
const shownMessages = 100;

function inChat(
  world: World,
  chatId: string,
  change: (messages: Chat['messages']) => Chat['messages'],
): World {
  return {
    ...world,
    chats: world.chats.map((chat) =>
      chat.id === chatId ? { ...chat, messages: change(chat.messages) } : chat,
    ),
  };
}
