/** The ledger: every change ever made to the outcomes of a series. Today's outcomes are a fold over it. */
import { z } from 'zod';
import { UserId } from '../people/person.ts';
import { Day, Outcome, outcomeStatuses, Owner } from './outcome.ts';
import { inOrder, ProgressNote } from './progress.ts';

const text = Outcome.shape.result;

/** One change of one outcome. */
export const OutcomeChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('agreed'), to: Outcome }),
  z.object({ what: z.literal('result'), to: text }),
  z.object({ what: z.literal('success'), to: text }),
  z.object({ what: z.literal('support'), to: text }),
  z.object({ what: z.literal('owner'), to: Owner }),
  z.object({ what: z.literal('by'), to: Day.nullable() }),
  z.object({ what: z.literal('status'), to: z.enum(outcomeStatuses) }),
  /** The meeting in which the pair said to keep it; null where that was taken back. */
  z.object({ what: z.literal('kept'), to: z.int().min(1).nullable() }),
  z.object({ what: z.literal('noted'), to: ProgressNote }),
  z.object({ what: z.literal('unnoted'), to: ProgressNote }),
  z.object({ what: z.literal('removed'), to: z.boolean() }),
]);
export type OutcomeChange = Readonly<z.infer<typeof OutcomeChange>>;

/** Where a change was made: in the panel, on a card in the chat, or by a message to the bot. */
export const vias = ['panel', 'card', 'message'] as const;

export const LedgerEntry = z.object({
  /** Derived from what made the change, so that whatever arrives twice stands here once. */
  id: z.string().min(1).max(512),
  outcomeId: Outcome.shape.id,
  /** Milliseconds of the server's clock. */
  at: z.number(),
  /** Who made it; null where the room tells that it was made, and not by whom. */
  by: UserId.nullable(),
  via: z.enum(vias),
  change: OutcomeChange,
});
export type LedgerEntry = Readonly<z.infer<typeof LedgerEntry>>;

/** An outcome as its entries leave it. */
export interface LedgerOutcome {
  readonly outcome: Outcome;
  readonly isRemoved: boolean;
  /** When it was agreed, and when it was last changed; milliseconds. */
  readonly agreedAt: number;
  readonly changedAt: number;
}

export type LedgerOutcomes = ReadonlyMap<string, LedgerOutcome>;

/**
 * The entries in the order in which they count: the agreement of an outcome before all its changes,
 * whatever the clocks said; then by time. Each once.
 */
export function inLedgerOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const unique = new Map(entries.map((entry) => [entry.id, entry]));
  const isLater = (entry: LedgerEntry) => (entry.change.what === 'agreed' ? 0 : 1);
  return [...unique.values()].toSorted(
    (a, b) => isLater(a) - isLater(b) || a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}

/** The outcomes of today. What is changed in different places of one outcome is all kept. */
export function foldLedger(entries: readonly LedgerEntry[]): LedgerOutcomes {
  const outcomes = new Map<string, LedgerOutcome>();
  for (const entry of inLedgerOrder(entries)) {
    const known = outcomes.get(entry.outcomeId);
    const next = afterEntry(known, entry);
    if (next !== undefined) outcomes.set(entry.outcomeId, next);
  }
  return outcomes;
}

function afterEntry(
  known: LedgerOutcome | undefined,
  { at, change }: LedgerEntry,
): LedgerOutcome | undefined {
  if (change.what === 'agreed') {
    return known ?? { outcome: change.to, isRemoved: false, agreedAt: at, changedAt: at };
  }
  if (known === undefined) return undefined;
  const changedAt = Math.max(known.changedAt, at);
  if (change.what === 'removed') return { ...known, isRemoved: change.to, changedAt };
  return { ...known, outcome: afterChange(known.outcome, change), changedAt };
}

