/** What a person asks of the bot in a message: the few things it understands, with small mistakes forgiven. */
import { casual, GB } from 'chrono-node/en';
import { distance } from 'fastest-levenshtein';
import { minutesAheadOfUtc } from '../../shared/series/local-time.ts';

/** The commands of one word. */
const plain = {
  help: ['help', 'commands', '?', 'hi', 'hello'],
  agenda: ['agenda', 'topics'],
  outcomes: ['outcomes', 'agreed'],
  recap: ['recap', 'summary'],
  balance: ['balance'],
  settings: ['settings'],
  privacy: ['privacy'],
  export: ['export'],
  delete: ['delete'],
  undo: ['undo'],
} as const;
export type PlainCommand = keyof typeof plain;

const withMore = {
  done: ['done', 'reached'],
  drop: ['drop'],
  move: ['move'],
  add: ['add'],
  note: ['note', 'progress'],
  digest: ['digest'],
  reminders: ['reminders', 'reminder'],
} as const;

export type CommandWithMore = keyof typeof withMore;

export type AskedOfBot =
  | { readonly kind: PlainCommand }
  | { readonly kind: 'done' | 'drop'; readonly number: number }
  | { readonly kind: 'move'; readonly number: number; readonly to: string | null }
  | { readonly kind: 'add'; readonly title: string }
  | { readonly kind: 'note'; readonly number: number; readonly text: string }
  | { readonly kind: 'digest' | 'reminders'; readonly on: boolean }
  /** Understood, but something is missing. */
  | { readonly kind: 'incomplete'; readonly of: CommandWithMore }
  | { readonly kind: 'unknown' };

export interface WhenAndWhere {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the person who writes. */
  readonly timeZone: string;
  /** Such as "en-US": there, 3/4 is the fourth of March. */
  readonly locale: string;
}

export function readMessage(message: string, where: WhenAndWhere): AskedOfBot {
  const text = message
    .replaceAll(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const command = nearest(word.toLowerCase().replace(/[.,!:]+$/, ''));
  switch (command) {
    case undefined:
      return { kind: 'unknown' };
    case 'done':
    case 'drop': {
      const number = numberIn(rest);
      return number === undefined ? { kind: 'incomplete', of: command } : { kind: command, number };
    }
    case 'move': {
      const number = numberIn(rest);
      const to = dayIn(rest.replace(/^\D*\d+/, ''), where);
      return number === undefined || to === undefined
        ? { kind: 'incomplete', of: command }
        : { kind: 'move', number, to };
    }
    case 'add': {
      const title = rest.replace(/^(?:a )?(?:topic|topics?:)\s+/i, '').trim();
      return title === '' ? { kind: 'incomplete', of: command } : { kind: 'add', title };
    }
    case 'note': {
      const [, number, said = ''] = /^\D{0,12}?(\d{1,3})\b[\s:.,-]*(.*)$/s.exec(rest) ?? [];
      return number === undefined || said === ''
        ? { kind: 'incomplete', of: command }
        : { kind: 'note', number: Number(number), text: said };
    }
    case 'digest':
    case 'reminders': {
      const on = /^(on|off)\b/i.exec(rest)?.[1]?.toLowerCase();
      return on === undefined
        ? { kind: 'incomplete', of: command }
        : { kind: command, on: on === 'on' };
    }
    default:
      return { kind: command };
  }
}

type Command = PlainCommand | CommandWithMore;

/** Every word that is known, with the command that it stands for. */
const words: readonly (readonly [string, Command])[] = [
  ...entriesOf(plain),
  ...entriesOf(withMore),
];

function entriesOf<Kind extends Command>(
  known: Readonly<Partial<Record<Kind, readonly string[]>>>,
): (readonly [string, Kind])[] {
  const entries: (readonly [string, Kind])[] = [];
  for (const kind in known) for (const word of known[kind] ?? []) entries.push([word, kind]);
  return entries;
}

/** The command whose word is nearest; none where two are equally near, or none is near enough. */
function nearest(written: string): Command | undefined {
  const exact = words.find(([word]) => word === written);
  if (exact !== undefined) return exact[1];
  if (written.length < 3) return undefined;
  const near = words
    .filter(([word]) => word.length >= 3)
    .map(([word, command]) => ({ command, word, off: distance(written, word) }))
    .filter(({ word, off }) => off <= forgiven(word) || (off === 2 && isSwapped(written, word)))
    .toSorted((a, b) => a.off - b.off);
  const [best, second] = near;
  if (best === undefined) return undefined;
  const isClear = second === undefined || second.off > best.off || second.command === best.command;
  return isClear ? best.command : undefined;
}

/** Wrong letters: one in a short word, two in a long one. */
function forgiven(word: string): number {
  return word.length <= 4 ? 1 : 2;
}

/** Two letters in each other's places are one mistake, though two letters are wrong. */
function isSwapped(written: string, word: string): boolean {
  return Array.from(written).toSorted().join('') === Array.from(word).toSorted().join('');
}

function numberIn(rest: string): number | undefined {
  const digits = /^\D{0,12}?(\d{1,3})\b/.exec(rest)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The day that is meant; null takes the date away; undefined when there is none in the text. */
function dayIn(text: string, { now, timeZone, locale }: WhenAndWhere): string | null | undefined {
  if (/\b(no date|none|someday|whenever)\b/i.test(text)) return null;
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)?.[0];
  if (iso !== undefined) return Number.isNaN(Date.parse(iso)) ? undefined : iso;
  const reader = locale.toLowerCase() === 'en-us' ? casual : GB;
  const reference = { instant: new Date(now), timezone: minutesAheadOfUtc(now, timeZone) };
  const [found] = reader.parse(text, reference, { forwardDate: true });
  if (found === undefined) return undefined;
  const [year, month, day] = [
    found.start.get('year'),
    found.start.get('month'),
    found.start.get('day'),
  ];
  if (year === null || month === null || day === null) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
