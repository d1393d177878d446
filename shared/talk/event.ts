/** What can happen to the talk of a meeting: the events that the engine folds, as they are recorded. */
import { z } from 'zod';
import { Person, UserId } from '../people/person.ts';

/** Milliseconds from the meeting's start. Below zero is before it. */
const At = z
  .number()
  .min(Number.MIN_SAFE_INTEGER, 'is not a time of a meeting')
  .max(Number.MAX_SAFE_INTEGER, 'is not a time of a meeting');
/** One panel: the app open in one window of one person's client. */
const PanelId = z.string().min(1).max(256);

export const Talker = Person.pick({ id: true, role: true });
export type Talker = Readonly<z.infer<typeof Talker>>;
/** The two whose talk is measured, in either order. */
export type Talkers = readonly [Talker, Talker];

export const MeetingDescribed = z.object({
  type: z.literal('meeting'),
  people: z
    .tuple([Talker, Talker], 'must be the two people of the 1:1')
    .refine(([one, other]) => one.id !== other.id, 'must be two different people')
    .refine(([one, other]) => one.role !== other.role, 'must be one manager and one report'),
});

/** Somebody, of the pair or not, is in the meeting or is not. */
const Present = z.object({
  type: z.literal('present'),
  at: At,
  user: UserId,
  on: z.boolean(),
});
/** A panel was opened or closed. */
const PanelMoved = z.object({
  type: z.literal('panel'),
  at: At,
  panel: PanelId,
  user: UserId,
  on: z.boolean(),
});
/** A panel began or ceased to hear somebody other than its own user. */
const Heard = z.object({
  type: z.literal('heard'),
  at: At,
  panel: PanelId,
  on: z.boolean(),
});
/** Somebody said by hand who is talking now; null when nobody is. */
const Tapped = z.object({
  type: z.literal('tap'),
  at: At,
  by: UserId,
  speaker: UserId.nullable(),
});
const Ended = z.object({ type: z.literal('end'), at: At });

/** What a version to come adds to an event is let pass and left out. */
export const TalkEvent = z.discriminatedUnion('type', [Present, PanelMoved, Heard, Tapped, Ended]);
export type TalkEvent = Readonly<z.infer<typeof TalkEvent>>;
