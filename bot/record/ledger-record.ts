/** The ledger on record: entries are added and never changed; the outcomes of today follow them. */
import type { Insertable, Selectable } from 'kysely';
import {
  areSame,
  foldLedger,
  type LedgerEntry,
  type LedgerOutcome,
  type LedgerOutcomes,
} from '../../shared/outcomes/ledger.ts';
import { aliveStatuses, type Outcome } from '../../shared/outcomes/outcome.ts';
import { entriesOfRoom, type RoomMoment } from '../../shared/outcomes/room-ledger.ts';
import type { LedgerTable, OutcomeTable } from './tables.ts';
import { lockSeries } from './series-lock.ts';
import { inOneGo, type Tenant } from './tenant.ts';

export type LedgerRecord = ReturnType<typeof ledgerRecord>;

export function ledgerRecord({ db, tenantId }: Tenant) {
  const entriesOf = (seriesId: string) =>
    db
      .selectFrom('ledger')
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId)
      .selectAll();

  return {
    /** All that was ever changed of one outcome, the oldest first. */
    async historyOf(seriesId: string, outcomeId: string): Promise<readonly LedgerEntry[]> {
      const rows = await entriesOf(seriesId)
        .where('outcome_id', '=', outcomeId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(entryOf);
    },

    /** All that was ever changed, the oldest first. */
    async ledger(seriesId: string): Promise<readonly LedgerEntry[]> {
      const rows = await entriesOf(seriesId).orderBy('at').orderBy('id').execute();
      return rows.map(entryOf);
    },

    /** The newest change that somebody made on a card or by a message. */
    async lastChangeBy(seriesId: string, userId: string): Promise<LedgerEntry | undefined> {
      const row = await entriesOf(seriesId)
        .where('by_user', '=', userId)
        .where('via', 'in', ['card', 'message'])
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && entryOf(row);
    },

    /** Whether a card or a message has made its change already. */
    async isEntered(seriesId: string, via: LedgerEntry['via'], source: string): Promise<boolean> {
      const end = `/${via}/${source}`;
      const row = await entriesOf(seriesId)
        .where('via', '=', via)
        .where(({ fn, val }) => fn<string>('right', ['ledger.id', val(end.length)]), '=', end)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The outcomes that are open today, and those of `besides` as they are today. */
    async outcomes(
      seriesId: string,
      besides: readonly { readonly id: string }[] = [],
    ): Promise<LedgerOutcomes> {
      const ids = besides.map(({ id }) => id);
      const rows = await db
        .selectFrom('outcome')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where((where) =>
          where.or([
            where.and([where('status', 'in', [...aliveStatuses]), where('is_removed', '=', false)]),
            ...(ids.length === 0 ? [] : [where('id', 'in', ids)]),
          ]),
        )
        .selectAll()
        .execute();
      return new Map(rows.map((row) => [row.id, outcomeOf(row)]));
    },

    /** Adds entries; those that are there already stay as they are. Answers whether any was new. */
    async enter(seriesId: string, entries: readonly LedgerEntry[]): Promise<boolean> {
      if (entries.length === 0) return false;
      return inOneGo(db, async (inside) => {
        // One writer a series at a time: the fold that is kept is never of an older ledger.
        await lockSeries({ db: inside, tenantId }, seriesId);
        const added = await inside
          .insertInto('ledger')
          .values(entries.map((entry) => rowOf(tenantId, seriesId, entry)))
          .onConflict((conflict) => conflict.columns(['tenant_id', 'series_id', 'id']).doNothing())
          .returning('outcome_id')
          .execute();
        for (const id of new Set(added.map((row) => row.outcome_id))) {
          const history = await ledgerRecord({ db: inside, tenantId }).historyOf(seriesId, id);
          const today = foldLedger(history).get(id);
          if (today === undefined) continue;
          const row = {
            outcome: JSON.stringify(today.outcome),
            status: today.outcome.status,
            is_removed: today.isRemoved,
            agreed_at: new Date(today.agreedAt),
            changed_at: new Date(today.changedAt),
          };
          await inside
            .insertInto('outcome')
            .values({ tenant_id: tenantId, series_id: seriesId, id, ...row })
            .onConflict((conflict) =>
              conflict.columns(['tenant_id', 'series_id', 'id']).doUpdateSet(row),
            )
            .execute();
        }
        return added.length > 0;
      });
    },

    /** Enters what was edited in a room between two of its states. */
    async enterRoom(
      seriesId: string,
      states: { readonly before: readonly Outcome[]; readonly after: readonly Outcome[] },
      moment: RoomMoment,
    ): Promise<boolean> {
      if (areSame(states.before, states.after)) return false;
      const known = await this.outcomes(seriesId, [...states.before, ...states.after]);
      return this.enter(seriesId, entriesOfRoom({ ...states, known, moment }));
    },
  };
}

function rowOf(tenantId: string, seriesId: string, entry: LedgerEntry): Insertable<LedgerTable> {
  return {
    tenant_id: tenantId,
    series_id: seriesId,
    id: entry.id,
    outcome_id: entry.outcomeId,
    at: new Date(entry.at),
    by_user: entry.by,
    via: entry.via,
    change: JSON.stringify(entry.change),
  };
}

function entryOf(row: Selectable<LedgerTable>): LedgerEntry {
  return {
    id: row.id,
    outcomeId: row.outcome_id,
    at: row.at.getTime(),
    by: row.by_user,
    via: row.via,
    change: row.change,
  };
}

function outcomeOf(row: Selectable<OutcomeTable>): LedgerOutcome {
  return {
    outcome: row.outcome,
    isRemoved: row.is_removed,
    agreedAt: row.agreed_at.getTime(),
    changedAt: row.changed_at.getTime(),
  };
}
