/** Posts the recap of an ended meeting in its chat, once. */
import type { Recap } from '../../shared/recap/recap.ts';
import { languageOfReaders } from '../language/readers.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { Series } from '../record/series-record.ts';
import type { OwnSeries } from '../series/own-series.ts';
import { ChatTrouble } from '../series/chat-trouble.ts';
import type { Turns } from '../turns.ts';
import type { World } from '../world.ts';
import { roomThere } from '../room/room-there.ts';
import { closeRoom, visitLast } from './close-room.ts';
import { liveRecap } from './live-recap.ts';
import { recapCard } from './recap-card.ts';
import { nextDayOf, recapOnRecord } from './recap-on-record.ts';
import { whyInLog } from '../why-in-log.ts';

/** A relay that does not answer within this time is passed over; the record answers instead. */
const relayAnswersWithinMs = 2_000;
/** Longer than the rooms of a full hour take to be told: this is for whoever died in between. */
const closeAgainAfterSeconds = 300;
/** Longer than composing takes; after it, another process may take over from one that died. */
const inHandMs = 30_000;
/**
 * Once Teams has been asked to post it, nobody knows whether it did until it answers. After a crash
 * just then the card that was posted has this long to tell of itself, by asking for its newest self
 * when one of the two looks at it; only then is it posted again.
 */
const mayBePostedMs = 3 * 60_000;

/** Somebody else has it in hand, or had when they died: to be tried again later. */
export class InOtherHands extends Error {}

/**
 * Does nothing when it is posted already. Rejects when it is not posted by the end. Whatever room is
 * still to be told has its turn when no recap waits for its own.
 */
export async function postRecap(
  world: World,
  tenantId: string,
  meetingId: string,
  inTurn: Turns = (work) => work(),
): Promise<void> {
  const record = world.record(tenantId);
  const now = world.now();
  if (!(await record.claimRecap(meetingId, now, now + inHandMs))) {
    const other = await record.recap(meetingId);
    if (other === undefined || other.postedAt !== null) return;
    throw new InOtherHands('The recap is in other hands.');
  }
  let isRoomOpen = false;
  try {
    const meeting = await record.meeting(meetingId);
    const series = meeting && (await record.series(meeting.seriesId));
    if (meeting === undefined || series === undefined) return;
    const owed = await record.recap(meetingId);
    const { recap, ...closed } =
      owed?.recap == null
        ? await closeRecord(world, tenantId, series, meeting)
        : { recap: owed.recap, isRoomOpen: false };
    isRoomOpen = closed.isRoomOpen;
    const live = await liveRecap(world, tenantId, { meetingId, series, recap });
    const card = recapCard(await languageOfReaders(record, series.pair ?? []), recap, live);
    await record.holdRecap(meetingId, world.now() + mayBePostedMs);
    const activityId = await world.chat.post(series.reference, card);
    await record.recapPosted(meetingId, activityId, world.now());
    world.log.info({ meeting: meetingId }, 'the recap is posted');
  } catch (error) {
    const mayBePosted = error instanceof ChatTrouble && error.kind === 'unavailable';
    if (!mayBePosted) await record.releaseRecap(meetingId);
    throw error;
  } finally {
    if (isRoomOpen) void closeSoon(world, tenantId, meetingId, inTurn);
  }
}

/** Should it not come about, the job does it. */
async function closeSoon(
  world: World,
  tenantId: string,
  meetingId: string,
  inTurn: Turns,
): Promise<void> {
  try {
    await inTurn(() => closeRoom(world, tenantId, meetingId), 'behind');
  } catch (error) {
    world.log.info(
      { meeting: meetingId, ...whyInLog(error) },
      'the room is not told yet; its panels ask the server by themselves',
    );
  }
}

/** Composes what is to be remembered of the meeting, from its room where the record lacks something. */
async function closeRecord(
  world: World,
  tenantId: string,
  series: Series,
  meeting: HeldMeeting,
): Promise<{ readonly recap: Recap; readonly isRoomOpen: boolean }> {
  const { pair } = series;
  if (pair === undefined) throw new Error('A recap is owed for a meeting of nobody.');
  const [nextDay, isRoomOpen] = await Promise.all([
    nextDayOf(world, tenantId, { ...series, pair }),
    readLast(world, tenantId, { ...series, pair }, meeting),
  ]);
  const recap = await recapOnRecord(world.record(tenantId), { ...series, pair }, meeting, nextDay);
  await world.record(tenantId).together(async (record, within) => {
    await record.keepRecap(meeting.id, recap);
    if (!isRoomOpen) return;
    const job = { tenantId, meetingId: meeting.id };
    const when = { within, afterSeconds: closeAgainAfterSeconds, id: meeting.id };
    await world.jobs.owe('close-room', job, when);
  });
  return { recap, isRoomOpen };
}

/**
 * What panels sent before the end and had not yet checkpointed is still in the room, and goes on
 * record. Answers whether the room is still to be told that the meeting has ended: where the record
 * has it all, that can wait until the two have their recap.
 */
async function readLast(
  world: World,
  tenantId: string,
  series: OwnSeries,
  meeting: HeldMeeting,
): Promise<boolean> {
  const meetingId = meeting.id;
  const record = world.record(tenantId);
  const room = await record.room(meetingId);
  const roomId = roomThere(world.relay, room);
  if (room === undefined || roomId === undefined) return false;
  try {
    // How they talked stands in the room alone.
    const { inRecap } = await record.talkSettings(series.id);
    const withinMs = relayAnswersWithinMs;
    const isRead = inRecap || (await world.rooms.hasEditsAfter(roomId, room.sequence, withinMs));
    if (isRead) await visitLast(world, tenantId, series, { meeting, roomId, withinMs });
    return !isRead;
  } catch (error) {
    world.log.warn(
      { meeting: meetingId, room: roomId, ...whyInLog(error) },
      'the room does not answer; the recap is composed from the record',
    );
    return true;
  }
}
