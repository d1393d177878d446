/** When each of the five elements was last talked about, and which has waited too long. */
import { z } from 'zod';
import type { Say } from '../language/say.ts';
import type { Element } from './element.ts';
import { elements } from './element.ts';
import type { Topic } from './topic.ts';

/** Meetings that may go by without an element before it is called overdue. */
const Meetings = z.int().min(1).max(52);
export const Patience = z.object({
  progress: Meetings,
  obstacles: Meetings,
  feedback: Meetings,
  development: Meetings,
  wellbeing: Meetings,
});
export type Patience = Readonly<z.infer<typeof Patience>>;

export const defaultPatience: Patience = {
  progress: 1,
  obstacles: 2,
  feedback: 3,
  development: 3,
  wellbeing: 3,
};

/** What a meeting's record says of its topics. */
export interface HeldMeeting {
  readonly meetingNumber: number;
  readonly topics: readonly Pick<Topic, 'id' | 'element' | 'state' | 'notes'>[];
}

export interface MeetingElements {
  readonly meetingNumber: number;
  readonly discussed: readonly Element[];
}

export interface ElementCoverage {
  readonly element: Element;
  /** 1 is the meeting before this one, 0 this one; null when it was never talked about. */
  readonly meetingsAgo: number | null;
  readonly patience: number;
  readonly isOverdue: boolean;
}

/** One for each element, in their own order, as seen from meeting `meetingNumber`. */
export function coverageOfElements({
  meetings,
  meetingNumber,
  patience = defaultPatience,
}: {
  /** In any order; the running meeting may be among them. */
  readonly meetings: readonly HeldMeeting[];
  readonly meetingNumber: number;
  readonly patience?: Patience;
}): readonly ElementCoverage[] {
  return coverageFrom({ meetings: elementsDiscussed(meetings), meetingNumber, patience });
}

/** The same, where it is known already what each meeting talked about. */
export function coverageFrom({
  meetings,
  meetingNumber,
  patience = defaultPatience,
}: {
  readonly meetings: readonly MeetingElements[];
  readonly meetingNumber: number;
  readonly patience?: Patience;
}): readonly ElementCoverage[] {
  const lastIn = new Map<Element, number>();
  for (const meeting of meetings.filter((each) => each.meetingNumber <= meetingNumber))
    for (const element of meeting.discussed)
      lastIn.set(element, Math.max(meeting.meetingNumber, lastIn.get(element) ?? 0));
  return elements.map((element) => {
    const last = lastIn.get(element);
    const without = last === undefined ? meetingNumber - 1 : meetingNumber - last - 1;
    return {
      element,
      meetingsAgo: last === undefined ? null : meetingNumber - last,
      patience: patience[element],
      isOverdue: without >= patience[element],
    };
  });
}

/** Talked about: finished, called up, or left with something written down that was not there. */
export function wasDiscussed(topic: Pick<Topic, 'state' | 'notes'>, notesBefore = ''): boolean {
  return (
    topic.state === 'done' ||
    topic.state === 'discussing' ||
    topic.notes.trim() !== notesBefore.trim()
  );
}

/** A line for a screen reader, and for whoever points at it. */
export function coverageText(
  say: Say,
  name: string,
  { meetingsAgo, isOverdue }: Pick<ElementCoverage, 'meetingsAgo' | 'isOverdue'>,
): string {
  const values = { element: name, count: meetingsAgo ?? 0 };
  if (meetingsAgo === null)
    return isOverdue ? say('{element}: never, waiting', values) : say('{element}: never', values);
  if (meetingsAgo === 0) return say('{element}: this meeting', values);
  return isOverdue
    ? say(
        '{count, plural, =1 {{element}: last meeting, waiting} other {{element}: # meetings ago, waiting}}',
        values,
      )
    : say(
        '{count, plural, =1 {{element}: last meeting} other {{element}: # meetings ago}}',
        values,
      );
}

/** What each meeting talked about, in the order of the meetings. */
export function elementsDiscussed(meetings: readonly HeldMeeting[]): readonly MeetingElements[] {
  // A carried topic brings its notes along: they are news only where they differ.
  const notesOf = new Map<string, string>();
  return meetings
    .toSorted((a, b) => a.meetingNumber - b.meetingNumber)
    .map(({ meetingNumber, topics }) => {
      const discussed = new Set<Element>();
      for (const topic of topics) {
        if (wasDiscussed(topic, notesOf.get(topic.id))) discussed.add(topic.element);
        notesOf.set(topic.id, topic.notes);
      }
      return { meetingNumber, discussed: elements.filter((each) => discussed.has(each)) };
    });
}
