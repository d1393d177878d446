/** Meetings drawn in virtual time: one character is one second, blank is off. */
import type { TalkEvent } from '../../shared/talk/event.ts';
import type { TalkMeasured } from '../../shared/talk/measure.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import type { Observed } from '../../shared/talk/observed.ts';
import { observe } from '../../shared/talk/observed.ts';
import type { Spans } from '../../shared/talk/span.ts';
import { emptyTimeline, withEvents } from '../../shared/talk/timeline.ts';
import { people } from './meeting.ts';

export function spansDrawn(line: string): Spans {
  return [...line.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    from: index * 1_000,
    to: (index + length) * 1_000,
  }));
}

/** Spans as a line of so many seconds. */
function draw(spans: Spans, seconds: number): string {
  return Array.from({ length: seconds }, (_, second) =>
    spans.some(({ from, to }) => from <= second * 1_000 && second * 1_000 < to) ? '#' : ' ',
  ).join('');
}

export interface Drawing {
  /** When each speaks, as the other's panel hears it. */
  readonly ana?: string;
  readonly ben?: string;
  /** When their panels are open; all the time if not drawn. */
  readonly anaPanel?: string;
  readonly benPanel?: string;
  /** When they are in the meeting; not reported if not drawn. */
  readonly anaThere?: string;
  readonly benThere?: string;
  readonly carlThere?: string;
  /** How long the meeting is. */
  readonly meeting: string;
}

export function eventsOf(drawing: Drawing): readonly TalkEvent[] {
  const end = drawing.meeting.length * 1_000;
  const switches = (line: string | undefined, event: (at: number, on: boolean) => TalkEvent) =>
    spansDrawn(line ?? '').flatMap(({ from, to }) =>
      to < end ? [event(from, true), event(to, false)] : [event(from, true)],
    );
  const opened = (panel: string, user: string, line = drawing.meeting) =>
    switches(line, (at, on) => ({ type: 'panel', at, panel, user, on }));
  const heard = (panel: string, line?: string) =>
    switches(line, (at, on) => ({ type: 'heard', at, panel, on }));
  const there = (user: string, line?: string) =>
    switches(line, (at, on) => ({ type: 'present', at, user, on }));
  return [
    ...there('ana', drawing.anaThere),
    ...there('ben', drawing.benThere),
    ...there('carl', drawing.carlThere),
    ...opened('a', 'ana', drawing.anaPanel),
    ...opened('b', 'ben', drawing.benPanel),
    ...heard('a', drawing.ben),
    ...heard('b', drawing.ana),
    { type: 'end', at: end },
  ];
}

export function observed(...events: readonly TalkEvent[]): Observed {
  return observe(withEvents(emptyTimeline(people), events));
}

export function measured(drawing: Drawing, ...more: readonly TalkEvent[]): TalkMeasured {
  return measureTalk(observed(...eventsOf(drawing), ...more));
}

/** What was measured, as lines under each other. */
export function drawn({ source }: TalkMeasured): readonly [string, string, string] {
  const seconds = source.meetingMs / 1_000;
  return [
    draw(source.measured, seconds),
    draw(source.speech[0], seconds),
    draw(source.speech[1], seconds),
  ];
}
