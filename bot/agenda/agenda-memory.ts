/** Gathers what a panel is told of the earlier meetings of its series. */
import type { AgendaMemory } from '../../shared/agenda/agenda-memory.ts';
import { defaultPatience, elementsDiscussed } from '../../shared/agenda/coverage-of-elements.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { TenantRecord } from '../record/record.ts';

export async function agendaMemory(
  record: TenantRecord,
  userId: UserId,
  { seriesId, number, scheduledEnd }: HeldMeeting,
): Promise<AgendaMemory> {
  const [meetings, patience, wordingHints] = await Promise.all([
    record.meetingsBefore(seriesId, number),
    record.patience(seriesId),
    record.wantsWordingHints(seriesId, userId),
  ]);
  const leanIn = new Map(meetings.map((meeting) => [meeting.meetingNumber, meeting.lean]));
  return {
    past: elementsDiscussed(meetings).map(({ meetingNumber, discussed }) => {
      const lean = leans.find((each) => each === leanIn.get(meetingNumber));
      return { meetingNumber, discussed: [...discussed], ...(lean === undefined ? {} : { lean }) };
    }),
    patience: patience ?? defaultPatience,
    parked: (meetings[0]?.topics ?? [])
      .filter((topic) => topic.state === 'parked')
      .map(({ id }) => id),
    wordingHints,
    scheduledEnd,
  };
}
