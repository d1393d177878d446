/** Deletes all that is kept of a 1:1, once both of the two have said so. */
import type { UserId } from '../../shared/people/person.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { Card } from '../series/chat.ts';
import type { World } from '../world.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import { titleOf } from './show.ts';

/** Who agreed longer ago than this is asked again. */
const agreedForMs = 7 * 24 * 3_600_000;

export async function askToDelete({ world, tenantId, series }: Asking): Promise<Card[]> {
  const record = world.record(tenantId);
  return Promise.all(
    series.map(async (each) =>
      deletionCard(each, await record.agreedToDelete(each.id, world.now() - agreedForMs)),
    ),
  );
}

/** One of the two agrees; with the second, it happens. Answers what the card shows from now on. */
export async function agreeToDelete(
  world: World,
  tenantId: string,
  { series, by }: { readonly series: OwnSeries; readonly by: UserId },
): Promise<Card> {
  const since = world.now() - agreedForMs;
  const posted = await world.record(tenantId).postedRecaps(series.id);
  const agreed = await world.record(tenantId).together(async (record) => {
    await record.agreeToDelete(series.id, by, world.now());
    const both = await record.agreedToDelete(series.id, since);
    if (series.pair.every(({ id }) => both.includes(id))) {
      await record.forgetSeries(series, world.now());
      return undefined;
    }
    return both;
  });
  if (agreed !== undefined) return deletionCard(series, agreed);
  world.log.info({ series: series.id }, 'a series was deleted by its two');
  const gone = messageCard({ title: 'This recap was deleted by the two of the 1:1.' });
  for (const activityId of posted) {
    try {
      await world.chat.update(series.reference, activityId, gone);
    } catch (error) {
      world.log.warn({ error: String(error) }, 'a recap of a deleted series stays in its chat');
    }
  }
  return messageCard({ title: 'Deleted. Nothing is kept of this 1:1 any more.' });
}

function deletionCard(series: OwnSeries, agreed: readonly UserId[]): Card {
  return messageCard({
    title: `Delete everything that Evenhand keeps of ${titleOf(series)}?`,
    lines: series.pair.map(({ id, name }) =>
      agreed.includes(id) ? `✓ ${name} agrees` : `${name} has not agreed`,
    ),
    foot: 'It happens when both agree, and cannot be undone. "export" gives you a copy first.',
    actions: [
      {
        type: 'Action.Execute',
        title: 'I agree: delete it',
        style: 'destructive',
        verb: 'series/delete',
        data: { seriesId: series.id },
      },
    ],
  });
}
