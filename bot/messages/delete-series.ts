/** The card with which the two delete their 1:1, and see how that stands. */
import type { UserId } from '../../shared/people/person.ts';
import { aloneAfterDays, deletionWaiting } from '../../shared/series/deletion.ts';
import { dayOf } from '../recap/card-text.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { Card } from '../series/chat.ts';
import { askDeletion } from '../series/delete-series.ts';
import type { World } from '../world.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import { titleOf } from './show.ts';

export async function showDeletion({ world, tenantId, series }: Asking): Promise<Card[]> {
  return Promise.all(series.map((each) => deletionCard(world, tenantId, each)));
}

/** Answers what the card shows from now on. */
export async function pressDeletion(
  world: World,
  tenantId: string,
  {
    series,
    by,
    wanted,
  }: { readonly series: OwnSeries; readonly by: UserId; readonly wanted: boolean },
): Promise<Card> {
  if (!wanted) await world.record(tenantId).withdrawDeletion(series.id, by);
  else if ((await askDeletion(world, tenantId, { series, by })) === 'deleted') {
    return messageCard({ title: 'Deleted. Nothing is kept of this 1:1 any more.' });
  }
  return deletionCard(world, tenantId, series);
}

export async function deletionCard(
  world: World,
  tenantId: string,
  series: OwnSeries,
): Promise<Card> {
  const asked = await world.record(tenantId).deletionAsked(series.id);
  const waiting = deletionWaiting(asked, series.pair);
  const action = (title: string, verb: string, style?: 'destructive') => ({
    type: 'Action.Execute',
    title,
    verb,
    data: { seriesId: series.id },
    ...(style === undefined ? {} : { style }),
  });
  return messageCard({
    title: `Delete everything that Evenhand keeps of ${titleOf(series)}?`,
    lines: series.pair.map(({ id, name }) =>
      asked.some(({ by }) => by === id) ? `✓ ${name} asks for it` : `${name} has not agreed`,
    ),
    foot:
      waiting === null
        ? `It happens when both agree, or ${aloneAfterDays} days after one asked, and cannot be undone. "export" gives you a copy first.`
        : `It happens when both agree, or on ${dayOf(waiting.until)} if the request still stands, and cannot be undone. "export" gives you a copy first.`,
    actions: [
      action('Delete it all', 'series/delete', 'destructive'),
      ...(waiting === null ? [] : [action('Withdraw my request', 'series/keep')]),
    ],
  });
}
