/** When a meeting has ended: its talk becomes totals on record, and who spoke when is forgotten. */
import { measureTalk } from '../../shared/talk/measure.ts';
import { agreedSince, observeTalk } from '../../shared/talk/talk-state.ts';
import { totalsOf } from '../../shared/talk/totals.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { RoomTalkRead } from '../room/rooms.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';
import { partsOf } from './talk-parts.ts';

/** Transcripts come minutes after the end, seldom sooner. */
const firstLookSeconds = 20;

export async function closeTalk(
  world: World,
  tenantId: string,
  { pair }: Pick<OwnSeries, 'pair'>,
  meeting: HeldMeeting,
  read: RoomTalkRead,
): Promise<void> {
  const { startedAt, endedAt } = meeting;
  if (startedAt === null || endedAt === null) return;
  const people = [
    { id: pair[0].id, role: pair[0].role },
    { id: pair[1].id, role: pair[1].role },
  ] as const;
  const observed = observeTalk(read.talk, {
    people,
    connections: read.connections,
    startedAt,
    until: endedAt,
  });
  const record = world.record(tenantId);
  await record.forgetPresence(meeting.id);
  if (observed === undefined) return;
  const { source } = measureTalk(observed);
  const state = (await record.room(meeting.id))?.state;
  const since = agreedSince(read.talk);
  await record.together(async (inside, within) => {
    if (source.measured.length > 0) {
      const parts = partsOf(source, state, { startedAt, endedAt });
      await inside.keepTalk(meeting.id, { totals: totalsOf(source), parts }, world.now());
    }
    if (world.graph === undefined || since === undefined) return;
    if (!(await inside.awaitTranscript(meeting.id, Math.max(since, startedAt)))) return;
    const job = { tenantId, meetingId: meeting.id };
    await world.jobs.owe('transcript', job, { within, afterSeconds: firstLookSeconds });
  });
}
