/** A 1:1 begins: what was planned becomes the running meeting, with a room to hold it. */
import { scheduledEnd } from '../shared/agenda/scheduled-end.ts';
import type { BotStories } from './teams/teams-bot.ts';
import { endMeeting } from './meeting-ended.ts';
import type { Series } from './record/series-record.ts';
import { askForPair } from './people/ask-for-pair.ts';
import { openRoom } from './room/open-room.ts';
import { relayAnswersWithinMs, tellLater } from './room/tell-room.ts';
import { knowSeries } from './series/know-series.ts';
import type { World } from './world.ts';
import { whyInLog } from './why-in-log.ts';

export const meetingStarted =
  (world: World): BotStories['meetingStarted'] =>
  async (event, reference) => {
    const series = await knowSeries(world, event.chat, {
      reference,
      title: event.title,
      teamsMeetingId: event.teamsMeetingId,
    });
    const { tenantId } = event.chat;
    const record = world.record(tenantId);
    if (series.pair === undefined) {
      await record.keepUnnamedCall(series.id, event);
      await askForPair(world, tenantId, series);
      return;
    }

    const known = await record.meetingStartedAt(series.id, event.startedAt);
    if (known !== undefined) return;
    const isNews = await endForgotten(world, tenantId, series, event.startedAt);
    if (!isNews) return;

    const meeting = await record.together((inside) => inside.planMeeting(series.id, world.now()));
    const isMine = await record.startMeeting(meeting.id, event.teamsMeetingId, event.startedAt);
    if (!isMine) return;
    world.log.info({ meeting: meeting.id, series: series.id }, 'a meeting started');
    await Promise.all([
      tellStart(world, tenantId, meeting.id),
      askForEnd(world, series, { ...event, meetingId: meeting.id, tenantId }),
    ]);
  };

/** Without a word from the calendar the panel just does not say how much time is left. */
async function askForEnd(
  world: World,
  { reference }: Series,
  meeting: {
    readonly tenantId: string;
    readonly meetingId: string;
    readonly teamsMeetingId: string;
    readonly startedAt: number;
  },
): Promise<void> {
  try {
    const calendar = await world.chat.aboutMeeting(reference, meeting.teamsMeetingId);
    const end = scheduledEnd({
      startedAt: meeting.startedAt,
      plannedStart: calendar.plannedStart,
      plannedEnd: calendar.plannedEnd,
    });
    if (end !== undefined) {
      await world.record(meeting.tenantId).scheduleEnd(meeting.meetingId, end);
    }
  } catch (error) {
    world.log.warn(
      { meeting: meeting.meetingId, ...whyInLog(error) },
      'the calendar does not say when the meeting is to end',
    );
  }
}

/**
 * Teams may never say that a meeting ended; the next start says it. Answers false when it is this
 * start that comes late or twice: the meeting that runs began after it, or by it.
 */
async function endForgotten(
  world: World,
  tenantId: string,
  series: Series,
  startedAt: number,
): Promise<boolean> {
  const open = await world.record(tenantId).openMeeting(series.id);
  if (open?.stage !== 'running' || open.startedAt === null) return true;
  // The same start, told a second time at once, must not end the meeting that it began.
  if (open.startedAt >= startedAt) return false;
  await endMeeting(world, tenantId, open.id, startedAt);
  return true;
}

/** Panels that prepare see at once that the meeting runs; without a relay they learn it later. */
async function tellStart(world: World, tenantId: string, meetingId: string): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.meeting(meetingId);
  if (meeting === undefined || meeting.startedAt === null) return;
  try {
    const roomId = await openRoom(world, tenantId, meeting);
    const mark = { startedAt: meeting.startedAt };
    const checkpoint = await world.rooms.mark(roomId, mark, relayAnswersWithinMs);
    await record.keepCheckpoint(meetingId, checkpoint, world.now());
  } catch (error) {
    await tellLater(world, tenantId, meetingId, error);
  }
}
