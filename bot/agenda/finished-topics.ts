/** Lists the done topics of earlier meetings, for the pair to bring one back. */
import type { Answer } from '../api.ts';
import { ownSeries } from '../series/own-series.ts';

/** The largest number that a meeting can have on record. */
const afterAll = 2_147_483_647;

export const finishedTopics: Answer = async (world, asked) => {
  const { id } = await ownSeries(world, asked);
  const record = world.record(asked.caller.tenantId);
  const open = await record.openMeeting(id);
  const before = open?.number ?? afterAll;
  return { topics: await record.finishedTopics(id, before) };
};
