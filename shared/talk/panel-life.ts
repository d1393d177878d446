/** The life of a panel, from its opening to its last sign: the one row of the room that it writes. */
import type { Talkers } from './event.ts';
import type { Mark } from './mark.ts';
import { sortMarks } from './mark.ts';
import type { Observed, ObservedPanel } from './observed.ts';
import { presenceOf } from './observed.ts';
import type { Span, Spans } from './span.ts';
import { clip, intersect, spansOf } from './span.ts';
import type { Tap } from './timeline.ts';

/**
 * Times are milliseconds of the server's clock. Every opening (a reload, a wake from sleep) is a
 * new life with a row of its own, and only the panel itself writes it.
 */
export interface PanelLife {
  readonly id: string;
  readonly panel: string;
  readonly user: string;
  readonly openedAt: number;
  /** Until when the panel was surely there. */
  readonly seenAt: number;
  readonly isClosed: boolean;
  /** Since when it hears somebody, null while it hears nobody. */
  readonly hearingSince: number | null;
  /** Stretches that have ended; only ever added to. */
  readonly heard: Spans;
}

/** One small write: what the row says from now on, and the stretches to add to it. */
export interface LifeWrite extends PanelLife {
  /** Only the stretches that ended since the write before. */
  readonly heard: Spans;
}

export function lifeAfter(before: PanelLife | undefined, write: LifeWrite): PanelLife {
  return { ...write, heard: [...(before?.heard ?? []), ...write.heard] };
}

export interface RoomTalk {
  readonly people: Talkers;
  readonly lives: readonly PanelLife[];
  /** The panels that are connected to the room at this moment. */
  readonly connected: ReadonlySet<string>;
  /** Who came and went, by user; times of the server's clock. */
  readonly presence: ReadonlyMap<string, readonly Mark[]>;
  readonly taps: readonly Tap[];
  readonly startedAt: number;
  /** Now, or when the meeting ended. */
  readonly until: number;
}

/**
 * What the rows of a room tell. A life goes on until now if it is its panel's last, was not
 * closed, and the panel is connected; if not, it ended at its last sign of life, and so did a
 * stretch that was going on.
 */
export function observeRoom(room: RoomTalk): Observed {
  const { people, startedAt, until } = room;
  const meetingMs = Math.max(0, until - startedAt);
  const fromStart = <Timed extends { readonly at: number }>(timed: Timed): Timed => ({
    ...timed,
    at: timed.at - startedAt,
  });
  const marks = new Map(
    [...room.presence].map(([user, known]) => [user, sortMarks(known.map(fromStart))]),
  );
  const presence = presenceOf(people, marks, meetingMs);
  return {
    people,
    meetingMs,
    together: presence.together,
    company: presence.company,
    panels: panelsOf(room).map(({ panel, user, open, heard }) => {
      const present = intersect(clip(moved(open, startedAt), 0, meetingMs), presence.of(user));
      return { panel, user, open: present, heard: intersect(moved(heard, startedAt), present) };
    }),
    taps: room.taps
      .map(fromStart)
      .filter(({ at }) => at < meetingMs)
      .toSorted((a, b) => a.at - b.at),
  };
}

function panelsOf({ people, lives, connected, until }: RoomTalk): readonly ObservedPanel[] {
  const own = lives.filter(({ user }) => people.some(({ id }) => id === user));
  const names = [...new Set(own.map(({ panel }) => panel))].toSorted();
  return names.flatMap((panel) => {
    const ofPanel = own
      .filter((life) => life.panel === panel)
      .toSorted((a, b) => a.openedAt - b.openedAt);
    const [first] = ofPanel;
    if (first === undefined) return [];
    const open: Span[] = [];
    const heard: Span[] = [];
    for (const life of ofPanel) {
      const isLast = life === ofPanel.at(-1);
      const goesOn = isLast && !life.isClosed && connected.has(panel);
      const to = goesOn ? until : Math.min(life.seenAt, until);
      open.push({ from: life.openedAt, to });
      heard.push(...life.heard);
      if (life.hearingSince !== null) heard.push({ from: life.hearingSince, to });
    }
    return [{ panel, user: first.user, open: spansOf(open), heard: spansOf(heard) }];
  });
}

function moved(spans: Spans, by: number): Spans {
  return spans.map(({ from, to }) => ({ from: from - by, to: to - by }));
}
