/** All 1:1s of one person at a glance: what they are told of each, and of none but their own. */
import { z } from 'zod';
import { elements } from '../agenda/element.ts';
import { Outcome } from '../outcomes/outcome.ts';
import { Person } from '../people/person.ts';

/** 1:1s on one page: more than anybody leads, and as much as a screen is read for. */
export const seriesPerPage = 20;
/** Open outcomes that are shown of one series; the others stand in its panel. */
export const outcomesPerSeries = 30;
/** Held meetings that the trend of the balance is drawn of. */
export const trendMeetings = 6;

export const MyOutcome = Outcome.extend({
  /** In how many earlier meetings it already stood. */
  age: z.int().min(0),
});
export type MyOutcome = Readonly<z.infer<typeof MyOutcome>>;

export const MySeries = z.object({
  seriesId: z.uuid(),
  title: z.string(),
  me: Person,
  other: Person,
  /** Opens the chat of this 1:1 at its panel. */
  link: z.url(),
  /** Meetings that were held. */
  meetings: z.int().min(0),
  isRunning: z.boolean(),
  /** Milliseconds, like all moments here; planned in Teams, or what their rhythm suggests. */
  next: z.object({ at: z.number(), isPlanned: z.boolean() }).nullable(),
  lastAt: z.number().nullable(),
  /** Null where their meetings show no rhythm. */
  everyDays: z.int().min(1).nullable(),
  /** How many of the rhythm went by since the last. */
  missed: z.int().min(0),
  /** Elements that were not talked about for longer than the pair wants. */
  overdue: z.array(z.enum(elements)),
  /** The open ones, the next due first; at most `outcomesPerSeries` of `openCount`. */
  outcomes: z.array(MyOutcome),
  openCount: z.int().min(0),
  /** The report's share of the talking, the oldest first; empty where it is not being measured. */
  balance: z.array(z.object({ meetingNumber: z.int().min(1), reportShare: z.number() })),
});
export type MySeries = Readonly<z.infer<typeof MySeries>>;

/** `GET /api/my-series` and `GET /api/my-series/:after`: the 1:1s after that one, by the other's name. */
export const MySeriesAnswer = z.object({
  series: z.array(MySeries),
  hasMore: z.boolean(),
  /** The server's clock, in milliseconds. */
  now: z.number(),
});
export type MySeriesAnswer = Readonly<z.infer<typeof MySeriesAnswer>>;
