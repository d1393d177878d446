/** The at most three things that the panel offers to talk about, with the reason for each. */
import type { Say } from '../language/say.ts';
import { isAlive, type Outcome } from '../outcomes/outcome.ts';
import type { UserId } from '../people/person.ts';
import type { RoomState } from '../room/room-state.ts';
import { carriesBeforeDecision, needsDecision } from './carry-over.ts';
import type { ElementCoverage } from './coverage-of-elements.ts';
import type { Element } from './element.ts';
import { namesOfElements } from './element-names.ts';
import type { Lean } from './rhythm.ts';
import { leanWeights } from './rhythm.ts';
import { elementTitle } from './suggest-titles.ts';
import type { Topic } from './topic.ts';
import { ageIn, titleLimit } from './topic.ts';

const suggestionLimit = 3;
/** An outcome is worth a word from a week before its day: by then there is still time to help. */
const dueSoonDays = 7;
const dayMs = 86_400_000;

interface Offer {
  /** Names the meeting too: what is dismissed stays away for that meeting and no longer. */
  readonly id: string;
  /** One sentence for people. */
  readonly because: string;
}
export type Suggestion =
  | (Offer & {
      readonly kind: 'overdue-element';
      readonly element: Element;
      readonly title: string;
    })
  | (Offer & { readonly kind: 'carried-topic'; readonly topicId: string; readonly title: string })
  | (Offer & { readonly kind: 'outcome-due'; readonly outcomeId: string; readonly title: string });

export interface SuggestionSource {
  readonly room: RoomState;
  readonly coverage: readonly ElementCoverage[];
  readonly lean: Lean;
  /** The pair's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly dismissed: ReadonlySet<string>;
  readonly say: Say;
}

/** The most pressing of each kind comes first, then whatever presses most. */
export function suggest(source: SuggestionSource): readonly Suggestion[] {
  const taken = new Set(source.room.topics.map(({ id }) => whateverMeeting(id)));
  const offers = [...overdueElements(source), ...carriedTopics(source), ...outcomesDue(source)]
    .filter(
      ({ suggestion: { id } }) => !source.dismissed.has(id) && !taken.has(whateverMeeting(id)),
    )
    .toSorted((a, b) => b.weight - a.weight || (a.suggestion.id < b.suggestion.id ? -1 : 1));
  const isFirstOfKind = ({ suggestion: { kind } }: Weighed, index: number) =>
    offers.findIndex((each) => each.suggestion.kind === kind) === index;
  return [
    ...offers.filter(isFirstOfKind),
    ...offers.filter((offer, index) => !isFirstOfKind(offer, index)),
  ]
    .slice(0, suggestionLimit)
    .map(({ suggestion }) => suggestion);
}

/**
 * The topic that one tap makes of a suggestion; undefined for a carried topic, which is on the
 * agenda already and is called up instead. Its id comes from the suggestion, so that two people
 * who tap at once mean one topic.
 */
export function topicFromSuggestion(
  suggestion: Suggestion,
  { raisedBy, meetingNumber }: { readonly raisedBy: UserId; readonly meetingNumber: number },
): Topic | undefined {
  if (suggestion.kind === 'carried-topic') return undefined;
  return {
    id: suggestion.id,
    title: suggestion.title,
    element: suggestion.kind === 'overdue-element' ? suggestion.element : 'progress',
    raisedBy,
    raisedIn: meetingNumber,
    plannedMinutes: suggestion.kind === 'overdue-element' ? 10 : 5,
    notes: '',
    state: 'open',
  };
}

interface Weighed {
  readonly suggestion: Suggestion;
  /** Only compares: higher presses more. */
  readonly weight: number;
}

/** Short enough to be the id of a topic, and the same on both panels. */
function suggestionId(room: RoomState, kind: string, of: string): string {
  return `m${room.meetingNumber}-${kind}-${of}`.slice(0, 64);
}

/** A topic that began as a suggestion in an earlier meeting and was carried still answers it. */
function whateverMeeting(id: string): string {
  return id.replace(/^m\d+-/, '');
}

function overdueElements({ room, coverage, lean, say }: SuggestionSource): readonly Weighed[] {
  const planned = new Set(room.topics.map(({ element }) => element));
  return coverage
    .filter(({ element, isOverdue }) => isOverdue && !planned.has(element))
    .map(({ element, meetingsAgo, patience }) => {
      const without = (meetingsAgo ?? room.meetingNumber) - 1;
      return {
        weight: Math.min(4, 1 + without / patience) * leanWeights[lean][element],
        suggestion: {
          kind: 'overdue-element',
          id: suggestionId(room, 'element', element),
          element,
          title: elementTitle(say, element, room.meetingNumber),
          because: overdueText(say, namesOfElements(say)[element], meetingsAgo),
        },
      };
    });
}

function carriedTopics({ room, lean, say }: SuggestionSource): readonly Weighed[] {
  return room.topics
    .filter((topic) => topic.state === 'open' && ageIn(room.meetingNumber, topic.raisedIn) > 0)
    .map((topic) => {
      const age = ageIn(room.meetingNumber, topic.raisedIn);
      const isThird = needsDecision(topic, room.meetingNumber, topic.keptIn);
      return {
        weight:
          (Math.min(age, carriesBeforeDecision) + (isThird ? 1 : 0)) *
          leanWeights[lean][topic.element],
        suggestion: {
          kind: 'carried-topic',
          id: suggestionId(room, 'topic', topic.id),
          topicId: topic.id,
          title: topic.title,
          because: isThird
            ? say('Carried {count, plural, one {# time} other {# times}}: keep, change or drop?', {
                count: age,
              })
            : say('Carried from {count, plural, =1 {the last meeting} other {# meetings ago}}.', {
                count: age,
              }),
        },
      };
    });
}

function outcomesDue({ room, lean, today, say }: SuggestionSource): readonly Weighed[] {
  return room.outcomes.flatMap((outcome) => {
    const days = daysUntil(outcome, today);
    if (!isAlive(outcome) || days === undefined || days > dueSoonDays) return [];
    return [
      {
        weight: (days < 0 ? 3 : 2) * leanWeights[lean].progress,
        suggestion: {
          kind: 'outcome-due',
          id: suggestionId(room, 'outcome', outcome.id),
          outcomeId: outcome.id,
          title: Array.from(outcome.result.trim()).slice(0, titleLimit).join(''),
          because: dueText(say, days),
        },
      },
    ];
  });
}

function daysUntil({ by }: Outcome, today: string): number | undefined {
  const days = (Date.parse(`${by}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs;
  return by === null || Number.isNaN(days) ? undefined : days;
}

function overdueText(say: Say, element: string, meetingsAgo: number | null): string {
  if (meetingsAgo === null) return say('{element} has not come up yet.', { element });
  return say(
    '{element} has last come up {count, plural, =0 {this meeting} =1 {last meeting} other {# meetings ago}}.',
    { element, count: meetingsAgo },
  );
}

function dueText(say: Say, days: number): string {
  if (days === 0) return say('An outcome that is due today.');
  return days > 0
    ? say('An outcome that is due in {count, plural, one {# day} other {# days}}.', { count: days })
    : say('An outcome that was due {count, plural, one {# day} other {# days}} ago.', {
        count: -days,
      });
}
