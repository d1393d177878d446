/** One change of an outcome as a line of the export. */
import { markdownLine } from '../../shared/agenda/export-markdown.ts';
import type { Say } from '../../shared/language/say.ts';
import type { LedgerEntry } from '../../shared/outcomes/ledger.ts';
import { bothOwn } from '../../shared/outcomes/outcome.ts';
import { statusName } from '../../shared/outcomes/status-name.ts';

/** `nameOf` answers a name that has no meaning in Markdown. */
export function changeLine(
  say: Say,
  { at, by, via, change }: LedgerEntry,
  nameOf: (id: string) => string,
): string {
  const where = {
    date: new Date(at).toISOString().slice(0, 10),
    place: placeName(say, via),
    change: changeWords(say, change, nameOf),
  };
  return by === null
    ? say('{date} ({place}), {change}', where)
    : say('{date}, {name} ({place}), {change}', { ...where, name: nameOf(by) });
}

function placeName(say: Say, via: LedgerEntry['via']): string {
  switch (via) {
    case 'panel':
      return say('panel');
    case 'card':
      return say('card');
    case 'message':
      return say('message');
  }
}

function changeWords(
  say: Say,
  { what, to }: LedgerEntry['change'],
  nameOf: (id: string) => string,
): string {
  switch (what) {
    case 'agreed':
      return say('agreed: {words}', { words: markdownLine(to.result) });
    case 'result':
      return say('result: {words}', { words: markdownLine(to) });
    case 'success':
      return say('success: {words}', { words: markdownLine(to) });
    case 'support':
      return say('support: {words}', { words: markdownLine(to) });
    case 'owner':
      return to === bothOwn ? say('owner: both') : say('owner: {name}', { name: nameOf(to) });
    case 'by':
      return to === null ? say('by: none') : say('by: {day}', { day: to });
    case 'status':
      return say('status: {status}', { status: to === 'open' ? say('open') : statusName(say, to) });
    case 'kept':
      return to === null
        ? say('not kept any more')
        : say('kept in meeting {number, number}', { number: to });
    case 'noted':
      return say('noted: {words}', { words: markdownLine(to.text) });
    case 'unnoted':
      return say('note taken away: {words}', { words: markdownLine(to.text) });
    case 'removed':
      return to ? say('removed') : say('brought back');
  }
}
