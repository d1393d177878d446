/** Gathers what a panel is told of the earlier meetings of its series. */
import type { AgendaMemory } from '../../shared/agenda/agenda-memory.ts';
import { defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import { leans } from '../../shared/agenda/rhythm.ts';
import type { UserId } from '../../shared/people/person.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import type { TenantRecord } from '../record/record.ts';

export async function agendaMemory(
  record: TenantRecord,
  userId: UserId,
  { seriesId, number, scheduledEnd }: HeldMeeting,
): Promise<AgendaMemory> {
  const [past, parked, patience, wordingHints] = await Promise.all([
    record.pastBefore(seriesId, number),
    record.parkedBefore(seriesId, number),
    record.patience(seriesId),
    record.wantsWordingHints(seriesId, userId),
  ]);
  return {
    past: past.map(({ meetingNumber, discussed, lean: kept }) => {
      const lean = leans.find((each) => each === kept);
      return { meetingNumber, discussed: [...discussed], ...(lean === undefined ? {} : { lean }) };
    }),
    patience: patience ?? defaultPatience,
    parked: [...parked],
    wordingHints,
    scheduledEnd,
  };
}
