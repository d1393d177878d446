/** Says a message of the app in a reader's language, with its values and plural forms. */
import compile from 'icu-minify/compile';
import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { Direction } from './tongue.ts';

type Values = Readonly<Record<string, string | number>>;

/**
 * `say('Add a topic')`, `say('{count, plural, one {# topic} other {# topics}}', { count })`: ICU's
 * notation, with `{count, number}` for a number by itself. The English text names the message, so it
 * is always written out where it is said: tests collect them there, and so does the panel's build.
 */
export type Say = (message: string, values?: Values) => string;

export interface Voice {
  /** For numbers. */
  readonly locale: string;
  readonly direction: Direction;
  readonly messages: ReadonlyMap<string, string>;
}

interface Wording {
  readonly form: CompiledMessage;
  /** Names of values that a form is chosen by, and that nobody reads. */
  readonly keys: ReadonlySet<string>;
  readonly options: FormatOptions;
}

/** What is not translated is said in English, with its plural forms: better than nothing. */
export function sayWith({ locale, direction, messages }: Voice): Say {
  const known = new Map<string, Wording>();
  const translated = formattersOf(locale, locale);
  const untranslated = formattersOf(locale, 'en');

  function wordingOf(message: string): Wording {
    const found = known.get(message);
    if (found !== undefined) return found;
    const inTongue = messages.get(message);
    const wording = {
      form: compile(inTongue ?? message),
      keys: new Set([...message.matchAll(/\{(\w+), select,/g)].map(([, name = '']) => name)),
      options: inTongue === undefined ? untranslated : translated,
    };
    known.set(message, wording);
    return wording;
  }

  return (message, values = {}) => {
    const { form, keys, options } = wordingOf(message);
    if (typeof form === 'string') return form;
    const shown = new Proxy(values, {
      get(given, name: string) {
        const value = given[name];
        if (value === undefined) throw new Error(`"${message}" is said without its "${name}".`);
        return typeof value === 'number' || keys.has(name) ? value : isolated(value, direction);
      },
    });
    return [format(form, locale, shown, options)].flat().join('');
  };
}

/** One of each for all messages of a language: making them costs more than using them. */
function formattersOf(locale: string, pluralsIn: string): FormatOptions {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(pluralsIn);
  return {
    formatters: {
      getNumberFormat: () => numbers,
      getPluralRules: () => plurals,
      // Days and times are written before they are said: a message is given their text.
      getDateTimeFormat: (...how) => new Intl.DateTimeFormat(...how),
    },
  };
}

/** Letters that are read from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What people wrote keeps its own direction, and leaves the sentence around it in its own. */
function isolated(value: string, direction: Direction): string {
  const mayTurn = direction === 'rtl' ? /\p{L}/u.test(value) : rightToLeft.test(value);
  return mayTurn ? `\u2068${value}\u2069` : value;
}
