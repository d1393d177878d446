/** Shows in the room what became of an outcome elsewhere: on a card, or by a message. */
import type { OutcomeChange } from '../outcomes/ledger.ts';
import { isAlive, type Outcome } from '../outcomes/outcome.ts';
import type { Room } from './room-schema.ts';
import { rewrite } from './room-schema.ts';

export interface ShownChange {
  /** The outcome as it is since. */
  readonly outcome: Outcome;
  readonly change: OutcomeChange;
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
