/** Puts a topic on the next agenda, in the room that the panels show. */
import { createHash } from 'node:crypto';
import { titleLimit, type Topic } from '../../shared/agenda/topic.ts';
import { openRoom } from '../room/open-room.ts';
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import { titleOf } from './show.ts';
import { whyInLog } from '../why-in-log.ts';

const relayAnswersWithinMs = 3_000;

export async function addTopic(
  { world, tenantId, userId, source, series, language }: Asking,
  title: string,
): Promise<Card[]> {
  const { say } = language;
  const [only, ...others] = series;
  if (only === undefined || others.length > 0) {
    return [
      messageCard(language, {
        title: say('You have several 1:1s. Write it in the chat of the one you mean.'),
      }),
    ];
  }
  const points = Array.from(title);
  if (points.length > titleLimit) {
    return [
      messageCard(language, {
        title: say('A topic has at most {count, number} letters; notes have more.', {
          count: titleLimit,
        }),
      }),
    ];
  }
  const record = world.record(tenantId);
  const meeting = await record.together((inside) => inside.planMeeting(only.id, world.now()));
  const topic: Topic = {
    id: `message-${createHash('sha256').update(source).digest('hex').slice(0, 32)}`,
    title,
    element: 'progress',
    raisedBy: userId,
    raisedIn: meeting.number,
    plannedMinutes: null,
    notes: '',
    state: 'open',
  };
  try {
    const roomId = await openRoom(world, tenantId, meeting);
    const mark = { topics: [topic] };
    const checkpoint = await world.rooms.mark(roomId, mark, relayAnswersWithinMs);
    await record.keepCheckpoint(meeting.id, checkpoint, world.now());
  } catch (error) {
    world.log.warn({ meeting: meeting.id, ...whyInLog(error) }, 'a topic was not added');
    return [
      messageCard(language, {
        title: say('That did not work just now. Add it in the panel, or try again.'),
      }),
    ];
  }
  return [
    messageCard(language, {
      title: say('On the agenda of {series}: {title}', { series: titleOf(language, only), title }),
    }),
  ];
}
