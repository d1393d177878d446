/** Brings a posted recap up to date with what has become of it. */
import { languageOfReaders } from '../language/readers.ts';
import type { World } from '../world.ts';
import { liveRecap } from './live-recap.ts';
import { recapCard } from './recap-card.ts';

/** Does nothing where there is no posted recap. Rejects when the chat can't be reached. */
export async function followRecap(
  world: World,
  tenantId: string,
  meetingId: string,
): Promise<void> {
  const record = world.record(tenantId);
  const meeting = await record.meeting(meetingId);
  const series = meeting && (await record.series(meeting.seriesId));
  const owed = await record.recap(meetingId);
  if (series === undefined || owed === undefined) return;
  if (owed.recap === null || owed.activityId === null) return;
  const live = await liveRecap(world, tenantId, { meetingId, series, recap: owed.recap });
  const language = await languageOfReaders(record, series.pair ?? []);
  const card = recapCard(language, owed.recap, live);
  await world.chat.update(series.reference, owed.activityId, card);
}
