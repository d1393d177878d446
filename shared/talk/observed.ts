/** What was observed of a meeting's talk: who was there, which panel was open, what each panel heard. */
import type { Talkers } from './event.ts';
import type { Mark } from './mark.ts';
import { spansOn, sortMarks } from './mark.ts';
import type { Spans } from './span.ts';
import { intersect, subtract, unite } from './span.ts';
import type { Tap, Timeline } from './timeline.ts';

/** One panel of one of the two. */
export interface ObservedPanel {
  readonly panel: string;
  readonly user: string;
  readonly open: Spans;
  /** When it heard somebody; only while it was open. */
  readonly heard: Spans;
}

export interface Observed {
  readonly people: Talkers;
  /** How long the meeting lasted, or has lasted until now. */
  readonly meetingMs: number;
  /** When both were there. */
  readonly together: Spans;
  /** When anybody else was there. */
  readonly company: Spans;
  readonly panels: readonly ObservedPanel[];
  /** In the order of time. */
  readonly taps: readonly Tap[];
}

/**
 * What the timeline tells, up to the end of the meeting or, while it runs, up to `now`. A person
 * of whom no coming or going was reported was there all the time; a first report of going means
 * that they had been there. A panel is closed at the latest when its user leaves.
 */
export function observe(timeline: Timeline, now = timeline.latest): Observed {
  const { people, owners, taps } = timeline;
  const meetingMs = Math.max(0, timeline.endedAt ?? now);
  const presence = presenceOf(people, timeline.presence, meetingMs);
  return {
    people,
    meetingMs,
    together: presence.together,
    company: presence.company,
    panels: [...owners]
      .filter(([, user]) => people.some(({ id }) => id === user))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([panel, user]) => observePanel(timeline, panel, user, presence.of(user), meetingMs)),
    taps: taps.filter((tap) => tap.at < meetingMs),
  };
}

export interface Presence extends Pick<Observed, 'together' | 'company'> {
  readonly of: (user: string) => Spans;
}

export function presenceOf(
  people: Talkers,
  reported: ReadonlyMap<string, readonly Mark[]>,
  meetingMs: number,
): Presence {
  const of = (user: string): Spans => {
    const marks = reported.get(user);
    if (marks !== undefined) return spansOn(marks, meetingMs, marks[0]?.on === false);
    return meetingMs > 0 ? [{ from: 0, to: meetingMs }] : [];
  };
  const [one, other] = people;
  const others = [...reported.keys()].filter((user) => user !== one.id && user !== other.id);
  return {
    of,
    together: intersect(of(one.id), of(other.id)),
    company: unite(...others.map(of)),
  };
}

function observePanel(
  timeline: Timeline,
  panel: string,
  user: string,
  presence: Spans,
  meetingMs: number,
): ObservedPanel {
  const open = intersect(spansOn(timeline.panels.get(panel) ?? [], meetingMs), presence);
  // A stretch ends at the last sign of life: what was heard before does not outlive the panel.
  const closings = open.filter(({ to }) => to < meetingMs).map(({ to }) => ({ at: to, on: false }));
  const marks = timeline.heard.get(panel) ?? [];
  const heard = spansOn(
    closings.length === 0 ? marks : sortMarks([...marks, ...closings]),
    meetingMs,
  );
  return { panel, user, open, heard: intersect(heard, open) };
}

/** When the two were there, and nobody else: the only time in which crossing says who speaks. */
export function alone(observed: Observed): Spans {
  return subtract(observed.together, observed.company);
}
