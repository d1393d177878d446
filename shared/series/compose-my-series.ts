/** Composes what a person is told of one of their 1:1s from what is on record of it. */
import { coverageFrom, defaultPatience, type Patience } from '../agenda/coverage-of-elements.ts';
import { ageIn } from '../agenda/topic.ts';
import { elements, type Element } from '../agenda/element.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { otherOf, type Pair, type UserId } from '../people/person.ts';
import type { MeetingStage } from '../room/contract.ts';
import { managerShare, type TalkTotals } from '../talk/totals.ts';
import { trendMeetings, type MySeries } from './my-series.ts';
import { nextMeetingAt, regularityOf } from './next-meeting.ts';

/** Before a pair has met this often, every element would be "overdue" without meaning anything. */
const meetingsBeforeOverdue = 3;

export interface MeetingAtAGlance {
  readonly meetingNumber: number;
  /** The elements that were talked about; undefined while that is not settled. */
  readonly discussed: readonly Element[] | undefined;
  readonly stage: MeetingStage;
  /** Milliseconds; null while it is only planned. */
  readonly startedAt: number | null;
  /** Null where nothing was measured. */
  readonly totals: TalkTotals | null;
}

export interface SeriesOnRecord {
  readonly id: string;
  readonly title: string;
  readonly pair: Pair;
  /** Undefined while the pair is content with the usual. */
  readonly patience: Patience | undefined;
  readonly plannedStart: number | undefined;
  /** The newest first; as many as `meetingsLookedAt` says. */
  readonly meetings: readonly MeetingAtAGlance[];
  readonly outcomes: readonly Outcome[];
  readonly openCount: number;
}

/** How many of the newest meetings tell all that is asked of them. */
export function meetingsLookedAt(patiences: readonly (Patience | undefined)[]): number {
  const longest = patiences.flatMap((patience) => Object.values(patience ?? defaultPatience));
  // One is the open meeting, and one may not be settled yet.
  return Math.max(trendMeetings, ...longest) + 2;
}

export function composeMySeries(
  known: SeriesOnRecord,
  { userId, link, now }: { readonly userId: UserId; readonly link: string; readonly now: number },
): MySeries {
  const { meetings, pair } = known;
  const me = pair[0].id === userId ? pair[0] : pair[1];
  const held = meetings.filter(({ stage }) => stage === 'ended');
  const running = meetings.find(({ stage }) => stage === 'running');
  const startedAt = meetings.flatMap((each) => each.startedAt ?? []);
  const nextNumber = (held[0]?.meetingNumber ?? 0) + 1;
  const regularity = regularityOf({ startedAt, now });
  return {
    seriesId: known.id,
    title: known.title,
    me,
    other: otherOf(pair, userId),
    link,
    meetings: held[0]?.meetingNumber ?? 0,
    isRunning: running !== undefined,
    next: nextOf(known.plannedStart, startedAt, now),
    lastAt: held[0]?.startedAt ?? null,
    everyDays: regularity?.everyDays ?? null,
    missed: running === undefined ? (regularity?.missed ?? 0) : 0,
    overdue: overdueElements(held, nextNumber, known.patience),
    outcomes: known.outcomes
      .toSorted(byUrgency)
      .map((outcome) => ({ ...outcome, age: ageIn(nextNumber, outcome.agreedIn) })),
    openCount: known.openCount,
    balance: balanceOf(held),
  };
}

function nextOf(
  scheduledAt: number | undefined,
  startedAt: readonly number[],
  now: number,
): MySeries['next'] {
  const at = nextMeetingAt({ startedAt, scheduledAt, now });
  return at === undefined ? null : { at, isPlanned: at === scheduledAt };
}

function overdueElements(
  held: readonly MeetingAtAGlance[],
  meetingNumber: number,
  patience: Patience | undefined,
): Element[] {
  if (meetingNumber <= meetingsBeforeOverdue) return [];
  return coverageFrom({
    // Until it is settled what the last one talked about, it may have been anything.
    meetings: held.map(({ discussed = elements, ...meeting }) => ({ ...meeting, discussed })),
    meetingNumber,
    ...(patience === undefined ? {} : { patience }),
  })
    .filter(({ isOverdue }) => isOverdue)
    .map(({ element }) => element);
}

/** By its day, the earliest first; those without a day after them, the oldest first. */
export function byUrgency(a: Outcome, b: Outcome): number {
  const [first, second] = [a.by ?? '9', b.by ?? '9'];
  if (first !== second) return first < second ? -1 : 1;
  return a.agreedIn - b.agreedIn || (a.id < b.id ? -1 : 1);
}

/** Whoever has stopped measuring is not reminded of it by old figures. */
function balanceOf(held: readonly MeetingAtAGlance[]): MySeries['balance'] {
  const shares = held.slice(0, trendMeetings).map(({ meetingNumber, totals }) => {
    const share = totals === null ? null : managerShare(totals);
    return share === null ? undefined : { meetingNumber, reportShare: 1 - share };
  });
  return shares[0] === undefined ? [] : shares.flatMap((share) => share ?? []).toReversed();
}
