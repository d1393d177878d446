/** What has become of a recap: its outcomes today, who has agreed to it, what waits for long. */
import { coverageFrom, defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import type { Recap } from '../../shared/recap/recap.ts';
import { reviewPage } from '../../shared/room/contract.ts';
import type { Series } from '../record/series-record.ts';
import type { World } from '../world.ts';
import type { LiveRecap } from './recap-card.ts';

export async function liveRecap(
  world: World,
  tenantId: string,
  about: { readonly meetingId: string; readonly series: Series; readonly recap: Recap },
): Promise<LiveRecap | undefined> {
  const { meetingId, series, recap } = about;
  if (series.pair === undefined) return undefined;
  const record = world.record(tenantId);
  const meetingNumber = recap.meetingNumber + 1;
  // A new pair has not left anything out for long.
  const isYoung = recap.meetingNumber < 3;
  const coverage = isYoung
    ? []
    : coverageFrom({
        meetings: await record.pastBefore(series.id, meetingNumber),
        meetingNumber,
        patience: (await record.patience(series.id)) ?? defaultPatience,
      });
  return {
    meetingId,
    pair: series.pair,
    today: await record.outcomes(series.id, recap.outcomes),
    confirmedBy: await record.confirmedBy(meetingId),
    overdue: coverage.filter(({ isOverdue }) => isOverdue).map(({ element }) => element),
    tabLink: world.chat.tabLink(series.reference, reviewPage),
  };
}
