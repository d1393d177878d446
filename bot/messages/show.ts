/** Answers what stands: the agenda, the open outcomes, the last recap. */
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import type { Language } from '../../shared/language/language.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { recapOutcome } from '../../shared/recap/recap.ts';
import { dayName } from '../recap/card-text.ts';
import { recapCard, recapToday } from '../recap/recap-card.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';

export async function showAgenda({ world, tenantId, series, language }: Asking): Promise<Card[]> {
  const { say } = language;
  const record = world.record(tenantId);
  return Promise.all(
    series.map(async (each) => {
      const state = await record.stateBefore(each.id);
      const topics = (state?.topics ?? []).filter((topic) => topic.state !== 'done');
      const about = { series: titleOf(language, each) };
      return messageCard(language, {
        title:
          topics.length === 0
            ? say('{series}: nothing on the agenda yet', about)
            : say('{series}: the agenda', about),
        lines: topics.map(({ title, element }, index) =>
          [
            say('{number, number}. {title}', {
              number: index + 1,
              title: title.trim() || say('Untitled'),
            }),
            namesOfElements(say)[element],
          ].join(' · '),
        ),
        foot: say('Write "add" and a topic to put one on it.'),
      });
    }),
  );
}

export interface NumberedOutcome {
  readonly number: number;
  readonly series: OwnSeries;
  readonly outcome: Outcome;
}

/** The open outcomes of all the 1:1s that are asked about, the oldest first, counted through. */
export async function numberedOutcomes({
  world,
  tenantId,
  series,
}: Asking): Promise<readonly NumberedOutcome[]> {
  const each = await Promise.all(
    series.map(async (one) => {
      const open = [...(await world.record(tenantId).outcomes(one.id)).values()];
      return open
        .toSorted((a, b) => a.agreedAt - b.agreedAt || (a.outcome.id < b.outcome.id ? -1 : 1))
        .map(({ outcome }) => ({ series: one, outcome }));
    }),
  );
  return each.flat().map((one, index) => ({ ...one, number: index + 1 }));
}

export async function showOutcomes(asking: Asking, title?: string): Promise<Card[]> {
  const numbered = await numberedOutcomes(asking);
  const isOfSeveral = asking.series.length > 1;
  const { language } = asking;
  const { say } = language;
  return [
    messageCard(language, {
      title: title ?? (numbered.length === 0 ? say('No open outcomes.') : say('Open outcomes')),
      lines: numbered.map(({ number, series, outcome }) => {
        const { result, owners, by } = recapOutcome(outcome, series.pair, outcome.agreedIn);
        return [
          say('{number, number}. {title}', { number, title: result || say('Untitled outcome') }),
          language.list(owners),
          by === null ? say('no date') : say('by {day}', { day: dayName(language, by) }),
          ...(outcome.status === 'changed' ? [say('changed')] : []),
          ...(isOfSeveral ? [titleOf(language, series)] : []),
        ].join(' · ');
      }),
      ...(numbered.length === 0
        ? {}
        : { foot: say('Write "done 1", "drop 1" or "move 1 to Friday".') }),
    }),
  ];
}

export async function showRecap({ world, tenantId, series, language }: Asking): Promise<Card[]> {
  const record = world.record(tenantId);
  const cards = await Promise.all(
    series.map(async (each) => {
      const meetingId = await record.newestRecap(each.id);
      const owed = meetingId === undefined ? undefined : await record.recap(meetingId);
      if (!owed?.recap) return [];
      const today = await record.outcomes(each.id, owed.recap.outcomes);
      return [recapCard(language, recapToday(owed.recap, today, each.pair))];
    }),
  );
  const found = cards.flat();
  return found.length > 0
    ? found
    : [messageCard(language, { title: language.say('There is no recap yet.') })];
}

export function titleOf({ list }: Language, series: OwnSeries): string {
  return series.title.trim() || list(series.pair.map(({ name }) => name));
}
