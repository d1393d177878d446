/** Answers what stands: the agenda, the open outcomes, the last recap. */
import { elementNames } from '../../shared/agenda/element.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { recapOutcome } from '../../shared/recap/recap.ts';
import { dayName } from '../recap/card-text.ts';
import { recapCard, recapToday } from '../recap/recap-card.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';

export async function showAgenda({ world, tenantId, series }: Asking): Promise<Card[]> {
  const record = world.record(tenantId);
  return Promise.all(
    series.map(async (each) => {
      const state = await record.stateBefore(each.id);
      const topics = (state?.topics ?? []).filter((topic) => topic.state !== 'done');
      return messageCard({
        title:
          topics.length === 0
            ? `${titleOf(each)}: nothing on the agenda yet`
            : `${titleOf(each)}: the agenda`,
        lines: topics.map(
          ({ title, element }, index) =>
            `${index + 1}. ${title.trim() || 'Untitled'} · ${elementNames[element]}`,
        ),
        foot: 'Write "add" and a topic to put one on it.',
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
  return [
    messageCard({
      title: title ?? (numbered.length === 0 ? 'No open outcomes.' : 'Open outcomes'),
      lines: numbered.map(({ number, series, outcome }) => {
        const { result, owners, by } = recapOutcome(outcome, series.pair, outcome.agreedIn);
        const facts = [
          owners.join(' and '),
          by === null ? 'no date' : `by ${dayName(by)}`,
          ...(outcome.status === 'changed' ? ['changed'] : []),
          ...(isOfSeveral ? [titleOf(series)] : []),
        ];
        return `${number}. ${result || 'Untitled outcome'} · ${facts.join(' · ')}`;
      }),
      ...(numbered.length === 0 ? {} : { foot: 'Write "done 1", "drop 1" or "move 1 to Friday".' }),
    }),
  ];
}

export async function showRecap({ world, tenantId, series }: Asking): Promise<Card[]> {
  const record = world.record(tenantId);
  const cards = await Promise.all(
    series.map(async (each) => {
      const meetingId = await record.newestRecap(each.id);
      const owed = meetingId === undefined ? undefined : await record.recap(meetingId);
      if (!owed?.recap) return [];
      const today = await record.outcomes(each.id, owed.recap.outcomes);
      return [recapCard(recapToday(owed.recap, today, each.pair))];
    }),
  );
  const found = cards.flat();
  return found.length > 0 ? found : [messageCard({ title: 'There is no recap yet.' })];
}

export function titleOf(series: OwnSeries): string {
  return series.title.trim() || series.pair.map(({ name }) => name).join(' and ');
}
