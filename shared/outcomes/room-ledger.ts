/** How the room and the ledger tell each other of outcomes: what was edited in the room is entered, what was changed elsewhere is shown in it. */
import type { UserId } from '../people/person.ts';
import type { LedgerEntry, LedgerOutcomes, OutcomeChange } from './ledger.ts';
import { changesBetween, placeOf } from './ledger.ts';
import { isAlive, type Outcome } from './outcome.ts';

export interface RoomMoment {
  readonly roomId: string;
  /** With the room's id it names the state: the same pair always holds the same outcomes. */
  readonly sequence: number;
  /** Milliseconds. */
  readonly at: number;
  /** Whose panel told of it: it does so after an edit of its own. Null when the server read the room. */
  readonly by: UserId | null;
}

/**
 * The entries that a newer state of a room adds. Only what was edited in the room between `before`
 * and `after` is entered: what was changed on a card meanwhile is not in the room's edits, so it
 * stays. What the ledger already says is not said again.
 */
export function entriesOfRoom({
  before,
  after,
  known,
  moment,
}: {
  /** What this room was last known to hold. */
  readonly before: readonly Outcome[];
  readonly after: readonly Outcome[];
  readonly known: LedgerOutcomes;
  readonly moment: RoomMoment;
}): readonly LedgerEntry[] {
  const earlier = new Map(before.map((outcome) => [outcome.id, outcome]));
  const still = new Set(after.map((outcome) => outcome.id));
  const seen = after.flatMap((outcome) =>
    changesIn(earlier.get(outcome.id), outcome, known).map((change) => ({
      id: outcome.id,
      change,
    })),
  );
  const gone = before
    .filter(({ id }) => !still.has(id) && known.get(id)?.isRemoved === false)
    .map(({ id }) => ({ id, change: { what: 'removed', to: true } as const }));
  return [...seen, ...gone].map(({ id, change }) => ({
    // An outcome is agreed once, whichever room tells of it first.
    id:
      change.what === 'agreed'
        ? `${id}/agreed`
        : `${id}/${placeOf(change)}/room/${moment.roomId}/${moment.sequence}`,
    outcomeId: id,
    at: moment.at,
    // A note says itself who wrote it.
    by: change.what === 'noted' ? change.to.by : moment.by,
    via: 'panel',
    change,
  }));
}

function changesIn(
  before: Outcome | undefined,
  after: Outcome,
  known: LedgerOutcomes,
): readonly OutcomeChange[] {
  const entered = known.get(after.id);
  if (entered === undefined) return [{ what: 'agreed', to: after }];
  const news = new Set(changesBetween(entered.outcome, after).map(placeOf));
  const edited = changesBetween(before ?? entered.outcome, after).filter((change) =>
    news.has(placeOf(change)),
  );
  const isBack = before === undefined && entered.isRemoved;
  return isBack ? [{ what: 'removed', to: false }, ...edited] : edited;
}

/**
 * A room's outcomes as the ledger has them: in the room's order, then what the ledger alone knows to
 * be open, the oldest first. An outcome that never reached the ledger stays as it is.
 */
export function outcomesToday(
  inRoom: readonly Outcome[],
  known: LedgerOutcomes,
): readonly Outcome[] {
  const here = new Set(inRoom.map((outcome) => outcome.id));
  const shown = inRoom.flatMap((outcome) => {
    const entered = known.get(outcome.id);
    if (entered === undefined) return [outcome];
    return entered.isRemoved ? [] : [entered.outcome];
  });
  const others = [...known.values()]
    .filter(({ outcome, isRemoved }) => !here.has(outcome.id) && !isRemoved && isAlive(outcome))
    .toSorted((a, b) => a.agreedAt - b.agreedAt || (a.outcome.id < b.outcome.id ? -1 : 1))
    .map(({ outcome }) => outcome);
  return [...shown, ...others];
}
