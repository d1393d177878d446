/** Somebody came or went: with a third person in the meeting, its talk is not measured. */
import type { Presence } from '../../shared/talk/talk-schema.ts';
import type { BotStories } from '../teams/teams-bot.ts';
import type { World } from '../world.ts';
import { roomThere } from '../room/room-there.ts';
import { relayAnswersWithinMs, tellLater } from '../room/tell-room.ts';

export const participantsMoved =
  (world: World): BotStories['participantsMoved'] =>
  async ({ chat, users, at, isIn }) => {
    const record = world.record(chat.tenantId);
    const series = await record.seriesOfChat(chat.conversationId);
    const meeting = series && (await record.openMeeting(series.id));
    if (meeting === undefined) return;
    // Who leaves a meeting that is only planned leaves the one before it: that came late.
    if (!isIn && (meeting.startedAt === null || at < meeting.startedAt)) return;
    const moves: readonly Presence[] = users.map((user) => ({ user, at, on: isIn }));
    const news = await record.keepPresence(meeting.id, moves);
    const roomId = roomThere(world.relay, await record.room(meeting.id));
    if (news.length === 0 || roomId === undefined) return;
    try {
      await world.rooms.tellPresence(roomId, news, relayAnswersWithinMs);
    } catch (error) {
      await tellLater(world, chat.tenantId, meeting.id, error);
    }
  };
