/** Composes what is to be remembered of an ended meeting, as the record holds it. */
import { setTimeout as pause } from 'node:timers/promises';
import { carryOver } from '../../shared/agenda/carry-over.ts';
import type { Day } from '../../shared/outcomes/outcome.ts';
import { outcomesToday } from '../../shared/outcomes/room-ledger.ts';
import { composeRecap, type Recap } from '../../shared/recap/recap.ts';
import { localDay } from '../../shared/series/local-time.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { TenantRecord } from '../record/record.ts';
import { nextMeetingOf, zoneOf } from '../series/next-meeting.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';

const calendarAnswersWithinMs = 1_000;

export async function recapOnRecord(
  record: TenantRecord,
  series: OwnSeries,
  meeting: HeldMeeting,
  nextDay: Day | undefined,
): Promise<Recap> {
  const { startedAt, endedAt } = meeting;
  if (startedAt === null || endedAt === null) {
    throw new Error('A recap is owed for a meeting that has not been held.');
  }
  const room = await record.room(meeting.id);
  if (room === undefined) throw new Error('A meeting without a room on record.');
  const known = await record.outcomes(series.id, room.state.outcomes);
  const isHere = new Set(room.state.outcomes.map(({ id }) => id));
  const outcomes = outcomesToday(room.state.outcomes, known);
  return composeRecap({
    seriesTitle: series.title,
    startedAt,
    endedAt,
    pair: series.pair,
    opened: carryOver({
      record: await record.stateBefore(series.id, meeting.number),
      nextNumber: meeting.number,
    }),
    state: { ...room.state, outcomes: outcomes.filter(({ id }) => isHere.has(id)) },
    nextDay,
    talk: (await record.talkSettings(series.id)).inRecap
      ? ((await record.talk(meeting.id))?.totals ?? null)
      : null,
  });
}

/** The recap does not wait long for Teams' calendar. */
export async function nextDayOf(
  world: World,
  tenantId: string,
  series: OwnSeries,
): Promise<Day | undefined> {
  const next = await Promise.race([
    nextMeetingOf(world, tenantId, series),
    pause(calendarAnswersWithinMs, undefined, { ref: false }),
  ]);
  if (next === undefined) return undefined;
  const people = series.pair.map(({ id }) => id);
  return localDay(next, await zoneOf(world, tenantId, people));
}
