/** Lets either of the two say how long each element may wait. */
import { Patience } from '../../shared/agenda/coverage-of-elements.ts';
import type { Answer } from '../api.ts';
import { ownSeries } from '../series/own-series.ts';

export const choosePatience: Answer = async (world, asked): Promise<Patience> => {
  const patience = Patience.parse(asked.body);
  const series = await ownSeries(world, asked);
  await world.record(asked.caller.tenantId).choosePatience(series.id, patience);
  return patience;
};
