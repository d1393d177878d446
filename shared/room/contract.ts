/** What a panel may ask of the server, and what it is answered. */
import { z } from 'zod';
import { AgendaMemory } from '../agenda/agenda-memory.ts';
import { UserId, Pair } from '../people/person.ts';
import { DeletionWaiting } from '../series/deletion.ts';
import { RoomState } from './room-state.ts';

/** Where in the panel a link may lead: what was agreed, to be changed. */
export const reviewPage = 'review';

/** No database can look for a text with a NUL in it. */
const isSearchable = (id: string) => !id.includes('\0');
/** Teams' opaque ids: never parsed, only compared. */
const TeamsId = z.string().min(1).max(1024).refine(isSearchable);
const RoomId = z.string().min(1).max(128).refine(isSearchable);
/** The record counts in 32 bits: years of what two people can do. */
const largestSequence = 2_147_483_647;
export const MeetingId = z.uuid();

/** A room's state as far as one panel (or the record) knows it. */
export const Checkpoint = z.object({
  roomId: RoomId,
  /** The last operation of the relay that this state contains: higher contains lower. */
  sequence: z.int().min(0).max(largestSequence),
  state: RoomState,
});
export type Checkpoint = Readonly<z.infer<typeof Checkpoint>>;

/** `POST /api/session`: open the 1:1 that this chat belongs to. */
export const SessionRequest = z.object({
  chatId: TeamsId,
  meetingId: TeamsId,
  /** What the panel still holds of a room that it lost touch with. */
  held: Checkpoint.optional(),
  /** The panel is about to join the room: its key is to come along. */
  joins: z.boolean().optional(),
});
export type SessionRequest = Readonly<z.infer<typeof SessionRequest>>;

export const RelayAddress = z.discriminatedUnion('kind', [
  /** The relay answers at the origin that served the panel. */
  z.object({ kind: z.literal('own-origin') }),
  z.object({ kind: z.literal('remote'), endpoint: z.url(), tenantId: z.string() }),
]);
export type RelayAddress = Readonly<z.infer<typeof RelayAddress>>;

export const meetingStages = ['planned', 'running', 'ended'] as const;
export type MeetingStage = (typeof meetingStages)[number];

export const Meeting = z.object({
  id: MeetingId,
  number: z.int().min(1),
  stage: z.enum(meetingStages),
  /** Milliseconds of the server's clock; null while it is only planned. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});
export type Meeting = Readonly<z.infer<typeof Meeting>>;

/** A key to one room for one person; when it expires, in milliseconds of the server's clock. */
export const RoomToken = z.object({ token: z.string(), expiresAt: z.number() });
export type RoomToken = Readonly<z.infer<typeof RoomToken>>;

export const Session = z.object({
  seriesId: z.uuid(),
  title: z.string(),
  me: UserId,
  pair: Pair,
  meeting: Meeting,
  roomId: z.string(),
  relay: RelayAddress,
  /** Only for a panel that joins. */
  roomToken: RoomToken.optional(),
  /** The newest state on record: what to show until the room answers. */
  record: RoomState,
  agenda: AgendaMemory,
  /** Who agreed to the talk balance for all meetings: what to show until the room answers. */
  talkAgreed: z.array(UserId),
  /** Whether one of the two asks for everything to be deleted. */
  deletion: DeletionWaiting.nullable(),
  /** The server's clock, in milliseconds. */
  now: z.number(),
});
export type Session = Readonly<z.infer<typeof Session>>;

/** `POST /api/meetings/:meetingId/room-token`: a fresh key to the room, answered as a `RoomToken`. */
export const RoomTokenRequest = z.object({ roomId: RoomId });

/** `PUT /api/meetings/:meetingId/checkpoint`: keep this state. Answers what the record holds. */
export const CheckpointAnswer = z.object({ sequence: z.int(), stage: z.enum(meetingStages) });

/** `PUT /api/series/:seriesId/manager`: who of the two is the manager. */
export const ManagerRequest = z.object({ manager: UserId });
export const ManagerAnswer = z.object({ pair: Pair });

/** Why a request was refused; the message says what to do. */
export const refusals = {
  'bad-request': 400,
  'sign-in': 401,
  'not-a-member': 403,
  'no-consent': 403,
  'not-found': 404,
  'pair-unclear': 409,
  'room-replaced': 409,
  'meeting-over': 410,
  'too-large': 413,
  'too-many': 429,
  failed: 500,
  unavailable: 503,
} as const;
export type Refusal = keyof typeof refusals;
const refusalKinds = Object.keys(refusals);
export const RefusalAnswer = z.object({
  refused: z.string().refine((kind): kind is Refusal => refusalKinds.includes(kind)),
  message: z.string(),
});
export type RefusalAnswer = z.infer<typeof RefusalAnswer>;
