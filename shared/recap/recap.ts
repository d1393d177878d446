/** The recap of one 1:1: what was discussed, what was agreed, what goes on. */
import { wasDiscussed } from '../agenda/coverage-of-elements.ts';
import { elements, type Element } from '../agenda/element.ts';
import { ageIn, type Topic } from '../agenda/topic.ts';
import { needsAnswer } from '../outcomes/agree-anew.ts';
import { bothOwn, type Day, type Outcome } from '../outcomes/outcome.ts';
import type { Pair, UserId } from '../people/person.ts';
import type { RoomState } from '../room/room-state.ts';
import type { TalkTotals } from '../talk/totals.ts';

export interface RecapTopic {
  readonly title: string;
  readonly notes: string;
  readonly raisedBy: string;
}

export interface RecapOutcome {
  readonly id: string;
  readonly result: string;
  /** The names of those who own it: one of the two, or both. */
  readonly owners: readonly string[];
  readonly by: string | null;
  readonly success: string;
  readonly support: string;
  readonly status: Outcome['status'];
  /** The newest note on how it is getting on, if there is one. */
  readonly latest?: string;
  /** How often it was carried, where the two are to say what becomes of it. */
  readonly carriedFor?: number;
  /** In how many earlier meetings it already stood. */
  readonly age: number;
}

export interface RecapCarried {
  readonly title: string;
  readonly element: Element;
  /** In how many meetings it has stood by now, this one included. */
  readonly meetings: number;
  readonly parked: boolean;
}

export interface Recap {
  readonly seriesTitle: string;
  readonly meetingNumber: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** The elements that were talked about, in their fixed order, each with its topics. */
  readonly discussed: readonly {
    readonly element: Element;
    readonly topics: readonly RecapTopic[];
  }[];
  readonly outcomes: readonly RecapOutcome[];
  readonly carried: readonly RecapCarried[];
  /** The day on which the two meet next, where it is known. */
  readonly nextDay?: Day;
  /**
   * How the talking divided; only where the pair wants it in the recap. Recaps of earlier versions
   * have it as a line in English.
   */
  readonly talk?: RecapTalk | string;
}

export interface RecapTalk {
  readonly totals: TalkTotals;
  /** By the ids in the totals. */
  readonly names: Readonly<Record<UserId, string>>;
}

export interface RecapSource {
  readonly seriesTitle: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly pair: Pair;
  /** What the agenda held when the meeting was opened: notes that stood there are not news. */
  readonly opened: RoomState;
  readonly state: RoomState;
  readonly nextDay?: Day | undefined;
  readonly talk?: TalkTotals | null;
}

export function composeRecap({ state, pair, opened, nextDay, talk, ...about }: RecapSource): Recap {
  const notesBefore = new Map(opened.topics.map((topic) => [topic.id, topic.notes]));
  const nameOf = (id: string) => pair.find((person) => person.id === id)?.name ?? '';
  const balance = talk ? recapTalk(talk, pair) : undefined;
  return {
    seriesTitle: about.seriesTitle,
    meetingNumber: state.meetingNumber,
    startedAt: about.startedAt,
    endedAt: about.endedAt,
    discussed: elements.flatMap((element) => {
      const topics = state.topics.filter(
        (each) => each.element === element && wasDiscussed(each, notesBefore.get(each.id)),
      );
      if (topics.length === 0) return [];
      return [{ element, topics: topics.map((topic) => recapTopic(topic, nameOf)) }];
    }),
    outcomes: state.outcomes.map((outcome) => recapOutcome(outcome, pair, state.meetingNumber)),
    carried: state.topics.filter(goesOn).map((topic) => ({
      title: topic.title.trim(),
      element: topic.element,
      meetings: ageIn(state.meetingNumber, topic.raisedIn) + 1,
      parked: topic.state === 'parked',
    })),
    ...(nextDay === undefined ? {} : { nextDay }),
    ...(balance === undefined ? {} : { talk: balance }),
  };
}

/** Undefined with nobody heard. */
export function recapTalk(totals: TalkTotals, pair: Pair): RecapTalk | undefined {
  if (totals.people.every(({ share }) => share === null)) return undefined;
  return { totals, names: Object.fromEntries(pair.map(({ id, name }) => [id, name])) };
}

export function recapOutcome(outcome: Outcome, pair: Pair, meetingNumber: number): RecapOutcome {
  const nameOf = (id: string) => pair.find((person) => person.id === id)?.name ?? '';
  const latest = outcome.progress?.at(-1);
  const age = ageIn(meetingNumber, outcome.agreedIn);
  return {
    id: outcome.id,
    result: outcome.result.trim(),
    owners: outcome.owner === bothOwn ? pair.map((one) => one.name) : [nameOf(outcome.owner)],
    by: outcome.by,
    success: outcome.success.trim(),
    support: outcome.support.trim(),
    status: outcome.status,
    age,
    ...(latest === undefined ? {} : { latest: `${nameOf(latest.by)}: ${latest.text}` }),
    ...(needsAnswer(outcome, meetingNumber) ? { carriedFor: age } : {}),
  };
}

function goesOn(topic: Topic): boolean {
  return topic.state !== 'done';
}

function recapTopic(topic: Topic, nameOf: (id: string) => string): RecapTopic {
  return {
    title: topic.title.trim(),
    notes: topic.notes.trim(),
    raisedBy: nameOf(topic.raisedBy),
  };
}
