/** A recorded meeting played back: the figures that its events come to. */
import type { TalkOf } from './balance.ts';
import type { Mode } from './measure.ts';
import { measureTalk } from './measure.ts';
import { observe } from './observed.ts';
import { explain } from './reason.ts';
import type { Recording } from './recording.ts';
import { emptyTimeline, withEvents } from './timeline.ts';

/** All times in whole milliseconds. */
export interface Replay {
  readonly mode: Mode;
  readonly meetingMs: number;
  readonly measuredMs: number;
  readonly people: readonly TalkOf[];
  readonly overlapMs: number;
  readonly silenceMs: number;
  readonly replyGapMs: number | null;
  readonly hangoverMs: Readonly<Record<string, number>>;
  readonly why: readonly string[];
}

export function replay({ people, events }: Recording): Replay {
  const observed = observe(withEvents(emptyTimeline(people), events));
  const { mode, balance, hangoverMs, reasons } = measureTalk(observed);
  return {
    mode,
    meetingMs: Math.round(observed.meetingMs),
    measuredMs: Math.round(balance.measuredMs),
    people: balance.people.map((person) => ({
      ...person,
      talkMs: Math.round(person.talkMs),
      longestTurnMs: Math.round(person.longestTurnMs),
    })),
    overlapMs: Math.round(balance.overlapMs),
    silenceMs: Math.round(balance.silenceMs),
    replyGapMs: balance.replyGapMs === null ? null : Math.round(balance.replyGapMs),
    hangoverMs,
    why: reasons.map(explain),
  };
}
