/** Lets a person say whether the panel asks them about the wording of what they write. */
import type { z } from 'zod';
import { WordingHints } from '../../shared/agenda/agenda-memory.ts';
import type { Answer } from '../api.ts';
import { ownSeries } from '../series/own-series.ts';

export const chooseWordingHints: Answer = async (
  world,
  asked,
): Promise<z.infer<typeof WordingHints>> => {
  const { wordingHints } = WordingHints.parse(asked.body);
  const { id } = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  await world.record(tenantId).chooseWordingHints(id, userId, wordingHints);
  return { wordingHints };
};
