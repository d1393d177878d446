/** The history of one outcome, as people read it: what was typed in one go is one change. */
import { z } from 'zod';
import { inLedgerOrder, LedgerEntry } from './ledger.ts';

/** `GET /api/series/:seriesId/outcomes/:outcomeId/history`: the newest change first. */
export const HistoryAnswer = z.object({
  changes: z.array(LedgerEntry.pick({ id: true, at: true, by: true, via: true, change: true })),
});
export type HistoryAnswer = Readonly<z.infer<typeof HistoryAnswer>>;
export type PastChange = HistoryAnswer['changes'][number];

/** Typing pauses; after this long without a change of a text, the next one is another change. */
const oneGoMs = 2 * 60_000;

/** The newest first. */
export function readHistory(entries: readonly LedgerEntry[]): readonly PastChange[] {
  const changes: PastChange[] = [];
  for (const { id, at, by, via, change } of inLedgerOrder(entries)) {
    const last = changes.at(-1);
    const isGoingOn =
      last !== undefined &&
      (change.what === 'result' || change.what === 'success' || change.what === 'support') &&
      last.change.what === change.what &&
      last.by === by &&
      last.via === via &&
      at - last.at <= oneGoMs;
    if (isGoingOn) changes.pop();
    changes.push({ id, at, by, via, change });
  }
  return changes.toReversed();
}
