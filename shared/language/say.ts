/** Says a message of the app in a reader's language, with its values and plural forms. */
import { readMessage, type Part } from './read-message.ts';
import type { Direction } from './tongue.ts';

type Values = Readonly<Record<string, string | number>>;

/**
 * `say('Add a topic')`, `say('{count, plural, one {# topic} other {# topics}}', { count })`. The English
 * text names the message, so it is always written out where it is said: tests collect them there.
 */
export type Say = (message: string, values?: Values) => string;

export interface Voice {
  /** For numbers. */
  readonly locale: string;
  readonly direction: Direction;
  readonly messages: ReadonlyMap<string, string>;
}

/** What is not translated is said in English, with its plural forms: better than nothing. */
export function sayWith({ locale, direction, messages }: Voice): Say {
  const read = new Map<string, readonly Part[]>();
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const englishPlurals = new Intl.PluralRules('en');

  function partsOf(message: string): readonly Part[] {
    const known = read.get(message);
    if (known !== undefined) return known;
    const parts = readMessage(messages.get(message) ?? message);
    read.set(message, parts);
    return parts;
  }

  return (message, values = {}) => {
    const rules = messages.has(message) ? plurals : englishPlurals;

    function valueOf(name: string): string | number {
      const value = values[name];
      if (value === undefined) throw new Error(`"${message}" is said without its "${name}".`);
      return value;
    }

    function shown(name: string): string {
      const value = valueOf(name);
      return typeof value === 'number' ? numbers.format(value) : isolated(value, direction);
    }

    function chosen({ name, cases }: Part & { kind: 'choice' }): readonly Part[] {
      const value = valueOf(name);
      const key = typeof value === 'number' ? rules.select(value) : value;
      return cases.get(`=${value}`) ?? cases.get(key) ?? cases.get('other') ?? [];
    }

    /** `counted` is what `#` stands for. */
    function worded(parts: readonly Part[], counted: string): string {
      return parts
        .map((part) => {
          switch (part.kind) {
            case 'text':
              return part.text;
            case 'value':
              return shown(part.name);
            case 'count':
              return counted;
            case 'choice':
              return worded(chosen(part), part.by === 'plural' ? shown(part.name) : counted);
          }
        })
        .join('');
    }

    return worded(partsOf(message), '');
  };
}

/** Letters that are read from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What people wrote keeps its own direction, and leaves the sentence around it in its own. */
function isolated(value: string, direction: Direction): string {
  const mayTurn = direction === 'rtl' ? /\p{L}/u.test(value) : rightToLeft.test(value);
  return mayTurn ? `\u2068${value}\u2069` : value;
}
