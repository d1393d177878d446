/** Answers a person with all of their own 1:1s at a glance. */
import { z } from 'zod';
import { composeMySeries } from '../../shared/series/compose-my-series.ts';
import type { MySeriesAnswer } from '../../shared/series/my-series.ts';
import type { Answer } from '../api.ts';

const After = z.uuid().optional();

export const mySeries: Answer = async (
  world,
  { caller: { tenantId, userId }, parameters },
): Promise<MySeriesAnswer> => {
  const after = After.parse(parameters['after']);
  const now = world.now();
  const { series, hasMore } = await world.record(tenantId).mySeries(userId, after);
  return {
    series: series.map(({ reference, ...known }) =>
      composeMySeries(known, { userId, link: world.chat.tabLink(reference), now }),
    ),
    hasMore,
    now,
  };
};
