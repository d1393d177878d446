/** What a room holds of the talk, as plain values: consent, one row a panel life, taps, who came and went. */
import type { ConsentByUser } from './consent.ts';
import { haveBothAgreed } from './consent.ts';
import type { Talkers } from './event.ts';
import type { Mark } from './mark.ts';
import type { Observed } from './observed.ts';
import type { PanelLife } from './panel-life.ts';
import { observeRoom } from './panel-life.ts';
import type { Tap } from './timeline.ts';

/** A panel's life, with the connection to the relay over which it was last written. */
export interface ConnectedLife extends PanelLife {
  readonly connection: string;
}

export interface TalkState {
  readonly consents: ConsentByUser;
  readonly lives: readonly ConnectedLife[];
  readonly taps: readonly Tap[];
  /** Who came and went, by user; written by the server alone. */
  readonly presence: ReadonlyMap<string, readonly Mark[]>;
  /** Whose client does not tell when somebody speaks. */
  readonly deaf: ReadonlySet<string>;
  /** When what had been measured was thrown away last, and by whom. */
  readonly discarded: { readonly at: number; readonly by: string } | null;
}

export const noTalk: TalkState = {
  consents: new Map(),
  lives: [],
  taps: [],
  presence: new Map(),
  deaf: new Set(),
  discarded: null,
};

export interface TalkMoment {
  readonly people: Talkers;
  /** The connections to the relay that stand at this moment. */
  readonly connections: ReadonlySet<string>;
  /** Milliseconds of the server's clock. */
  readonly startedAt: number;
  /** Now, or when the meeting ended. */
  readonly until: number;
}

/** What the room tells of the talk; undefined unless both have agreed to have it measured. */
export function observeTalk(talk: TalkState, moment: TalkMoment): Observed | undefined {
  if (!haveBothAgreed(talk.consents, moment.people)) return undefined;
  const since = talk.discarded?.at ?? -Infinity;
  // What was on its way when it was thrown away is not let in by the back door.
  const lives = talk.lives.filter(({ openedAt }) => openedAt >= since);
  return observeRoom({
    people: moment.people,
    lives,
    connected: connectedPanels(lives, moment.connections),
    presence: talk.presence,
    taps: talk.taps.filter(({ at }) => at >= since),
    startedAt: moment.startedAt,
    until: moment.until,
  });
}

function connectedPanels(
  lives: readonly ConnectedLife[],
  connections: ReadonlySet<string>,
): ReadonlySet<string> {
  const last = new Map<string, ConnectedLife>();
  for (const life of lives) {
    const known = last.get(life.panel);
    if (known === undefined || known.openedAt <= life.openedAt) last.set(life.panel, life);
  }
  return new Set(
    [...last.values()]
      .filter(({ connection }) => connections.has(connection))
      .map(({ panel }) => panel),
  );
}

/**
 * Since when both had agreed, as far as it shows: panels begin their rows only then, and people
 * tap only then. Milliseconds of the server's clock; undefined when nothing shows it.
 */
export function agreedSince({ lives, taps, discarded }: TalkState): number | undefined {
  const since = discarded?.at ?? -Infinity;
  const signs = [...lives.map(({ openedAt }) => openedAt), ...taps.map(({ at }) => at)];
  const first = Math.min(...signs.filter((at) => at >= since));
  return Number.isFinite(first) ? first : undefined;
}