function afterChange(
  outcome: Outcome,
  change: Exclude<OutcomeChange, { readonly what: 'agreed' | 'removed' }>,
): Outcome {
  const { keptIn, progress = [], ...rest } = outcome;
  const kept = keptIn === undefined ? {} : { keptIn };
  switch (change.what) {
    case 'kept':
      return {
        ...rest,
        ...noted(progress),
        ...(change.to === null ? {} : { keptIn: change.to }),
      };
    case 'noted':
      return { ...rest, ...kept, ...noted([...progress, change.to]) };
    case 'unnoted':
      return { ...rest, ...kept, ...noted(progress.filter(({ id }) => id !== change.to.id)) };
    case 'result':
    case 'success':
    case 'support':
    case 'owner':
    case 'by':
    case 'status':
      return { ...outcome, [change.what]: change.to };
  }
}

function noted(notes: readonly ProgressNote[]): Pick<Outcome, 'progress'> {
  return notes.length === 0 ? {} : { progress: inOrder(notes) };
}

/** What of an outcome a change is about: two changes of one place don't both stand. */
export function placeOf(change: OutcomeChange): string {
  return change.what === 'noted' || change.what === 'unnoted'
    ? `note ${change.to.id}`
    : change.what;
}

/** Every change that turns `before` into `after`, one for each place in which they differ. */
export function changesBetween(before: Outcome, after: Outcome): readonly OutcomeChange[] {
  return [
    ...(before.result === after.result ? [] : [{ what: 'result', to: after.result } as const]),
    ...(before.success === after.success ? [] : [{ what: 'success', to: after.success } as const]),
    ...(before.support === after.support ? [] : [{ what: 'support', to: after.support } as const]),
    ...(before.owner === after.owner ? [] : [{ what: 'owner', to: after.owner } as const]),
    ...(before.by === after.by ? [] : [{ what: 'by', to: after.by } as const]),
    ...(before.status === after.status ? [] : [{ what: 'status', to: after.status } as const]),
    ...(before.keptIn === after.keptIn
      ? []
      : [{ what: 'kept', to: after.keptIn ?? null } as const]),
    ...notesBesides(after, before).map((to) => ({ what: 'noted', to }) as const),
    ...notesBesides(before, after).map((to) => ({ what: 'unnoted', to }) as const),
  ];
}

function notesBesides(these: Outcome, those: Outcome): readonly ProgressNote[] {
  const known = new Set((those.progress ?? []).map(({ id }) => id));
  return (these.progress ?? []).filter(({ id }) => !known.has(id));
}

/** Whether two rooms hold the same outcomes, in any order. */
export function areSame(before: readonly Outcome[], after: readonly Outcome[]): boolean {
  if (before.length !== after.length) return false;
  const earlier = new Map(before.map((outcome) => [outcome.id, outcome]));
  return after.every((outcome) => {
    const was = earlier.get(outcome.id);
    return was !== undefined && changesBetween(was, outcome).length === 0;
  });
}

/**
 * The change that takes `entry` back: what stood in its place before. Undefined where there is
 * nothing to take back: the entry is not there, or has been changed again since.
 */
export function takenBack(
  entries: readonly LedgerEntry[],
  entryId: string,
): OutcomeChange | undefined {
  const ordered = inLedgerOrder(entries);
  const at = ordered.findIndex(({ id }) => id === entryId);
  const entry = ordered[at];
  if (entry === undefined) return undefined;
  const { change, outcomeId } = entry;
  const isSamePlace = (each: LedgerEntry) =>
    each.outcomeId === outcomeId && placeOf(each.change) === placeOf(change);
  if (ordered.slice(at + 1).some(isSamePlace)) return undefined;
  if (change.what === 'agreed') return { what: 'removed', to: true };
  const before = foldLedger(ordered.slice(0, at)).get(outcomeId);
  if (before === undefined) return undefined;
  switch (change.what) {
    case 'removed':
      return { what: 'removed', to: before.isRemoved };
    case 'kept':
      return { what: 'kept', to: before.outcome.keptIn ?? null };
    case 'noted':
    case 'unnoted': {
      const wasThere = before.outcome.progress?.some(({ id }) => id === change.to.id) === true;
      return { what: wasThere ? 'noted' : 'unnoted', to: change.to };
    }
    case 'owner':
      return { what: 'owner', to: before.outcome.owner };
    case 'by':
      return { what: 'by', to: before.outcome.by };
    case 'status':
      return { what: 'status', to: before.outcome.status };
    case 'result':
    case 'success':
    case 'support':
      return { what: change.what, to: before.outcome[change.what] };
  }
}
