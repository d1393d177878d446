/** A 1:1 ends: its record is closed, and the pair is owed a recap. */
import { postRecap } from './recap/post-recap.ts';
import type { BotStories } from './teams/teams-bot.ts';
import type { Turns } from './turns.ts';
import type { World } from './world.ts';
import { whyInLog } from './why-in-log.ts';

/** The recap is posted at once; should that fail, the job tries again from here on. */
const firstRetrySeconds = 15;

export const meetingEnded =
  (world: World, inTurn?: Turns): BotStories['meetingEnded'] =>
  async (event) => {
    const { tenantId, conversationId } = event.chat;
    const record = world.record(tenantId);
    const series = await record.seriesOfChat(conversationId);
    if (series !== undefined && series.pair === undefined) {
      await record.forgetUnnamedCall(series.id);
      return;
    }
    const meeting = series && (await record.openMeeting(series.id));
    if (meeting?.stage !== 'running' || meeting.startedAt === null) return;
    // The end of an earlier meeting, delivered late.
    if (event.endedAt < meeting.startedAt) return;
    await endMeeting(world, tenantId, meeting.id, event.endedAt, inTurn);
  };

/** Ends the meeting and posts its recap; whoever comes second finds nothing left to do. */
export async function endMeeting(
  world: World,
  tenantId: string,
  meetingId: string,
  endedAt: number,
  inTurn: Turns = (work) => work(),
): Promise<void> {
  const isMine = await world.record(tenantId).together(async (record, within) => {
    const ended = await record.endMeeting(meetingId, endedAt, world.now());
    if (ended) {
      const job = { tenantId, meetingId };
      await world.jobs.owe('recap', job, { within, afterSeconds: firstRetrySeconds });
    }
    return ended;
  });
  if (!isMine) return;
  world.log.info({ meeting: meetingId }, 'a meeting ended');
  try {
    await inTurn(() => postRecap(world, tenantId, meetingId, inTurn));
  } catch (error) {
    world.log.warn({ meeting: meetingId, ...whyInLog(error) }, 'the recap waits for its next try');
  }
}
