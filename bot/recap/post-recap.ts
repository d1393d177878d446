/** Posts the recap of an ended meeting in its chat, once. */
import { setTimeout as pause } from 'node:timers/promises';
import { carryOver } from '../../shared/agenda/carry-over.ts';
import type { Day } from '../../shared/outcomes/outcome.ts';
import { outcomesToday } from '../../shared/outcomes/room-ledger.ts';
import { localDay } from '../../shared/series/local-time.ts';
import type { Pair } from '../../shared/people/person.ts';
import { composeRecap, type Recap } from '../../shared/recap/recap.ts';
import { languageOfReaders } from '../language/readers.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { Series } from '../record/series-record.ts';
import { nextMeetingOf, zoneOf } from '../series/next-meeting.ts';
import type { OwnSeries } from '../series/own-series.ts';
import { closeTalk } from '../talk/close-talk.ts';
import { ChatTrouble } from '../series/chat-trouble.ts';
import type { World } from '../world.ts';
import { liveRecap } from './live-recap.ts';
import { recapCard } from './recap-card.ts';
import { whyInLog } from '../why-in-log.ts';

/** A relay that does not answer within this time is passed over; the record answers instead. */
const relayAnswersWithinMs = 2_000;
const slowRelayAnswersWithinMs = 30_000;
const calendarAnswersWithinMs = 1_000;
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

/** Does nothing when it is posted already. Rejects when it is not posted by the end. */
export async function postRecap(world: World, tenantId: string, meetingId: string): Promise<void> {
  const record = world.record(tenantId);
  const now = world.now();
  if (!(await record.claimRecap(meetingId, now, now + inHandMs))) {
    const other = await record.recap(meetingId);
    if (other === undefined || other.postedAt !== null) return;
    throw new InOtherHands('The recap is in other hands.');
  }
  try {
    const meeting = await record.meeting(meetingId);
    const series = meeting && (await record.series(meeting.seriesId));
    if (meeting === undefined || series === undefined) return;
    const owed = await record.recap(meetingId);
    const recap = owed?.recap ?? (await closeRecord(world, tenantId, series, meeting));
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
  }
}

/** Reads the room for the last time and composes what is to be remembered of it. */
async function closeRecord(
  world: World,
  tenantId: string,
  series: Series,
  meeting: HeldMeeting,
): Promise<Recap> {
  const record = world.record(tenantId);
  const { startedAt, endedAt } = meeting;
  if (series.pair === undefined || startedAt === null || endedAt === null) {
    throw new Error('A recap is owed for a meeting that has not been held.');
  }
  const [nextDay] = await Promise.all([
    nextDayOf(world, tenantId, { ...series, pair: series.pair }),
    readLast(world, tenantId, series.pair, meeting, endedAt),
  ]);
  const room = await record.room(meeting.id);
  if (room === undefined) throw new Error('A meeting without a room on record.');
  const known = await record.outcomes(series.id, room.state.outcomes);
  const isHere = new Set(room.state.outcomes.map(({ id }) => id));
  const outcomes = outcomesToday(room.state.outcomes, known);
  const recap = composeRecap({
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
  await record.keepRecap(meeting.id, recap);
  return recap;
}

/** The recap does not wait long for Teams' calendar. */
async function nextDayOf(
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

/** What panels sent before the end and had not yet checkpointed is still in the room. */
async function readLast(
  world: World,
  tenantId: string,
  pair: Pair,
  meeting: HeldMeeting,
  endedAt: number,
): Promise<void> {
  const meetingId = meeting.id;
  const record = world.record(tenantId);
  const room = await record.room(meetingId);
  if (room === undefined || room.roomId === null || room.relayLife !== world.relay.life()) return;
  try {
    await world.rooms.close(
      room.roomId,
      endedAt,
      async (left, talk) => {
        await record.keepCheckpoint(meetingId, left, world.now());
        await closeTalk(world, tenantId, { pair }, meeting, talk);
      },
      relayAnswersWithinMs,
    );
  } catch (error) {
    world.log.warn(
      { meeting: meetingId, room: room.roomId, ...whyInLog(error) },
      'the room does not answer; the recap is composed from the record',
    );
    void closeLater(world, tenantId, pair, meeting, { roomId: room.roomId, endedAt });
  }
}

/** A room that was slow to answer still tells how the talk went, and its panels that the meeting has ended. */
async function closeLater(
  world: World,
  tenantId: string,
  pair: Pair,
  meeting: HeldMeeting,
  room: { readonly roomId: string; readonly endedAt: number },
): Promise<void> {
  try {
    await world.rooms.close(
      room.roomId,
      room.endedAt,
      (_left, talk) => closeTalk(world, tenantId, { pair }, meeting, talk),
      slowRelayAnswersWithinMs,
    );
  } catch (error) {
    world.log.info(
      { meeting: meeting.id, ...whyInLog(error) },
      'the room is not told; its panels ask the server by themselves',
    );
  }
}
