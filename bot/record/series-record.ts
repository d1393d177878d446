/** The series on record: which chat is whose 1:1. */
import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Pair, Person, UserId } from '../../shared/people/person.ts';
import type { DeletionAsked } from '../../shared/series/deletion.ts';
import { keptJson, keptText } from './kept-text.ts';
import { lockSeries } from './series-lock.ts';
import type { Tables } from './tables.ts';
import { inOneGo, type Tenant } from './tenant.ts';

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

  async function seriesWhere(
    key: 'id' | 'conversation_id',
    value: string,
  ): Promise<Series | undefined> {
    const row = await db
      .selectFrom('series')
      .where('tenant_id', '=', tenantId)
      .where(key, '=', value)
      .selectAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { ...seriesOf(row), pair: await pairOf(row.id) };
  }

  return {
    /** Learns of a chat, or learns its newest title and reference. */
    async keepSeries(about: {
      readonly conversationId: string;
      readonly title: string | undefined;
      readonly reference: Record<string, unknown>;
      readonly now: number;
    }): Promise<void> {
      const reference = keptJson(about.reference);
      const title = about.title === undefined ? undefined : keptText(about.title);
      await db
        .insertInto('series')
        .values({
          ...mine,
          id: randomUUID(),
          conversation_id: about.conversationId,
          title: title ?? '',
          reference,
          created_at: new Date(about.now),
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'conversation_id']).doUpdateSet({
            reference,
            ...(title === undefined ? {} : { title }),
          }),
        )
        .execute();
    },

    seriesOfChat: (conversationId: string) => seriesWhere('conversation_id', conversationId),

    series: (id: string) => seriesWhere('id', id),

    /** The 1:1s that somebody is one of the two of, by their titles. */
    async seriesOfPerson(userId: UserId): Promise<readonly Series[]> {
      const rows = await db
        .selectFrom('series')
        .innerJoin('member', (join) =>
          join
            .onRef('member.tenant_id', '=', 'series.tenant_id')
            .onRef('member.series_id', '=', 'series.id'),
        )
        .where('series.tenant_id', '=', tenantId)
        .where('member.user_id', '=', userId)
        .orderBy('title')
        .orderBy('id')
        .selectAll('series')
        .execute();
      return Promise.all(
        rows.map(async (row) => ({ ...seriesOf(row), pair: await pairOf(row.id) })),
      );
    },

    /** Keeps that Teams was asked when the next one is, and what it has planned if it said so. */
    async keepPlan(
      seriesId: string,
      plan: { readonly plannedStart: number | undefined } | undefined,
      now: number,
    ): Promise<void> {
      const planned = plan?.plannedStart === undefined ? null : new Date(plan.plannedStart);
      await db
        .updateTable('series')
        .set({
          plan_asked_at: new Date(now),
          ...(plan === undefined ? {} : { planned_start: planned }),
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', seriesId)
        .execute();
    },

    /**
     * Asks for everything to be deleted; false where this person has asked before. To be called
     * inside `together`.
     */
    async askDeletion(seriesId: string, userId: UserId, now: number): Promise<boolean> {
      // Two who ask at once see each other: the second waits here.
      await lockSeries({ db, tenantId }, seriesId);
      const rows = await db
        .insertInto('deletion_consent')
        .values({ ...mine, series_id: seriesId, user_id: userId, agreed_at: new Date(now) })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'series_id', 'user_id']).doNothing(),
        )
        .returning('user_id')
        .execute();
      return rows.length > 0;
    },

    async withdrawDeletion(seriesId: string, userId: UserId): Promise<void> {
      await db
        .deleteFrom('deletion_consent')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .where('user_id', '=', userId)
        .execute();
    },

    async deletionAsked(seriesId: string): Promise<readonly DeletionAsked[]> {
      const rows = await db
        .selectFrom('deletion_consent')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .orderBy('agreed_at')
        .select(['user_id', 'agreed_at'])
        .execute();
      return rows.map((row) => ({ by: row.user_id, at: row.agreed_at.getTime() }));
    },

    /**
     * Deletes everything of a series; all tables of it go with its row. The chat stays known, as it
     * was on the day Evenhand was added, so that the two can begin anew.
     */
    async forgetSeries(series: Series & { readonly pair: Pair }, now: number): Promise<void> {
      await db
        .deleteFrom('series')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', series.id)
        .execute();
      const { conversationId, title, reference } = series;
      await this.keepSeries({ conversationId, title, reference, now });
      const anew = await this.seriesOfChat(conversationId);
      if (anew !== undefined) await this.namePair(anew.id, series.pair);
    },

    /** Names the two of a series; a pair that is already named stays, whoever it is. */
    async namePair(seriesId: string, pair: Pair): Promise<void> {
      await inOneGo(db, async (inside) => {
        // Whoever else would name the pair waits here.
        await lockSeries({ db: inside, tenantId }, seriesId);
        const named = await inside
          .selectFrom('member')
          .where('tenant_id', '=', tenantId)
          .where('series_id', '=', seriesId)
          .select('user_id')
          .executeTakeFirst();
        if (named !== undefined) return;
        await inside
          .insertInto('member')
          .values(
            pair.map((person) => ({
              ...mine,
              series_id: seriesId,
              user_id: person.id,
              name: keptText(person.name),
              role: person.role,
            })),
          )
          .execute();
      });
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
