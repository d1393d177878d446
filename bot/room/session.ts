/** Opens a panel's session: the 1:1 of this chat, its meeting, and the room that holds it. */
import { SessionRequest, type Session } from '../../shared/room/contract.ts';
import { deletionWaiting } from '../../shared/series/deletion.ts';
import type { Answer } from '../api.ts';
import { knowSeries } from '../series/know-series.ts';
import { ofCaller } from '../series/own-series.ts';
import { seriesOfPlace } from '../series/series-of-place.ts';
import { agendaMemory } from '../agenda/agenda-memory.ts';
import { tokenFor } from './give-room-token.ts';
import { openRoom } from './open-room.ts';

export const session: Answer = async (world, { caller, body, locale }): Promise<Session> => {
  const asked = SessionRequest.parse(body);
  const record = world.record(caller.tenantId);
  const known = await seriesOfPlace(world, caller, asked);
  // A chat that had no clear pair may have one by now.
  const series =
    known.pair === undefined
      ? await knowSeries(
          world,
          { tenantId: caller.tenantId, conversationId: asked.chatId },
          { reference: known.reference, teamsMeetingId: asked.meetingId },
        )
      : known;
  const { id, title, pair } = ofCaller(series, caller.userId);
  await record.keepLocale(caller.userId, locale);

  const meeting = await record.together((inside) => inside.planMeeting(id, world.now()));
  const roomId = await openRoom(world, caller.tenantId, meeting, asked.held);
  const room = await record.room(meeting.id);
  if (room === undefined) throw new Error('A meeting without a room on record.');
  return {
    seriesId: id,
    title,
    me: caller.userId,
    pair: [pair[0], pair[1]],
    meeting: {
      id: meeting.id,
      number: meeting.number,
      stage: meeting.stage,
      startedAt: meeting.startedAt,
      endedAt: meeting.endedAt,
    },
    roomId,
    relay: world.relay.address,
    ...(asked.joins === true ? { roomToken: await tokenFor(world, caller, roomId) } : {}),
    record: room.state,
    talkAgreed: [...(await record.talkConsents(id)).keys()],
    agenda: await agendaMemory(record, caller.userId, meeting),
    deletion: deletionWaiting(await record.deletionAsked(id), pair),
    now: world.now(),
  };
};
