/** The series on record: which chat is whose 1:1. */
import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Pair, Person, UserId } from '../../shared/people/person.ts';
import type { Tables } from './tables.ts';
import type { Tenant } from './tenant.ts';

export interface Series {
  readonly id: string;
  readonly conversationId: string;
  readonly title: string;
  readonly reference: Record<string, unknown>;
  /** Undefined until it is clear who the two are. */
  readonly pair: Pair | undefined;
}

export type SeriesRecord = ReturnType<typeof seriesRecord>;

export function seriesRecord({ db, tenantId }: Tenant) {
  const mine = { tenant_id: tenantId };

  async function pairOf(seriesId: string): Promise<Pair | undefined> {
    const members = await db
      .selectFrom('member')
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId)
      .selectAll()
      .execute();
    const inRole = (role: Person['role']) => members.find((member) => member.role === role);
    const [manager, report] = [inRole('manager'), inRole('report')];
    if (manager === undefined || report === undefined) return undefined;
    return [
      { id: manager.user_id, name: manager.name, role: 'manager' },
      { id: report.user_id, name: report.name, role: 'report' },
    ];
  }

  return {
    /** Learns of a chat, or learns its newest title and reference. */
    async keepSeries(about: {
      readonly conversationId: string;
      readonly title: string | undefined;
      readonly reference: Record<string, unknown>;
      readonly now: number;
    }): Promise<void> {
      const reference = JSON.stringify(about.reference);
      await db
        .insertInto('series')
        .values({
          ...mine,
          id: randomUUID(),
          conversation_id: about.conversationId,
          title: about.title ?? '',
          reference,
          created_at: new Date(about.now),
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'conversation_id']).doUpdateSet({
            reference,
            ...(about.title === undefined ? {} : { title: about.title }),
          }),
        )
        .execute();
    },

    async seriesOfChat(conversationId: string): Promise<Series | undefined> {
      const row = await db
        .selectFrom('series')
        .where('tenant_id', '=', tenantId)
        .where('conversation_id', '=', conversationId)
        .selectAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { ...seriesOf(row), pair: await pairOf(row.id) };
    },

    async series(id: string): Promise<Series | undefined> {
      const row = await db
        .selectFrom('series')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { ...seriesOf(row), pair: await pairOf(row.id) };
    },

    /** Names the two of a series; a pair that is already named stays. */
    async namePair(seriesId: string, pair: Pair): Promise<void> {
      await db
        .insertInto('member')
        .values(
          pair.map((person) => ({
            ...mine,
            series_id: seriesId,
            user_id: person.id,
            name: person.name,
            role: person.role,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'series_id', 'user_id']).doNothing(),
        )
        .execute();
    },

    /** Gives the manager's role to `manager`, one of the two, and the report's to the other. */
    async chooseManager(seriesId: string, manager: UserId): Promise<void> {
      await db
        .updateTable('member')
        .set({
          role: sql<
            Person['role']
          >`case when user_id = ${manager} then 'manager' else 'report' end`,
        })
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .execute();
    },
  };
}

function seriesOf(row: Selectable<Tables['series']>): Omit<Series, 'pair'> {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    title: row.title,
    reference: row.reference,
  };
}
