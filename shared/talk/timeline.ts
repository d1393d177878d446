/** The timeline of a meeting: a fold over its events, the same in whatever order and however often they arrive. */
import type { Talkers, TalkEvent } from './event.ts';
import type { Mark } from './mark.ts';
import { sortMarks } from './mark.ts';

export interface Tap {
  readonly at: number;
  readonly by: string;
  /** Who talks from now on; null when nobody does. */
  readonly speaker: string | null;
}

type MarksByName = ReadonlyMap<string, readonly Mark[]>;

export interface Timeline {
  readonly people: Talkers;
  readonly presence: MarksByName;
  readonly panels: MarksByName;
  readonly heard: MarksByName;
  readonly owners: ReadonlyMap<string, string>;
  readonly taps: readonly Tap[];
  /** When the meeting ended (the last time it was said to), if it was said. */
  readonly endedAt: number | undefined;
  /** The last moment that anything is known of. */
  readonly latest: number;
}

export function emptyTimeline(people: Talkers): Timeline {
  return {
    people,
    presence: new Map(),
    panels: new Map(),
    heard: new Map(),
    owners: new Map(),
    taps: [],
    endedAt: undefined,
    latest: 0,
  };
}

/** The timeline with these events in it too. What is not touched by them is shared, not copied. */
export function withEvents(timeline: Timeline, events: readonly TalkEvent[]): Timeline {
  const presence = new Map<string, Mark[]>();
  const panels = new Map<string, Mark[]>();
  const heard = new Map<string, Mark[]>();
  const owners = new Map(timeline.owners);
  const taps: Tap[] = [];
  let { endedAt, latest } = timeline;
  for (const event of events) {
    latest = Math.max(latest, event.at);
    switch (event.type) {
      case 'present':
        push(presence, event.user, event);
        break;
      case 'panel':
        push(panels, event.panel, event);
        // Two owners are refused where events are read; the smaller name wins in any order.
        if (event.user < (owners.get(event.panel) ?? '\uFFFF')) owners.set(event.panel, event.user);
        break;
      case 'heard':
        push(heard, event.panel, event);
        break;
      case 'tap':
        taps.push({ at: event.at, by: event.by, speaker: event.speaker });
        break;
      case 'end':
        endedAt = Math.max(endedAt ?? 0, event.at);
        break;
    }
  }
  return {
    people: timeline.people,
    presence: merge(timeline.presence, presence),
    panels: merge(timeline.panels, panels),
    heard: merge(timeline.heard, heard),
    owners,
    taps: taps.length === 0 ? timeline.taps : sortTaps([...timeline.taps, ...taps]),
    endedAt,
    latest,
  };
}

function push(marks: Map<string, Mark[]>, name: string, { at, on }: Mark): void {
  const known = marks.get(name);
  if (known === undefined) marks.set(name, [{ at, on }]);
  else known.push({ at, on });
}

function merge(known: MarksByName, fresh: MarksByName): MarksByName {
  if (fresh.size === 0) return known;
  const merged = new Map(known);
  for (const [name, marks] of fresh)
    merged.set(name, sortMarks([...(known.get(name) ?? []), ...marks]));
  return merged;
}

/** Two taps in the same instant that disagree are put in an order that arrival does not change. */
function sortTaps(taps: readonly Tap[]): readonly Tap[] {
  const key = (tap: Tap) => JSON.stringify([tap.by, tap.speaker]);
  return taps
    .toSorted((a, b) => a.at - b.at || (key(a) < key(b) ? -1 : Number(key(a) > key(b))))
    .filter((tap, index, sorted) => {
      const before = sorted[index - 1];
      return before === undefined || before.at !== tap.at || key(before) !== key(tap);
    });
}
