/** Lets either of the two say who of them is the manager. */
import { ManagerRequest } from '../../shared/room/contract.ts';
import type { Answer } from '../api.ts';
import { Refused } from '../refused.ts';
import { ownSeries } from './own-series.ts';

export const chooseManager: Answer = async (world, asked) => {
  const { manager } = ManagerRequest.parse(asked.body);
  const series = await ownSeries(world, asked);
  if (!series.pair.some((person) => person.id === manager)) {
    throw new Refused('bad-request', (say) =>
      say('The manager must be one of the two of this 1:1.'),
    );
  }
  const record = world.record(asked.caller.tenantId);
  await record.chooseManager(series.id, manager);
  return { pair: (await record.series(series.id))?.pair };
};
