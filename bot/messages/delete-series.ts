/** The card with which the two delete their 1:1, and see how that stands. */
import type { Language } from '../../shared/language/language.ts';
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

export async function showDeletion({ world, tenantId, series, language }: Asking): Promise<Card[]> {
  return Promise.all(series.map((each) => deletionCard(world, tenantId, each, language)));
}

/** Answers how the card shows it from now on, in whichever language. */
export async function pressDeletion(
  world: World,
  tenantId: string,
  {
    series,
    by,
    wanted,
  }: { readonly series: OwnSeries; readonly by: UserId; readonly wanted: boolean },
): Promise<(language: Language) => Promise<Card>> {
  if (!wanted) await world.record(tenantId).withdrawDeletion(series.id, by);
  else if ((await askDeletion(world, tenantId, { series, by })) === 'deleted') {
    return async (language) =>
      messageCard(language, {
        title: language.say('Deleted. Nothing is kept of this 1:1 any more.'),
      });
  }
  return (language) => deletionCard(world, tenantId, series, language);
}

export async function deletionCard(
  world: World,
  tenantId: string,
  series: OwnSeries,
  language: Language,
): Promise<Card> {
  const { say } = language;
  const asked = await world.record(tenantId).deletionAsked(series.id);
  const waiting = deletionWaiting(asked, series.pair);
  const action = (title: string, verb: string, style?: 'destructive') => ({
    type: 'Action.Execute',
    title,
    verb,
    data: { seriesId: series.id },
    ...(style === undefined ? {} : { style }),
  });
  return messageCard(language, {
    title: say('Delete everything that Evenhand keeps of {series}?', {
      series: titleOf(language, series),
    }),
    lines: series.pair.map(({ id, name }) =>
      asked.some(({ by }) => by === id)
        ? say('✓ {name} asks for it', { name })
        : say('{name} has not agreed', { name }),
    ),
    foot:
      waiting === null
        ? say(
            'It happens when both agree, or {days, number} days after one asked, and cannot be undone. "export" gives you a copy first.',
            { days: aloneAfterDays },
          )
        : say(
            'It happens when both agree, or on {day} if the request still stands, and cannot be undone. "export" gives you a copy first.',
            { day: dayOf(language, waiting.until) },
          ),
    actions: [
      action(say('Delete it all'), 'series/delete', 'destructive'),
      ...(waiting === null ? [] : [action(say('Withdraw my request'), 'series/keep')]),
    ],
  });
}
