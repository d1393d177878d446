/** Shows in the room what became of an outcome elsewhere: on a card, or by a message. */
import { changesBetween, type LedgerOutcomes, type OutcomeChange } from '../outcomes/ledger.ts';
import { isAlive, type Outcome } from '../outcomes/outcome.ts';
import { outcomesToday } from '../outcomes/room-ledger.ts';
import type { Room } from './room-schema.ts';
import { rewrite } from './room-schema.ts';

export interface ShownChange {
  /** The outcome as it is since. */
  readonly outcome: Outcome;
  readonly change: OutcomeChange;
}

export interface NotShown {
  readonly outcomes: readonly ShownChange[];
  /** Outcomes that the room shows and the ledger has as taken away. */
  readonly removed: readonly string[];
}

/** What of the ledger a room that holds `inRoom` does not show yet. */
export function notShown(inRoom: readonly Outcome[], known: LedgerOutcomes): NotShown {
  const shown = new Map(inRoom.map((outcome) => [outcome.id, outcome]));
  const today = outcomesToday(inRoom, known);
  const still = new Set(today.map(({ id }) => id));
  return {
    outcomes: today.flatMap((outcome) => {
      const before = shown.get(outcome.id);
      const changes: readonly OutcomeChange[] =
        before === undefined ? [{ what: 'agreed', to: outcome }] : changesBetween(before, outcome);
      return changes.map((change) => ({ outcome, change }));
    }),
    removed: inRoom.map(({ id }) => id).filter((id) => !still.has(id)),
  };
}

/** Touches only the place that was changed: what is being edited in the others stays. */
export function showOutcome(room: Room, { outcome, change }: ShownChange): void {
  const node = room.outcomes.find(({ id }) => id === outcome.id);
  if (node === undefined) {
    if (isAlive(outcome)) room.agree(outcome);
    return;
  }
  switch (change.what) {
    case 'owner':
      node.owner = outcome.owner;
      return;
    case 'by':
      node.by = outcome.by ?? undefined;
      return;
    case 'status':
      node.status = outcome.status;
      return;
    case 'result':
    case 'success':
    case 'support':
      rewrite(node[change.what], outcome[change.what]);
      return;
    case 'kept':
      node.keptIn = outcome.keptIn;
      return;
    case 'noted':
      node.note(change.to);
      return;
    case 'unnoted':
      node.unnote(change.to.id);
      return;
    case 'agreed':
    case 'removed':
      return;
  }
}
