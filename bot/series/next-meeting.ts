/** When the two meet next, asked of Teams first, and where it has no answer, of their rhythm. */
import { nextMeetingAt } from '../../shared/series/next-meeting.ts';
import type { World } from '../world.ts';
import type { OwnSeries } from './own-series.ts';

/** In milliseconds since 1970; undefined where nothing tells. */
export async function nextMeetingOf(
  world: World,
  tenantId: string,
  series: Pick<OwnSeries, 'id' | 'reference'>,
): Promise<number | undefined> {
  const record = world.record(tenantId);
  return nextMeetingAt({
    startedAt: await record.startsOf(series.id),
    scheduledAt: await scheduledAt(world, series, await record.lastTeamsMeeting(series.id)),
    now: world.now(),
  });
}

/** Teams is asked only as far as it helps: a chat that does not answer leaves the rhythm. */
async function scheduledAt(
  world: World,
  series: Pick<OwnSeries, 'id' | 'reference'>,
  teamsMeetingId: string | undefined,
): Promise<number | undefined> {
  if (teamsMeetingId === undefined) return undefined;
  try {
    return (await world.chat.aboutMeeting(series.reference, teamsMeetingId)).plannedStart;
  } catch (error) {
    world.log.info({ series: series.id, error: String(error) }, 'Teams does not tell the schedule');
    return undefined;
  }
}

/** The zone of the first whose zone is known. */
export async function zoneOf(
  world: World,
  tenantId: string,
  people: readonly string[],
): Promise<string> {
  for (const id of people) {
    const { timeZone } = await world.record(tenantId).person(id);
    if (timeZone !== undefined) return timeZone;
  }
  return 'UTC';
}
