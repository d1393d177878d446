/** When a meeting has ended: its talk becomes totals on record, and who spoke when is forgotten. */
import type { RoomState } from '../../shared/room/room-state.ts';
import type { Balance } from '../../shared/talk/balance.ts';
import { talkByElement, talkByTopic } from '../../shared/talk/discussed.ts';
import { discussedIn } from '../../shared/talk/discussed-calls.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import type { Measured } from '../../shared/talk/source.ts';
import type { TalkParts } from '../../shared/talk/talk-history.ts';
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
  const state = (await record.room(meeting.id))?.state;
  const parts = state === undefined ? noParts : partsOf(source, state, { startedAt, endedAt });
  await record.keepTalk(meeting.id, { totals: totalsOf(source), parts }, world.now());
}

const noParts: TalkParts = { topics: [], elements: [] };

function partsOf(
  source: Measured,
  state: RoomState,
  held: { readonly startedAt: number; readonly endedAt: number },
): TalkParts {
  const discussed = discussedIn(state, held);
  const titles = new Map(state.topics.map(({ id, title }) => [id, title.trim()]));
  return {
    topics: talkByTopic(source, discussed).map(({ topic, balance }) => ({
      title: titles.get(topic) ?? '',
      ...partOf(source, balance),
    })),
    elements: talkByElement(source, discussed).map(({ element, balance }) => ({
      element,
      ...partOf(source, balance),
    })),
  };
}

function partOf(source: Measured, { measuredMs, people }: Balance) {
  const manager = source.people.findIndex(({ role }) => role === 'manager');
  return { measuredMs, managerShare: people[manager]?.share ?? null };
}
