/** Gets to know a chat: remembers how to reach it, and who the two of this 1:1 are. */
import type { Pair } from '../../shared/people/person.ts';
import type { Series } from '../record/series-record.ts';
import type { ChatOfActivity } from '../teams/activity.ts';
import type { World } from '../world.ts';
import { ChatTrouble } from './chat-trouble.ts';
import type { ChatReference } from './chat.ts';

/**
 * The series of the chat, now on record. Its pair is named when the chat has two regular members;
 * whoever called the meeting is taken for the manager until the pair says otherwise.
 */
export async function knowSeries(
  world: World,
  chat: ChatOfActivity,
  about: {
    readonly reference: ChatReference;
    readonly title?: string | undefined;
    readonly teamsMeetingId?: string | undefined;
  },
): Promise<Series> {
  const record = world.record(chat.tenantId);
  await record.keepSeries({
    conversationId: chat.conversationId,
    title: about.title,
    reference: about.reference,
    now: world.now(),
  });
  const series = await record.seriesOfChat(chat.conversationId);
  if (series === undefined) throw new Error('A series that was just kept is not on record.');
  if (series.pair !== undefined) return series;

  const pair = await findPair(world, about.reference, about.teamsMeetingId);
  if (pair === undefined) {
    world.log.info({ series: series.id }, 'it is not clear who the two of this 1:1 are');
    return series;
  }
  await record.namePair(series.id, pair);
  return { ...series, pair };
}

async function findPair(
  world: World,
  reference: ChatReference,
  teamsMeetingId: string | undefined,
): Promise<Pair | undefined> {
  const members = (await world.chat.roster(reference)).filter((member) => !member.isGuest);
  const [one, other] = members;
  if (members.length !== 2 || one === undefined || other === undefined) return undefined;
  const organizer =
    teamsMeetingId === undefined ? undefined : await organizerOf(world, reference, teamsMeetingId);
  const [manager, report] = organizer === other.userId ? [other, one] : [one, other];
  return [
    { id: manager.userId, name: manager.name, role: 'manager' },
    { id: report.userId, name: report.name, role: 'report' },
  ];
}

/** Who is the manager is the pair's own to say: without a word from Teams they are known all the same. */
async function organizerOf(
  world: World,
  reference: ChatReference,
  teamsMeetingId: string,
): Promise<string | undefined> {
  try {
    return (await world.chat.aboutMeeting(reference, teamsMeetingId)).organizer;
  } catch (error) {
    // Whoever may know it the next time is asked again.
    if (!(error instanceof ChatTrouble) || !['gone', 'refused'].includes(error.kind)) throw error;
    world.log.info({ why: error.kind }, 'Teams does not tell who called the meeting');
    return undefined;
  }
}
