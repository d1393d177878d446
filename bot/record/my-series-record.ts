/** All 1:1s of one person on record: a few questions a page, however many there are and however long. */
import { sql } from 'kysely';
import { meetingsLookedAt, type SeriesOnRecord } from '../../shared/series/compose-my-series.ts';
import { outcomesPerSeries, seriesPerPage } from '../../shared/series/my-series.ts';
import { aliveStatuses } from '../../shared/outcomes/outcome.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { Tenant } from './tenant.ts';

export interface MySeriesOnRecord extends SeriesOnRecord {
  /** How the chat is reached again. */
  readonly reference: Record<string, unknown>;
}

export type MySeriesRecord = ReturnType<typeof mySeriesRecord>;

export function mySeriesRecord({ db, tenantId }: Tenant) {
  /** Each membership of this person beside the other's. */
  const memberships = (userId: UserId) =>
    db
      .selectFrom('member as mine')
      .innerJoin('member as other', (join) =>
        join
          .onRef('other.tenant_id', '=', 'mine.tenant_id')
          .onRef('other.series_id', '=', 'mine.series_id')
          .onRef('other.user_id', '!=', 'mine.user_id'),
      )
      .where('mine.tenant_id', '=', tenantId)
      .where('mine.user_id', '=', userId);

  async function pageOf(userId: UserId, after: string | undefined) {
    // First the page, by little rows; then what is wide of those on it alone.
    const page = memberships(userId)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(other.name, mine.series_id) > ${memberships(userId)
            .where('mine.series_id', '=', after ?? '')
            .select(['other.name', 'mine.series_id'])}`,
        ),
      )
      .orderBy('other.name')
      .orderBy('mine.series_id')
      .limit(seriesPerPage + 1)
      .select([
        'mine.series_id as seriesId',
        'mine.user_id as myId',
        'mine.name as myName',
        'mine.role as myRole',
        'other.user_id as otherId',
        'other.name as otherName',
        'other.role as otherRole',
      ])
      .as('page');
    return db
      .selectFrom(page)
      .innerJoin('series', 'series.id', 'page.seriesId')
      .where('series.tenant_id', '=', tenantId)
      .orderBy('page.otherName')
      .orderBy('page.seriesId')
      .selectAll('page')
      .select([
        'series.id',
        'series.title',
        'series.reference',
        'series.patience',
        'series.planned_start as plannedStart',
      ])
      .execute();
  }

  async function newestMeetings(seriesIds: readonly string[], depth: number) {
    return db
      .selectFrom('series')
      .innerJoinLateral(
        (each) =>
          each
            .selectFrom('meeting')
            .whereRef('meeting.tenant_id', '=', 'series.tenant_id')
            .whereRef('meeting.series_id', '=', 'series.id')
            .orderBy('number', 'desc')
            .limit(depth)
            .select(['meeting.id', 'number', 'stage', 'started_at', 'gist'])
            .as('newest'),
        (join) => join.onTrue(),
      )
      .leftJoin('talk_totals', (join) =>
        join
          .onRef('talk_totals.tenant_id', '=', 'series.tenant_id')
          .onRef('talk_totals.meeting_id', '=', 'newest.id'),
      )
      .where('series.tenant_id', '=', tenantId)
      .where('series.id', 'in', seriesIds)
      .orderBy('newest.number', 'desc')
      .select([
        'series.id as seriesId',
        'newest.number as meetingNumber',
        'newest.stage',
        'newest.started_at as startedAt',
        'newest.gist',
        'talk_totals.totals',
      ])
      .execute();
  }

  async function openOutcomes(seriesIds: readonly string[]) {
    const urgency = sql`outcome->>'by' nulls last, (outcome->>'agreedIn')::int, id`;
    return db
      .selectFrom(
        db
          .selectFrom('outcome')
          .where('tenant_id', '=', tenantId)
          .where('series_id', 'in', seriesIds)
          .where('status', 'in', [...aliveStatuses])
          .where('is_removed', '=', false)
          .select([
            'series_id as seriesId',
            'outcome',
            sql<number>`row_number() over (partition by series_id order by ${urgency})`.as('place'),
            sql<number>`(count(*) over (partition by series_id))::int`.as('openCount'),
          ])
          .as('ranked'),
      )
      .where('place', '<=', outcomesPerSeries)
      .select(['seriesId', 'outcome', 'openCount'])
      .execute();
  }

  return {
    /** One page of the 1:1s that somebody is one of the two of, by the other's name. */
    async mySeries(
      userId: UserId,
      after?: string,
    ): Promise<{ readonly series: readonly MySeriesOnRecord[]; readonly hasMore: boolean }> {
      const found = await pageOf(userId, after);
      const page = found.slice(0, seriesPerPage);
      const ids = page.map(({ id }) => id);
      if (ids.length === 0) return { series: [], hasMore: false };
      const depth = meetingsLookedAt(page.map(({ patience }) => patience ?? undefined));
      const [meetings, outcomes] = await Promise.all([
        newestMeetings(ids, depth),
        openOutcomes(ids),
      ]);
      return {
        hasMore: found.length > seriesPerPage,
        series: page.map((row) => {
          const me = { id: row.myId, name: row.myName, role: row.myRole };
          const other = { id: row.otherId, name: row.otherName, role: row.otherRole };
          const isOfThis = ({ seriesId }: { readonly seriesId: string }) => seriesId === row.id;
          const open = outcomes.filter(isOfThis);
          return {
            id: row.id,
            title: row.title,
            reference: row.reference,
            pair: row.myRole === 'manager' ? [me, other] : [other, me],
            patience: row.patience ?? undefined,
            plannedStart: row.plannedStart?.getTime(),
            meetings: meetings
              .filter(isOfThis)
              .map(({ meetingNumber, stage, startedAt, gist, totals }) => ({
                meetingNumber,
                stage,
                startedAt: startedAt?.getTime() ?? null,
                discussed: gist?.discussed,
                totals,
              })),
            outcomes: open.map(({ outcome }) => outcome),
            openCount: open[0]?.openCount ?? 0,
          };
        }),
      };
    },
  };
}
