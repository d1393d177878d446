/** All series on record, as far as a look ahead needs them: a few questions for a thousand of them. */
import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { aliveStatuses, type bothOwn, type Day } from '../../shared/outcomes/outcome.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { Tables } from './tables.ts';

const seriesAtOnce = 500;
/** What Teams said of a plan is believed for so long; before a digest it is asked all the same. */
const planBelievedMs = 6 * 3_600_000;
/** Each is a request to Teams: those that wait longest come first, the others next time. */
const plansAskedAtOnce = 100;

export interface SeriesAhead {
  readonly tenantId: string;
  readonly seriesId: string;
  readonly reference: Record<string, unknown>;
  /** When Teams has the next one planned; milliseconds. */
  readonly plannedStart: number | undefined;
  /** When Teams was asked that; 0 where it never was. */
  readonly planAskedAt: number;
  /** When the last ones began, the newest first. */
  readonly startedAt: readonly number[];
  /** The manager and the report, with their zones where those are known. */
  readonly people: readonly {
    readonly id: UserId;
    readonly timeZone: string | null;
  }[];
  /** The open outcomes that are due in the days looked at. */
  readonly due: readonly { readonly owner: typeof bothOwn | UserId; readonly by: Day }[];
}

/** Every series whose two are known, a handful at a time. */
export async function* seriesAhead(
  db: Kysely<Tables>,
  days: { readonly from: Day; readonly to: Day },
): AsyncGenerator<SeriesAhead> {
  let last: SeriesAhead | undefined;
  do {
    const page = await pageAfter(db, days, last);
    yield* page;
    last = page.length < seriesAtOnce ? undefined : page.at(-1);
  } while (last !== undefined);
}

async function pageAfter(
  db: Kysely<Tables>,
  days: { readonly from: Day; readonly to: Day },
  last: SeriesAhead | undefined,
): Promise<readonly SeriesAhead[]> {
  const rows = await db
    .selectFrom('series')
    .innerJoin('member as manager', (join) =>
      join
        .onRef('manager.tenant_id', '=', 'series.tenant_id')
        .onRef('manager.series_id', '=', 'series.id')
        .on('manager.role', '=', 'manager'),
    )
    .innerJoin('member as report', (join) =>
      join
        .onRef('report.tenant_id', '=', 'series.tenant_id')
        .onRef('report.series_id', '=', 'series.id')
        .on('report.role', '=', 'report'),
    )
    .$if(last !== undefined, (query) =>
      query.where(
        sql<boolean>`(series.tenant_id, series.id) > (${last?.tenantId}, ${last?.seriesId})`,
      ),
    )
    .leftJoin('person as manager_as_person', (join) =>
      join
        .onRef('manager_as_person.tenant_id', '=', 'manager.tenant_id')
        .onRef('manager_as_person.user_id', '=', 'manager.user_id'),
    )
    .leftJoin('person as report_as_person', (join) =>
      join
        .onRef('report_as_person.tenant_id', '=', 'report.tenant_id')
        .onRef('report_as_person.user_id', '=', 'report.user_id'),
    )
    .orderBy('series.tenant_id')
    .orderBy('series.id')
    .limit(seriesAtOnce)
    .select([
      'series.tenant_id as tenantId',
      'series.id as seriesId',
      'series.reference',
      'series.planned_start as plannedStart',
      'series.plan_asked_at as planAskedAt',
      'manager.user_id as managerId',
      'manager_as_person.time_zone as managerZone',
      'report.user_id as reportId',
      'report_as_person.time_zone as reportZone',
    ])
    .select((each) => [
      jsonArrayFrom(
        each
          .selectFrom('meeting')
          .whereRef('meeting.tenant_id', '=', 'series.tenant_id')
          .whereRef('meeting.series_id', '=', 'series.id')
          .where('started_at', 'is not', null)
          .orderBy('number', 'desc')
          .limit(12)
          .select(sql<number>`(extract(epoch from started_at) * 1000)::bigint`.as('at')),
      ).as('starts'),
      jsonArrayFrom(
        each
          .selectFrom('outcome')
          .whereRef('outcome.tenant_id', '=', 'series.tenant_id')
          .whereRef('outcome.series_id', '=', 'series.id')
          .where('status', 'in', [...aliveStatuses])
          .where('is_removed', '=', false)
          .where(sql<boolean>`outcome->>'by' between ${days.from} and ${days.to}`)
          .select([sql<string>`outcome->>'owner'`.as('owner'), sql<Day>`outcome->>'by'`.as('by')])
          .distinct(),
      ).as('due'),
    ])
    .execute();
  return rows.map(
    ({
      plannedStart,
      planAskedAt,
      starts,
      managerId,
      managerZone,
      reportId,
      reportZone,
      ...row
    }) => ({
      ...row,
      plannedStart: plannedStart?.getTime(),
      planAskedAt: planAskedAt?.getTime() ?? 0,
      startedAt: starts.map(({ at }) => at),
      people: [
        { id: managerId, timeZone: managerZone },
        { id: reportId, timeZone: reportZone },
      ],
    }),
  );
}

export interface PlanToAsk {
  readonly tenantId: string;
  readonly seriesId: string;
  readonly reference: Record<string, unknown>;
}

/** Series of whose plan nobody knows, or knows what was true hours ago; the longest waiting first. */
export async function plansToAsk(db: Kysely<Tables>, now: number): Promise<readonly PlanToAsk[]> {
  return db
    .selectFrom('series')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('meeting')
          .whereRef('meeting.tenant_id', '=', 'series.tenant_id')
          .whereRef('meeting.series_id', '=', 'series.id')
          .where('teams_meeting_id', 'is not', null)
          .select('meeting.id'),
      ),
    )
    .where((where) =>
      where.or([
        where('series.plan_asked_at', 'is', null),
        where('series.plan_asked_at', '<=', new Date(now - planBelievedMs)),
        // It came true since.
        where.and([
          where('series.planned_start', '<=', new Date(now)),
          where('series.plan_asked_at', '<', where.ref('series.planned_start')),
        ]),
      ]),
    )
    .orderBy('series.plan_asked_at', (order) => order.asc().nullsFirst())
    .limit(plansAskedAtOnce)
    .select(['series.tenant_id as tenantId', 'series.id as seriesId', 'series.reference'])
    .execute();
}
