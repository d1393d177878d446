/** What the two see and decide of what is kept of their 1:1. */
import { DeletionRequest, type OwnData } from '../../shared/series/own-data.ts';
import { deletionWaiting } from '../../shared/series/deletion.ts';
import { countsFrom, Retention, usualRetention } from '../../shared/series/retention.ts';
import type { Answer, ApiWorld, Asked } from '../api.ts';
import { speak } from '../language/speak.ts';
import { askDeletion } from './delete-series.ts';
import { exportJson, exportMarkdown, gatherSeries } from './export-series.ts';
import { ownSeries, type OwnSeries } from './own-series.ts';

export const ownData: Answer = async (world, asked) =>
  standing(world, asked, await ownSeries(world, asked));

export const chooseRetention: Answer = async (world, asked) => {
  const retention = Retention.parse(asked.body);
  const series = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  const choice = { by: userId, at: world.now() };
  await world.record(tenantId).chooseRetention(series.id, retention, choice);
  return standing(world, asked, series);
};

export const chooseDeletion: Answer = async (world, asked): Promise<OwnData> => {
  const { wanted } = DeletionRequest.parse(asked.body);
  const series = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  if (!wanted) await world.record(tenantId).withdrawDeletion(series.id, userId);
  else if ((await askDeletion(world, tenantId, { series, by: userId })) === 'deleted') {
    return { kept: null };
  }
  return standing(world, asked, series);
};

/** One's own private notes, all of them and at once: they are nobody else's to agree about. */
export const deletePrivateNotes: Answer = async (world, asked) => {
  const series = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  await world.record(tenantId).deleteOwnNotes(series.id, userId);
  return standing(world, asked, series);
};

export const exportSeries: Answer = async (world, asked) => {
  const series = await ownSeries(world, asked);
  const { tenantId, userId } = asked.caller;
  const gathered = await gatherSeries(world.record(tenantId), series, {
    of: userId,
    readBy: 'oneself',
  });
  return {
    json: exportJson(gathered, world.now()),
    markdown: exportMarkdown(gathered, speak(asked.locale)),
  };
};

async function standing(
  world: ApiWorld,
  { caller }: Asked,
  { id, pair }: OwnSeries,
): Promise<OwnData> {
  const record = world.record(caller.tenantId);
  const now = world.now();
  const choice = await record.retention(id);
  return {
    kept: {
      retention: choice?.retention ?? usualRetention,
      retentionFrom: choice === undefined ? null : countsFrom(choice, now),
      deletion: deletionWaiting(await record.deletionAsked(id), pair),
      privateNotes: (await record.ownNotes(id, caller.userId)).length,
    },
  };
}
