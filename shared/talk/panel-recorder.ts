/** The panel's recorder: decides when its own row is written, and what stands in it. */
import type { LifeWrite } from './panel-life.ts';
import type { Span } from './span.ts';

/** Never two writes closer than this. */
const writeEveryMs = 1_000;
/** While it hears somebody, a sign of life this often: what a lost panel can cost a stretch. */
const signWhileHearingMs = 5_000;
/** While only its own user is heard, by the other's panel, a sign of life this often. */
const signWhileLivelyMs = 15_000;
/** Not called for this long, the machine slept: browsers let hidden pages wait for a minute. */
const asleepAfterMs = 90_000;

export interface Recorder {
  readonly panel: string;
  readonly user: string;
  readonly openedAt: number;
  /** The last time it was called. Time never goes back, whatever a clock says. */
  readonly now: number;
  readonly hearingSince: number | null;
  /** Stretches that ended and are not written yet. */
  readonly unwritten: readonly Span[];
  readonly isChanged: boolean;
  readonly writtenAt: number | null;
}

export interface RecorderInput {
  /** Milliseconds of the server's clock, as far as the panel knows it. */
  readonly at: number;
  /** What Teams reports: somebody other than this user is heard, or nobody; none for a mere tick. */
  readonly hears?: boolean;
  /** Whether the other's panel hears this user now. */
  readonly isLively?: boolean;
  readonly closes?: boolean;
}

export interface RecorderStep {
  readonly recorder: Recorder;
  /** To be put into the room in one transaction; empty most of the time. */
  readonly writes: readonly LifeWrite[];
  /** When to tick again at the latest for a write that had to wait; null when none does. */
  readonly dueAt: number | null;
}

export function openRecorder(panel: string, user: string, at: number): Recorder {
  return {
    panel,
    user,
    openedAt: at,
    now: at,
    hearingSince: null,
    unwritten: [],
    isChanged: true,
    writtenAt: null,
  };
}

/** Call it for every report from Teams, and every second. */
export function record(before: Recorder, input: RecorderInput): RecorderStep {
  const at = Math.max(before.now, input.at);
  const slept = at - before.now > asleepAfterMs;
  const ended = slept ? writeOf(fallenAsleep(before), true) : undefined;
  const awake = slept
    ? { ...openRecorder(before.panel, before.user, at), writtenAt: before.writtenAt }
    : before;
  const recorder = hear({ ...awake, now: at }, input.hears);
  const sinceWrite = recorder.writtenAt === null ? Infinity : at - recorder.writtenAt;
  const isDue = recorder.isChanged || sinceWrite >= signEvery(recorder, input.isLively ?? false);
  const mustWait = sinceWrite < writeEveryMs;
  const closes = input.closes ?? false;
  if (ended === undefined && !closes && !isDue) return { recorder, writes: [], dueAt: null };
  if (mustWait) return { recorder, writes: [], dueAt: (recorder.writtenAt ?? at) + writeEveryMs };
  const write = writeOf(closes ? fallenAsleep(recorder) : recorder, closes);
  return {
    recorder: { ...recorder, unwritten: [], isChanged: false, writtenAt: at },
    writes: ended === undefined ? [write] : [ended, write],
    dueAt: null,
  };
}

function hear(recorder: Recorder, hears: boolean | undefined): Recorder {
  const { hearingSince, unwritten, now } = recorder;
  if (hears === undefined || hears === (hearingSince !== null)) return recorder;
  if (hearingSince === null) return { ...recorder, hearingSince: now, isChanged: true };
  return {
    ...recorder,
    hearingSince: null,
    unwritten: now > hearingSince ? [...unwritten, { from: hearingSince, to: now }] : unwritten,
    isChanged: true,
  };
}

/** A stretch that was going on ends at the last sign of life. */
function fallenAsleep(recorder: Recorder): Recorder {
  return hear(recorder, false);
}

function signEvery({ hearingSince }: Recorder, isLively: boolean): number {
  if (hearingSince !== null) return signWhileHearingMs;
  return isLively ? signWhileLivelyMs : Infinity;
}

function writeOf(recorder: Recorder, isClosed: boolean): LifeWrite {
  const { panel, user, openedAt, now, hearingSince, unwritten } = recorder;
  return {
    id: `${panel}@${openedAt}`,
    panel,
    user,
    openedAt,
    seenAt: now,
    isClosed,
    hearingSince,
    heard: unwritten,
  };
}
