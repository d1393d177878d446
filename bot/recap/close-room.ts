/** The server's last visit to a meeting's room: its panels are told, and what it still holds is kept. */
import { isDeepStrictEqual } from 'node:util';
import type { HeldMeeting } from '../record/meeting-record.ts';
import { keptJson } from '../record/kept-text.ts';
import { roomThere } from '../room/room-there.ts';
import type { OwnSeries } from '../series/own-series.ts';
import { closeTalk } from '../talk/close-talk.ts';
import type { World } from '../world.ts';
import { recapOnRecord } from './recap-on-record.ts';

/** Nobody waits for this visit, so a slow relay is waited for. */
const slowRelayAnswersWithinMs = 30_000;

/** Closes the room of a meeting whose recap is told. Does nothing where there is none any more. */
export async function closeRoom(world: World, tenantId: string, meetingId: string): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.meeting(meetingId);
  const series = meeting && (await record.series(meeting.seriesId));
  const roomId = roomThere(world.relay, await record.room(meetingId));
  if (roomId !== undefined && meeting !== undefined && series?.pair !== undefined) {
    const visit = { meeting, roomId, withinMs: slowRelayAnswersWithinMs };
    await visitLast(world, tenantId, { ...series, pair: series.pair }, visit);
  }
  await world.jobs.settle('close-room', meetingId);
}

/**
 * Puts on record what the room holds and how the talk went. A recap that is composed already follows
 * what was written since.
 */
export async function visitLast(
  world: World,
  tenantId: string,
  series: OwnSeries,
  {
    meeting,
    roomId,
    withinMs,
  }: { readonly meeting: HeldMeeting; readonly roomId: string; readonly withinMs: number },
): Promise<void> {
  if (meeting.endedAt === null) throw new Error('A room is closed whose meeting has not ended.');
  const record = world.record(tenantId);
  await world.rooms.close(
    roomId,
    meeting.endedAt,
    async (left, talk) => {
      await record.keepCheckpoint(meeting.id, left, world.now());
      await closeTalk(world, tenantId, series, meeting, talk);
      await followRoom(world, tenantId, series, meeting);
    },
    withinMs,
  );
}

/** The recap that is composed tells what the record holds by now. */
async function followRoom(
  world: World,
  tenantId: string,
  series: OwnSeries,
  meeting: HeldMeeting,
): Promise<void> {
  const record = world.record(tenantId);
  const before = (await record.recap(meeting.id))?.recap;
  if (before == null) return;
  const recap = await recapOnRecord(record, series, meeting, before.nextDay);
  // As the record can keep it.
  if (isDeepStrictEqual(JSON.parse(keptJson(recap)), before)) return;
  await record.together(async (inside, within) => {
    await inside.keepRecap(meeting.id, recap);
    const job = { tenantId, meetingId: meeting.id };
    await world.jobs.owe('follow-recap', job, { within, afterSeconds: 0 });
  });
}
