/** What the simulator's page and its server say to each other. */
import { z } from 'zod';

export const PairKey = z.enum(['ana', 'ben']);
export type PairKey = z.infer<typeof PairKey>;

export const Attachment = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export const Message = z.object({
  id: z.string(),
  from: z.enum(['ana', 'ben', 'evenhand']),
  text: z.string(),
  attachments: z.array(Attachment),
  /** Milliseconds. */
  at: z.number(),
  /** How often the bot has changed it. */
  revision: z.int(),
  /** The card as one person sees it, after the bot answered them alone. */
  views: z.object({ ana: z.unknown().optional(), ben: z.unknown().optional() }),
});
export type Message = z.infer<typeof Message>;

export const Chat = z.object({
  id: z.string(),
  /** The meeting's chat, or the private chat of one person with the bot. */
  of: z.enum(['meeting', 'ana', 'ben']),
  messages: z.array(Message),
});
export type Chat = z.infer<typeof Chat>;

/** All that the page shows, sent whole at every change. */
export const Scene = z.object({
  stage: z.enum(['planned', 'running', 'ended']),
  occurrence: z.int().min(1),
  /** Milliseconds; the simulated calendar, a week on at each occurrence. */
  scheduledAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  thirdPerson: z.boolean(),
  title: z.string(),
  people: z.object({ ana: z.string(), ben: z.string(), cleo: z.string() }),
  chats: z.array(Chat),
});
export type Scene = z.infer<typeof Scene>;

/** Something worth a word that does not last: a refused activity, a targeted notification. */
export const Notice = z.object({ kind: z.enum(['info', 'problem']), text: z.string() });
export type Notice = z.infer<typeof Notice>;

export const ThirdPersonRequest = z.object({ present: z.boolean() });
/** In which language a person has set their Teams. */
const Locale = z.string().max(35);
export const MessageRequest = z.object({
  as: PairKey,
  chatId: z.string(),
  text: z.string().trim().min(1).max(28_000),
  locale: Locale.optional(),
});
export type MessageRequest = z.infer<typeof MessageRequest>;

export const CardActionRequest = z.object({
  as: PairKey,
  chatId: z.string(),
  messageId: z.string(),
  /** As the person pressed it, or as the card refreshes itself. */
  trigger: z.enum(['manual', 'automatic']),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
  locale: Locale.optional(),
});
export type CardActionRequest = z.infer<typeof CardActionRequest>;

export const CardActionAnswer = z.discriminatedUnion('kind', [
  /** The card has changed; it comes with the scene. */
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('problem'), text: z.string() }),
  z.object({ kind: z.literal('done') }),
]);
export type CardActionAnswer = z.infer<typeof CardActionAnswer>;

export const redeliverable = [
  'meetingStart',
  'meetingEnd',
  'meetingParticipantJoin',
  'meetingParticipantLeave',
  'message',
  'invoke',
  'installationUpdate',
  'conversationUpdate',
] as const;
export const SpokenLine = z.object({
  by: z.enum(['ana', 'ben', 'cleo']),
  /** Milliseconds since 1970. */
  from: z.number(),
  to: z.number(),
  text: z.string(),
});
export type SpokenLine = z.infer<typeof SpokenLine>;

export const Transcript = z.object({
  id: z.string(),
  /** When transcribing was begun and ended, in milliseconds since 1970. */
  from: z.number(),
  to: z.number(),
  lines: z.array(SpokenLine),
});
export type Transcript = z.infer<typeof Transcript>;

/** What was said while Teams transcribed the meeting. */
export const TranscriptRequest = Transcript.omit({ id: true });
export type TranscriptRequest = z.infer<typeof TranscriptRequest>;

export const RedeliverRequest = z.object({
  name: z.enum(redeliverable),
  times: z.int().min(1).max(100).default(1),
  /** All at the same time, or one after the other. */
  atOnce: z.boolean().default(false),
});

/** The bot's HTTP status for every activity that was delivered. */
export const Deliveries = z.object({ statuses: z.array(z.number()) });
export type Deliveries = z.infer<typeof Deliveries>;

/** Whoever has a Teams of their own here, whether they are one of the two or not. */
export const PersonKey = z.enum(['ana', 'ben', 'cleo']);
export type PersonKey = z.infer<typeof PersonKey>;
export const TokenRequest = z.object({ person: PersonKey });
export const TokenAnswer = z.object({ token: z.string(), expiresAt: z.number() });
export type TokenAnswer = z.infer<typeof TokenAnswer>;

const Introduced = z.object({
  oid: z.string(),
  name: z.string(),
  email: z.string(),
  connectorId: z.string(),
});

/** What a panel's teams-js is told of where and who it is. */
export const Cast = z.object({
  tenantId: z.string(),
  chatId: z.string(),
  meetingId: z.string(),
  people: z.object({ ana: Introduced, ben: Introduced, cleo: Introduced }),
});
export type Cast = z.infer<typeof Cast>;
