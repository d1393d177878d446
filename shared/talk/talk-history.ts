/** What is kept of the talk over a series: each meeting's totals, and what the pair has settled on. */
import { z } from 'zod';
import { elements } from '../agenda/element.ts';
import { MeetingId } from '../room/contract.ts';
import { Band, defaultBand } from './band.ts';
import { TalkTotals } from './totals.ts';

export const TalkSettings = z.object({
  /** The report's share that the pair finds healthy. */
  band: Band,
  /** Whether the manager is offered a question when the balance leaves the band. */
  nudges: z.boolean(),
  /** Whether the recap in the chat has a line on the balance. */
  inRecap: z.boolean(),
});
export type TalkSettings = Readonly<z.infer<typeof TalkSettings>>;

export const usualTalkSettings: TalkSettings = { band: defaultBand, nudges: true, inRecap: false };

/** How the talking divided over one topic or one element. */
const Part = z.object({
  measuredMs: z.number().min(0),
  managerShare: z.number().min(0).max(1).nullable(),
});
export const TalkParts = z.object({
  topics: z.array(Part.extend({ title: z.string() })),
  elements: z.array(Part.extend({ element: z.enum(elements) })),
});
export type TalkParts = Readonly<z.infer<typeof TalkParts>>;

export const feltAnswers = ['yes', 'partly', 'no'] as const;
export type FeltAnswer = (typeof feltAnswers)[number];

/** "Did you feel heard?": the report's own, unless they share it. */
export const Felt = z.object({ answer: z.enum(feltAnswers), isShared: z.boolean() });
export type Felt = Readonly<z.infer<typeof Felt>>;

/** What becomes of a meeting's transcript. */
export const transcriptFates = [
  'waiting',
  /** Its figures have taken the live ones' place. */
  'read',
  /** There was none in the end. */
  'none',
  /** Microsoft does not let the app read it. */
  'not-allowed',
  /** The two share a name. */
  'same-name',
  /** It names neither of the two. */
  'nobody-known',
  /** It names one of the two, and somebody who may be the other. */
  'one-unknown',
  /** One of the two has switched the talk balance off, or deleted its figures. */
  'dropped',
] as const;
export type TranscriptFate = (typeof transcriptFates)[number];

export const MeetingTalk = z.object({
  meetingId: MeetingId,
  number: z.int().min(1),
  startedAt: z.number(),
  totals: TalkTotals.nullable(),
  parts: TalkParts,
  /** Null where none was ever waited for. */
  transcript: z.enum(transcriptFates).nullable(),
  /** Null too where the one who asks may not see it. */
  felt: Felt.nullable(),
});
export type MeetingTalk = Readonly<z.infer<typeof MeetingTalk>>;

/** `GET /api/series/:seriesId/talk`. The ended meetings of the series, the oldest first. */
export const TalkHistory = z.object({
  settings: TalkSettings,
  meetings: z.array(MeetingTalk),
});
export type TalkHistory = Readonly<z.infer<typeof TalkHistory>>;

/** `PUT /api/series/:seriesId/talk-settings`: what is given is changed. */
export const TalkSettingsRequest = TalkSettings.partial();
/** `PUT /api/series/:seriesId/talk-consent`: one's own yes for all meetings, or its end. */
export const TalkConsentRequest = z.object({ always: z.boolean() });
/** `PUT /api/meetings/:meetingId/felt`: the report's own answer; null takes it back. */
export const FeltRequest = z.object({ felt: Felt.nullable() });
/** `PUT /api/meetings/:meetingId/talk-discard`: the figures of an ended meeting go, for both. */
export const Done = z.object({ done: z.literal(true) });

/** `GET /api/clock` */
export const ClockAnswer = z.object({
  /** The server's clock, in milliseconds. */
  now: z.number(),
});
