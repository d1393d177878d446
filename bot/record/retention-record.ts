/** How long a series is kept, and letting go of what is older. */
import { sql, type Kysely } from 'kysely';
import { Retention, type KeptSince, type RetentionChoice } from '../../shared/series/retention.ts';
import { aliveStatuses } from '../../shared/outcomes/outcome.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { Tables } from './tables.ts';
import { inOneGo, type Tenant } from './tenant.ts';

export type RetentionRecord = ReturnType<typeof retentionRecord>;

export function retentionRecord({ db, tenantId }: Tenant) {
  return {
    /** Undefined where the pair is content with the usual. */
    async retention(seriesId: string): Promise<RetentionChoice | undefined> {
      const row = await db
        .selectFrom('retention')
        .where('tenant_id', '=', tenantId)
        .where('series_id', '=', seriesId)
        .select(['outcome_months as outcomeMonths', 'talk_months as talkMonths', 'chosen_at'])
        .executeTakeFirst();
      return row && { retention: Retention.parse(row), at: row.chosen_at.getTime() };
    },

    async chooseRetention(
      seriesId: string,
      retention: Retention,
      { by, at }: { readonly by: UserId; readonly at: number },
    ): Promise<void> {
      const kept = {
        outcome_months: retention.outcomeMonths,
        talk_months: retention.talkMonths,
        chosen_by: by,
        chosen_at: new Date(at),
      };
      await db
        .insertInto('retention')
        .values({ tenant_id: tenantId, series_id: seriesId, ...kept })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'series_id']).doUpdateSet(kept))
        .execute();
    },

    /** Lets go of all that is older. Private notes stay: they are their author's to delete. */
    async forgetOlder(seriesId: string, since: KeptSince): Promise<void> {
      await inOneGo(db, async (inside) => {
        const tenant = { db: inside, tenantId };
        await forgetTalk(tenant, seriesId, new Date(since.talk));
        await forgetMeetings(tenant, seriesId, new Date(since.outcomes));
        await forgetOutcomes(tenant, seriesId, new Date(since.outcomes));
        await inside
          .deleteFrom('notice')
          .where('tenant_id', '=', tenantId)
          .where('series_id', '=', seriesId)
          .where('posted_at', '<', new Date(since.outcomes))
          .execute();
      });
    },

    /** Lets go of a series of which nothing is left but its name, and of who was in it. */
    async forgetEmpty(seriesId: string, before: number): Promise<boolean> {
      return inOneGo(db, async (inside) => {
        const members = await inside
          .selectFrom('member')
          .where('tenant_id', '=', tenantId)
          .where('series_id', '=', seriesId)
          .select('user_id')
          .execute();
        const of = (table: 'meeting' | 'outcome' | 'private_note') =>
          inside
            .selectFrom(table)
            .where('tenant_id', '=', tenantId)
            .where('series_id', '=', seriesId)
            .select('series_id');
        const { numDeletedRows } = await inside
          .deleteFrom('series')
          .where('tenant_id', '=', tenantId)
          .where('id', '=', seriesId)
          .where('created_at', '<', new Date(before))
          .where('id', 'not in', of('meeting'))
          .where('id', 'not in', of('outcome'))
          .where('id', 'not in', of('private_note'))
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        for (const { user_id } of members) await forgetPerson({ db: inside, tenantId }, user_id);
        return true;
      });
    },
  };
}

const meetingsBefore = ({ db, tenantId }: Tenant, seriesId: string, before: Date) =>
  db
    .selectFrom('meeting')
    .where('tenant_id', '=', tenantId)
    .where('series_id', '=', seriesId)
    .where(({ fn }) => fn.coalesce('ended_at', 'started_at'), '<', before)
    .select('id');

async function forgetTalk(tenant: Tenant, seriesId: string, before: Date): Promise<void> {
  const { db, tenantId } = tenant;
  for (const table of ['talk_totals', 'felt_heard'] as const)
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('meeting_id', 'in', meetingsBefore(tenant, seriesId, before))
      .execute();
  // The recap may say in a line how the talking divided.
  await db
    .updateTable('recap')
    .set({ recap: sql`recap - 'talk'` })
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', 'in', meetingsBefore(tenant, seriesId, before))
    .execute();
}

async function forgetMeetings(tenant: Tenant, seriesId: string, before: Date): Promise<void> {
  const { db, tenantId } = tenant;
  await db
    .deleteFrom('meeting')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', meetingsBefore(tenant, seriesId, before))
    .execute();
  // What was prepared and never held.
  await db
    .deleteFrom('meeting')
    .where('tenant_id', '=', tenantId)
    .where('series_id', '=', seriesId)
    .where('started_at', 'is', null)
    .where('id', 'in', (inside) =>
      inside
        .selectFrom('room')
        .where('tenant_id', '=', tenantId)
        .where('saved_at', '<', before)
        .select('meeting_id'),
    )
    .execute();
}

/** What is open, or was agreed on anew, goes on for as long as the two meet. */
async function forgetOutcomes(
  { db, tenantId }: Tenant,
  seriesId: string,
  before: Date,
): Promise<void> {
  const meeting = await db
    .selectFrom('meeting')
    .where('tenant_id', '=', tenantId)
    .where('series_id', '=', seriesId)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  const gone = await db
    .deleteFrom('outcome')
    .where('tenant_id', '=', tenantId)
    .where('series_id', '=', seriesId)
    .where('changed_at', '<', before)
    .$if(meeting !== undefined, (query) =>
      query.where((where) =>
        where.or([where('status', 'not in', aliveStatuses), where('is_removed', '=', true)]),
      ),
    )
    .returning('id')
    .execute();
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  for (const table of ['ledger', 'task'] as const)
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', seriesId)
      .where('outcome_id', 'in', ids)
      .execute();
}

/** Somebody of whom no 1:1 is kept is not known any more. */
async function forgetPerson({ db, tenantId }: Tenant, userId: UserId): Promise<void> {
  await db
    .deleteFrom('person')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('user_id', 'not in', (inside) =>
      inside.selectFrom('member').where('tenant_id', '=', tenantId).select('user_id'),
    )
    .execute();
}

/** Every series whose two are known: those that may be kept long enough. */
export function seriesOfAll(db: Kysely<Tables>) {
  return db
    .selectFrom('member')
    .where('role', '=', 'manager')
    .select(['tenant_id as tenantId', 'series_id as seriesId'])
    .execute();
}
