/** Changes an outcome by its number in the list of the open ones. */
import { createHash } from 'node:crypto';
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
  const { world, tenantId, userId, source } = asking;
  const record = world.record(tenantId);
  // Numbers move up once one is done: the same message again must not reach the next one.
  for (const { id } of asking.series) {
    if (await record.isEntered(id, 'message', source)) return showOutcomes(asking);
  }
  const chosen = (await numberedOutcomes(asking)).find(({ number }) => number === asked.number);
  if (chosen === undefined) {
    return showOutcomes(asking, `There is no open outcome number ${asked.number}.`);
  }
  const noPlace = asked.kind === 'note' ? noPlaceFor(asked.text, chosen.outcome) : undefined;
  if (noPlace !== undefined) return [messageCard({ title: noPlace })];
  await changeOutcome(world, tenantId, {
    seriesId: chosen.series.id,
    outcomeId: chosen.outcome.id,
    changes: (before) => changesOf(asked, asking, before),
    by: userId,
    via: 'message',
    source,
  });
  const result = chosen.outcome.result.trim() || 'Untitled outcome';
  return [
    messageCard({ title: `${doneText(asked)}: ${result}`, foot: 'Write "undo" to take it back.' }),
  ];
}

/** Takes back one's own last change that was made on a card or by a message. */
export async function undoByMessage(asking: Asking): Promise<Card[]> {
  const { world, tenantId, userId, source } = asking;
  const record = world.record(tenantId);
  const changes = await Promise.all(
    asking.series.map(async (each) => {
      const entry = await record.lastChangeBy(each.id, userId);
      return entry === undefined ? [] : [{ series: each, entry }];
    }),
  );
  const [last] = changes.flat().toSorted((a, b) => b.entry.at - a.entry.at);
  if (last === undefined)
    return [messageCard({ title: 'There is nothing of yours to take back.' })];
  const { entry, series } = last;
  const isAgain = entry.id.endsWith(`/message/${source}`);
  // What one message or one press did is taken back as one.
  const made = entry.id.slice(entry.id.lastIndexOf(`/${entry.via}/`));
  const history = isAgain ? [] : await record.historyOf(series.id, entry.outcomeId);
  const undoing = history
    .filter(({ id }) => id.endsWith(made))
    .flatMap(({ id }) => takenBack(history, id) ?? []);
  if (undoing.length === 0) {
    return [messageCard({ title: 'It has been changed again since. See "outcomes".' })];
  }
  await changeOutcome(world, tenantId, {
    seriesId: series.id,
    outcomeId: entry.outcomeId,
    changes: () => undoing,
    by: userId,
    via: 'message',
    source,
  });
  return showOutcomes(asking, 'Taken back. Open outcomes now:');
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

function noPlaceFor(text: string, { progress = [] }: Outcome): string | undefined {
  if (text.length > progressLimit) return `A note has at most ${progressLimit} letters.`;
  if (progress.length < progressNotesLimit) return undefined;
  return `This outcome has ${progressNotesLimit} notes, which is all it holds.`;
}

function doneText(asked: Asked): string {
  switch (asked.kind) {
    case 'done':
      return 'Reached';
    case 'drop':
      return 'Dropped';
    case 'move':
      return asked.to === null ? 'Without a date now' : `Moved to ${dayName(asked.to)}`;
    case 'note':
      return 'Noted';
  }
}
