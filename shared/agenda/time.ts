/** Planned and spent minutes of the topics, and the one gentle sign when they do not fit. */
import type { Topic } from './topic.ts';

const minuteMs = 60_000;
/** Within this much, a topic is not called late: nobody plans to the second. */
const graceMs = minuteMs;
/** What one tap on "more time" adds. */
export const extensionMinutes = 5;
/** As the record takes it. */
const longestPlanMinutes = 480;

/** A topic was the one being discussed. Milliseconds on the server's clock. */
export interface DiscussedSpan {
  readonly topic: string;
  readonly from: number;
  /** Null while it still is. */
  readonly to: number | null;
}

interface TopicTime {
  readonly topic: string;
  readonly plannedMs: number | null;
  readonly spentMs: number;
  /** Past its planned time; 0 where it is within, or has none. */
  readonly overrunMs: number;
}

export type TimeSign =
  | { readonly kind: 'overrun'; readonly topic: string; readonly overrunMs: number }
  | {
      readonly kind: 'will-not-fit';
      /** In the order of the agenda, those that the time left does not reach. */
      readonly topics: readonly string[];
      readonly missingMs: number;
    };

export interface AgendaTime {
  readonly topics: readonly TopicTime[];
  /** Until the planned end, at least 0; null where no end is known. */
  readonly remainingMs: number | null;
  /** Planned for open topics and not yet spent. Topics without a plan add nothing. */
  readonly plannedLeftMs: number;
  /** At most one at a time, a running topic's overrun first. */
  readonly sign: TimeSign | null;
}

export interface AgendaTimeSource {
  readonly topics: readonly Pick<Topic, 'id' | 'plannedMinutes' | 'state'>[];
  readonly spans: readonly DiscussedSpan[];
  /** Milliseconds on the clock of the spans. */
  readonly now: number;
  readonly endsAt: number | null;
}

export function agendaTime({ topics, spans, now, endsAt }: AgendaTimeSource): AgendaTime {
  const times = topics.map((topic) => topicTime(topic, spans, now));
  const left = times.filter((_, index) => isLeft(topics[index]?.state));
  const remainingMs = endsAt === null ? null : Math.max(0, endsAt - now);
  const running = times[topics.findIndex(({ state }) => state === 'discussing')];
  return {
    topics: times,
    remainingMs,
    plannedLeftMs: left.reduce((sum, time) => sum + unspentMs(time), 0),
    sign: overrunSign(running) ?? fitSign(left, remainingMs),
  };
}

/** The new plan after one tap on "more time": always more than what is spent already. */
export function extended(plannedMinutes: number | null, spentMs: number): number {
  const spentMinutes = Math.ceil(spentMs / minuteMs);
  return Math.min(
    longestPlanMinutes,
    Math.max(plannedMinutes ?? 0, spentMinutes) + extensionMinutes,
  );
}

function topicTime(
  { id, plannedMinutes }: AgendaTimeSource['topics'][number],
  spans: readonly DiscussedSpan[],
  now: number,
): TopicTime {
  const plannedMs = plannedMinutes === null ? null : plannedMinutes * minuteMs;
  const spentMs = lengthOf(
    spans
      .filter(({ topic }) => topic === id)
      .map(({ from, to }) => ({ from, to: Math.min(to ?? now, now) })),
  );
  return {
    topic: id,
    plannedMs,
    spentMs,
    overrunMs: plannedMs === null ? 0 : Math.max(0, spentMs - plannedMs),
  };
}

function isLeft(state: Topic['state'] | undefined): boolean {
  return state === 'open' || state === 'discussing';
}

/** Both panels may report one span; time counts once. */
function lengthOf(spans: readonly { readonly from: number; readonly to: number }[]): number {
  let length = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return length;
}

function unspentMs({ plannedMs, spentMs }: TopicTime): number {
  return Math.max(0, (plannedMs ?? 0) - spentMs);
}

function overrunSign(running: TopicTime | undefined): TimeSign | undefined {
  return running === undefined || running.overrunMs < graceMs
    ? undefined
    : { kind: 'overrun', topic: running.topic, overrunMs: running.overrunMs };
}

function fitSign(left: readonly TopicTime[], remainingMs: number | null): TimeSign | null {
  if (remainingMs === null) return null;
  const needed = left.map((_, index) =>
    left.slice(0, index + 1).reduce((sum, time) => sum + unspentMs(time), 0),
  );
  const missingMs = (needed.at(-1) ?? 0) - remainingMs;
  if (missingMs < graceMs) return null;
  return {
    kind: 'will-not-fit',
    topics: left
      .filter((time, index) => unspentMs(time) > 0 && (needed[index] ?? 0) > remainingMs)
      .map(({ topic }) => topic),
    missingMs,
  };
}
