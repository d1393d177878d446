/** The series of the chat that a panel is open in, for somebody who is in its meeting. */
import type { NamingQuestion } from '../../shared/people/naming.ts';
import type { z } from 'zod';
import type { ApiWorld } from '../api.ts';
import type { Caller } from '../people/caller.ts';
import type { Series } from '../record/series-record.ts';
import { Refused } from '../refused.ts';

export async function seriesOfPlace(
  world: ApiWorld,
  caller: Caller,
  { chatId, meetingId }: z.infer<typeof NamingQuestion>,
): Promise<Series> {
  const series = await world.record(caller.tenantId).seriesOfChat(chatId);
  if (series === undefined) {
    throw new Refused('not-found', (say) =>
      say(
        'Evenhand is not in this chat yet. Add it to the meeting, then open the panel again. If you are here as a guest of another organisation: the 1:1 belongs to its two people.',
      ),
    );
  }
  const meeting = { reference: series.reference, teamsMeetingId: meetingId };
  if (!(await world.isInMeeting(caller, meeting))) {
    throw new Refused('not-a-member', (say) =>
      say('You are not part of this meeting, so its 1:1 is not shown to you.'),
    );
  }
  return series;
}
