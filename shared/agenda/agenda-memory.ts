/** What a series remembers for the next agenda, and what a panel may ask or tell about it. */
import { z } from 'zod';
import { Patience } from './coverage-of-elements.ts';
import { elements } from './element.ts';
import { Lean } from './rhythm.ts';
import { Template } from './templates.ts';
import { notesLimit, Topic } from './topic.ts';

/** Meetings that are looked back on: a year of weekly ones, and more than any patience. */
export const pastLimit = 60;
/** Templates that one pair can save. */
export const savedTemplatesLimit = 30;
/** Topics of earlier meetings that can be brought back. */
export const finishedLimit = 50;
/** Private notes that one person can keep in one series. */
export const privateNotesLimit = 1_000;

/** An earlier meeting, as far as the next agenda goes by it. */
export const PastMeeting = z.object({
  meetingNumber: z.int().min(1),
  /** The elements that were talked about. */
  discussed: z.array(z.enum(elements)),
  lean: Lean.optional(),
});
export type PastMeeting = Readonly<z.infer<typeof PastMeeting>>;

export const AgendaMemory = z.object({
  past: z.array(PastMeeting),
  patience: Patience,
  /** Topics of this agenda that wait because somebody parked them last time. */
  parked: z.array(z.string()),
  /** Whether this person wants to be asked about the wording of topics and outcomes. */
  wordingHints: z.boolean(),
  /** When the meeting is to end, on the server's clock in milliseconds; null where nobody knows. */
  scheduledEnd: z.number().nullable(),
});
export type AgendaMemory = Readonly<z.infer<typeof AgendaMemory>>;

/** `PUT /api/series/:seriesId/wording-hints`: for the person who asks, and nobody else. */
export const WordingHints = z.object({ wordingHints: z.boolean() });

/** `GET /api/series/:seriesId/templates`, and what saving and removing one answers. */
export const TemplatesAnswer = z.object({ templates: z.array(Template) });

/** `GET /api/series/:seriesId/finished`: done topics of earlier meetings, the newest first. */
export const FinishedAnswer = z.object({ topics: z.array(Topic) });

/** A note for oneself: about a topic, wherever it goes, or about one meeting. */
export const PrivateNote = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('topic'), id: z.string().min(1).max(64) }),
    z.object({ kind: z.literal('meeting') }),
  ]),
  text: z.string().max(notesLimit),
});
export type PrivateNote = Readonly<z.infer<typeof PrivateNote>>;

/** `GET /api/meetings/:meetingId/private-notes`: one's own and nobody else's. */
export const PrivateNotesAnswer = z.object({ notes: z.array(PrivateNote) });
