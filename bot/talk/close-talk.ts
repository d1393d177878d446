/** When a meeting has ended: its talk becomes totals on record, and who spoke when is forgotten. */
import { measureTalk } from '../../shared/talk/measure.ts';
import { observeTalk } from '../../shared/talk/talk-state.ts';
import { totalsOf } from '../../shared/talk/totals.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { RoomTalkRead } from '../room/rooms.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';

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
  if (source.measured.length === 0) return;
  await record.keepTalk(
    meeting.id,
    { totals: totalsOf(source), parts: { topics: [], elements: [] } },
    world.now(),
  );
}
