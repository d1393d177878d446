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
  const { conversationId } = chat;
  const keep = (title: string | undefined) =>
    record.keepSeries({ conversationId, title, reference: about.reference, now: world.now() });
  // Of a chat that may be no 1:1 nothing is kept but the way back to it.
  await keep(undefined);
  const series = await record.seriesOfChat(conversationId);
  if (series === undefined) throw new Error('A series that was just kept is not on record.');

  const pair = series.pair ?? (await findPair(world, about.reference, about.teamsMeetingId));
  if (pair === undefined) {
    world.log.info({ series: series.id }, 'it is not clear who the two of this 1:1 are');
    return series;
  }
  if (series.pair === undefined) await record.namePair(series.id, pair);
  if (about.title === undefined) return { ...series, pair };
  await keep(about.title);
  return { ...series, title: about.title, pair };
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
