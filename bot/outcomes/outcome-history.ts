/** Tells the two of a 1:1 how one of their outcomes came to be what it is. */
import { readHistory, type HistoryAnswer } from '../../shared/outcomes/history.ts';
import { Outcome } from '../../shared/outcomes/outcome.ts';
import type { Answer } from '../api.ts';
import { ownSeries } from '../series/own-series.ts';

export const outcomeHistory: Answer = async (world, asked): Promise<HistoryAnswer> => {
  const series = await ownSeries(world, asked);
  const outcomeId = Outcome.shape.id.parse(asked.parameters['outcomeId']);
  const record = world.record(asked.caller.tenantId);
  return { changes: [...readHistory(await record.historyOf(series.id, outcomeId))] };
};
