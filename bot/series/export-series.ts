/** Everything that is kept of a 1:1, gathered for one of the two: as JSON, and as Markdown to read. */
import {
  agendaMarkdown,
  markdownLine,
  markdownQuote,
} from '../../shared/agenda/export-markdown.ts';
import type { Language } from '../../shared/language/language.ts';
import type { UserId } from '../../shared/people/person.ts';
import { usualRetention } from '../../shared/series/retention.ts';
import { percentText } from '../../shared/talk/talk-words.ts';
import type { TenantRecord } from '../record/record.ts';
import { changeLine } from './change-line.ts';
import type { OwnSeries } from './own-series.ts';

/** `both`: where the other of the two reads it too, nothing of one alone is in it. */
export interface Reader {
  readonly of: UserId;
  readonly readBy: 'oneself' | 'both';
}

export type GatheredSeries = Awaited<ReturnType<typeof gatherSeries>>;

export async function gatherSeries(record: TenantRecord, series: OwnSeries, reader: Reader) {
  const { id, title, pair } = series;
  const isAlone = reader.readBy === 'oneself';
  const talk = await record.talkOfSeries(id, reader.of);
  const person = await record.person(reader.of);
  return {
    title,
    pair,
    meetings: await record.heldMeetings(id),
    outcomes: await record.ledger(id),
    talk: {
      settings: await record.talkSettings(id),
      alwaysOn: [...(await record.talkConsents(id)).keys()],
      meetings: talk.map((each) => ({
        ...each,
        felt: isAlone || each.felt?.isShared === true ? each.felt : null,
      })),
    },
    templates: await record.templates(id),
    patience: (await record.patience(id)) ?? null,
    retention: (await record.retention(id))?.retention ?? usualRetention,
    deletionAsked: await record.deletionAsked(id),
    own: isAlone
      ? {
          privateNotes: await record.ownNotes(id, reader.of),
          wordingHints: await record.wantsWordingHints(id, reader.of),
          digest: person.digest,
          reminders: person.reminders,
          toDo: person.toDo,
          tasks: await record.tasksOf(id, reader.of),
          timeZone: person.timeZone ?? null,
          locale: person.locale ?? null,
        }
      : null,
  };
}

export function exportJson(gathered: GatheredSeries, now: number): string {
  const about = { app: 'Evenhand', format: 1, exportedAt: new Date(now).toISOString() };
  return `${JSON.stringify({ ...about, ...gathered }, null, 2)}\n`;
}

export function exportMarkdown(gathered: GatheredSeries, language: Language): string {
  const { say } = language;
  const { title, pair, meetings, outcomes, talk, own } = gathered;
  const nameOf = (id: string) => markdownLine(pair.find((one) => one.id === id)?.name ?? '');
  const documents = meetings.map(({ state }) =>
    agendaMarkdown({ seriesTitle: title, pair, state }, language),
  );
  const changes = outcomes.map((entry) => `- ${changeLine(say, entry, nameOf)}`);
  const figures = talk.meetings.flatMap(({ number, totals }) => {
    if (totals === null) return [];
    const shares = totals.people.map(({ id, share }) =>
      [nameOf(id), share === null ? '?' : percentText(say, share)].join(' '),
    );
    return [
      `- ${say('Meeting {number, number}: {shares}', { number, shares: shares.join(', ') })}`,
    ];
  });
  const notes = (own?.privateNotes ?? []).flatMap(({ note }) => [
    `- ${say('Note')}`,
    ...markdownQuote(note),
  ]);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say('Every change of your outcomes'), changes],
    [say('How the talking divided'), figures],
    [say('Your private notes'), notes],
  ];
  return [
    ...documents,
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [`# ${heading}\n\n${lines.join('\n')}\n`],
    ),
  ].join('\n');
}
