/** Changes an outcome by its number in the list of the open ones. */
import { createHash } from 'node:crypto';
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import { agreeAnew } from '../../shared/outcomes/agree-anew.ts';
import { takenBack, type OutcomeChange } from '../../shared/outcomes/ledger.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { progressLimit, progressNotesLimit } from '../../shared/outcomes/progress.ts';
import { changeOutcome } from '../outcomes/change-outcome.ts';
import type { Card } from '../series/chat.ts';
import { dayName } from '../recap/card-text.ts';
import { messageCard } from './message-card.ts';
import type { Asking } from './message-received.ts';
import type { AskedOfBot } from './read-message.ts';
import { numberedOutcomes, showOutcomes } from './show.ts';

type Asked = Extract<AskedOfBot, { kind: 'done' | 'drop' | 'move' | 'note' }>;

export async function changeByMessage(asking: Asking, asked: Asked): Promise<Card[]> {
  const { world, tenantId, userId, source, language } = asking;
  const { say } = language;
  const record = world.record(tenantId);
  // Numbers move up once one is done: the same message again must not reach the next one.
  for (const { id } of asking.series) {
    if (await record.isEntered(id, 'message', source)) return showOutcomes(asking);
  }
  const chosen = (await numberedOutcomes(asking)).find(({ number }) => number === asked.number);
  if (chosen === undefined) {
    return showOutcomes(
      asking,
      say('There is no open outcome number {number, number}.', { number: asked.number }),
    );
  }
  const noPlace = asked.kind === 'note' ? noPlaceFor(say, asked.text, chosen.outcome) : undefined;
  if (noPlace !== undefined) return [messageCard(language, { title: noPlace })];
  await changeOutcome(world, tenantId, {
    seriesId: chosen.series.id,
    outcomeId: chosen.outcome.id,
    changes: (before) => changesOf(asked, asking, before),
    by: userId,
    via: 'message',
    source,
  });
  const result = chosen.outcome.result.trim() || say('Untitled outcome');
  return [
    messageCard(language, {
      title: doneText(language, asked, result),
      foot: say('Write "undo" to take it back.'),
    }),
  ];
}

/** Takes back one's own last change that was made on a card or by a message. */
export async function undoByMessage(asking: Asking): Promise<Card[]> {
  const { world, tenantId, userId, source, language } = asking;
  const { say } = language;
  const record = world.record(tenantId);
  const changes = await Promise.all(
    asking.series.map(async (each) => {
      const entry = await record.lastChangeBy(each.id, userId);
      return entry === undefined ? [] : [{ series: each, entry }];
    }),
  );
  const [last] = changes.flat().toSorted((a, b) => b.entry.at - a.entry.at);
  if (last === undefined)
    return [messageCard(language, { title: say('There is nothing of yours to take back.') })];
  const { entry, series } = last;
  const isAgain = entry.id.endsWith(`/message/${source}`);
  // What one message or one press did is taken back as one.
  const made = entry.id.slice(entry.id.lastIndexOf(`/${entry.via}/`));
  const history = isAgain ? [] : await record.historyOf(series.id, entry.outcomeId);
  const undoing = history
    .filter(({ id }) => id.endsWith(made))
    .flatMap(({ id }) => takenBack(history, id) ?? []);
  if (undoing.length === 0) {
    return [
      messageCard(language, { title: say('It has been changed again since. See "outcomes".') }),
    ];
  }
  await changeOutcome(world, tenantId, {
    seriesId: series.id,
    outcomeId: entry.outcomeId,
    changes: () => undoing,
    by: userId,
    via: 'message',
    source,
  });
  return showOutcomes(asking, say('Taken back. Open outcomes now:'));
}

function changesOf(
  asked: Asked,
  { world, userId, source }: Asking,
  before: Outcome,
): readonly OutcomeChange[] {
  switch (asked.kind) {
    case 'done':
      return [{ what: 'status', to: 'reached' }];
    case 'drop':
      return [{ what: 'status', to: 'dropped' }];
    case 'move':
      return agreeAnew(before, { what: 'by', to: asked.to });
    case 'note': {
      const id = `message-${createHash('sha256').update(source).digest('hex').slice(0, 32)}`;
      return [{ what: 'noted', to: { id, by: userId, at: world.now(), text: asked.text } }];
    }
  }
}

function noPlaceFor(say: Say, text: string, { progress = [] }: Outcome): string | undefined {
  if (text.length > progressLimit) {
    return say('A note has at most {count, number} letters.', { count: progressLimit });
  }
  if (progress.length < progressNotesLimit) return undefined;
  return say('This outcome has {count, number} notes, which is all it holds.', {
    count: progressNotesLimit,
  });
}

function doneText(language: Language, asked: Asked, result: string): string {
  const { say } = language;
  switch (asked.kind) {
    case 'done':
      return say('Reached: {result}', { result });
    case 'drop':
      return say('Dropped: {result}', { result });
    case 'move':
      return asked.to === null
        ? say('Without a date now: {result}', { result })
        : say('Moved to {day}: {result}', { day: dayName(language, asked.to), result });
    case 'note':
      return say('Noted: {result}', { result });
  }
}
