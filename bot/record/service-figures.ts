/** How the whole service stands, in numbers alone: no row, no name and no text leaves the record here. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface ServiceFigures {
  readonly meetingsLive: number;
  readonly recapsOwed: number;
  /** Since the recap that has waited longest was owed. */
  readonly recapOldestSeconds: number;
  readonly recapsPosted: number;
  /** Since the newest checkpoint of that running meeting whose newest is the oldest. */
  readonly checkpointOldestSeconds: number;
  readonly jobsRetrying: number;
  readonly jobsFailed: number;
}

export async function serviceFigures(db: Kysely<Tables>, now: number): Promise<ServiceFigures> {
  const meetings = await db
    .selectFrom('meeting')
    .innerJoin('room', (join) =>
      join
        .onRef('room.tenant_id', '=', 'meeting.tenant_id')
        .onRef('room.meeting_id', '=', 'meeting.id'),
    )
    .where('stage', '=', 'running')
    .select(({ fn }) => [
      fn.countAll<string>().as('live'),
      fn.min<Date | null>('room.saved_at').as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  const recaps = await db
    .selectFrom('recap')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('posted_at', 'is', null).as('owed'),
      fn.min<Date | null>('owed_at').filterWhere('posted_at', 'is', null).as('oldest'),
      fn.countAll<string>().filterWhere('posted_at', 'is not', null).as('posted'),
    ])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ state: string; jobs: string }>`
    select state::text as state, count(*) as jobs from pgboss.job
      where state in ('retry', 'failed') group by state`.execute(db);
  const jobsIn = (state: string) => Number(rows.find((row) => row.state === state)?.jobs ?? 0);
  const secondsSince = (moment: Date | null) =>
    moment === null ? 0 : Math.max(0, (now - moment.getTime()) / 1000);
  return {
    meetingsLive: Number(meetings.live),
    recapsOwed: Number(recaps.owed),
    recapOldestSeconds: secondsSince(recaps.oldest),
    recapsPosted: Number(recaps.posted),
    checkpointOldestSeconds: secondsSince(meetings.oldest),
    jobsRetrying: jobsIn('retry'),
    jobsFailed: jobsIn('failed'),
  };
}
