/** What is said to whom, with its values and plural forms. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { speak } from '../../bot/language/speak.ts';
import { english, languageOf } from '../../shared/language/language.ts';
import { commonReader, readerOf, tongues } from '../../shared/language/tongue.ts';
import { loadLanguage } from '../../tabs/language/load-language.ts';

const inGerman = languageOf(
  { tongue: 'de', locale: 'de' },
  {
    '{count, plural, one {# day} other {# days}} of {name}':
      '{name}: {count, plural, one {# Tag} other {# Tage}}',
  },
);

test('[L1] the reader is who Teams says, by language; the region counts for dates and numbers', () => {
  const said = [
    'de-at',
    'FR_CA',
    'ja',
    'zh-Hant-TW',
    'es-419',
    'ar-EG',
    'en-gb',
    'pt-br',
    '',
    'de-x',
  ];
  expect(said.map((each) => readerOf(each))).toEqual([
    { tongue: 'de', locale: 'de-AT' },
    { tongue: 'fr', locale: 'fr-CA' },
    { tongue: 'ja', locale: 'ja' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'es', locale: 'es-419' },
    { tongue: 'ar', locale: 'ar-EG-u-nu-latn' },
    { tongue: 'en', locale: 'en-GB' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'de', locale: 'de' },
  ]);
  expect(readerOf(undefined)).toEqual({ tongue: 'en', locale: 'en' });
});

test('[L1] whatever is said of a language, somebody is spoken to', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{1,8}){0,3}$/)),
      (said) => {
        const language = speak(said);
        expect(tongues).toContain(language.tongue);
        expect(language.say('{count, number} min', { count: 5 })).toMatch(/5/);
        expect(language.daysAway(1)).not.toBe('');
      },
    ),
  );
});

test('[L11] several people are spoken to in the language that all of them read', () => {
  const all = [
    ['de-AT', 'de-at'],
    ['de-AT', 'de-DE'],
    ['de-AT', 'fr'],
    ['de-AT', undefined],
    ['ar-SA', 'ar-EG'],
    ['pt', 'en-GB'],
    [],
  ];
  expect(all.map((said) => commonReader(said))).toEqual([
    { tongue: 'de', locale: 'de-AT' },
    { tongue: 'de', locale: 'de' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'ar', locale: 'ar-u-nu-latn' },
    { tongue: 'en', locale: 'en' },
    { tongue: 'en', locale: 'en' },
  ]);
});

test('[L11] in whichever order they come, and nobody is spoken to in what they do not read', () => {
  const said = fc.option(fc.constantFrom('de', 'de-CH', 'fr', 'ja', 'ar-EG', 'en-US', 'pt'));
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 3 }), (people) => {
      const known = people.map((each) => each ?? undefined);
      const { tongue } = commonReader(known);
      expect(commonReader(known.toReversed())).toEqual(commonReader(known));
      const theirs = new Set(known.map((each) => readerOf(each).tongue));
      expect(theirs.size === 1 ? [...theirs] : ['en']).toEqual([tongue]);
    }),
  );
});

test('[L1] a message is said with its values, in the order and the forms of the language', () => {
  const message = '{count, plural, one {# day} other {# days}} of {name}';
  const of = (count: number) => ({ count, name: 'Ana' });
  expect([1, 2, 12_345].map((count) => inGerman.say(message, of(count)))).toEqual([
    'Ana: 1 Tag',
    'Ana: 2 Tage',
    'Ana: 12.345 Tage',
  ]);
  expect([1, 12_345].map((count) => english.say(message, of(count)))).toEqual([
    '1 day of Ana',
    '12,345 days of Ana',
  ]);
});

test('[L1] what a language lacks is said in English, with English forms', () => {
  const japanese = languageOf({ tongue: 'ja', locale: 'ja' }, {});
  const say = (count: number) =>
    japanese.say('{count, plural, one {# topic} other {# topics}}', { count });
  expect([say(1), say(2)]).toEqual(['1 topic', '2 topics']);
});

test('[L1] a message that is said without one of its values is a fault', () => {
  expect(() => english.say('{count} of {limit}', { count: 1 })).toThrow('limit');
});

test('[L1] what people wrote is said as they wrote it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const said = english.say('Added: {title}', { title });
      expect(said.replaceAll(/[\u2068\u2069]/g, '')).toBe(
        `Added: ${title.replaceAll(/[\u2068\u2069]/g, '')}`,
      );
    }),
  );
});

test('[L4] what people wrote keeps its direction inside a sentence of the other', () => {
  const arabic = speak('ar');
  expect(arabic.direction).toBe('rtl');
  expect(arabic.say('Added: {title}', { title: 'Plan B' })).toBe('أُضيف: \u2068Plan B\u2069');
  expect(english.say('Added: {title}', { title: 'خطة' })).toBe('Added: \u2068خطة\u2069');
  expect(english.say('Added: {title}', { title: 'Plan B' })).toBe('Added: Plan B');
});

test('[L1] days and lists are said as the locale has them', () => {
  const [british, german, japanese] = ['en-gb', 'de', 'ja'].map((locale) => speak(locale));
  expect([british, german, japanese].map((each) => each!.list(['Ana', 'Ben']))).toEqual([
    'Ana and Ben',
    'Ana und Ben',
    'Ana、Ben',
  ]);
  expect([british, german, japanese].map((each) => each!.daysAway(1))).toEqual([
    'tomorrow',
    'morgen',
    '明日',
  ]);
  expect([british, german].map((each) => each!.day('2026-03-02'))).toEqual([
    'Mon 2 Mar',
    'Mo., 2. März',
  ]);
});

test('[L1] panel and bot say the same', async () => {
  for (const said of ['de', 'fr-CA', 'es', 'ja', 'ar', 'en', 'pt']) {
    const [panel, bot] = [await loadLanguage(said), speak(said)];
    expect([panel.locale, panel.say('Add a topic')]).toEqual([bot.locale, bot.say('Add a topic')]);
  }
});
