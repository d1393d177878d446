/** Whether each language says all that the app says, and no more. */
import { parse } from '@messageformat/parser';
import { expect, test } from 'vitest';
import botAr from '../../bot/language/ar.json' with { type: 'json' };
import botDe from '../../bot/language/de.json' with { type: 'json' };
import botEs from '../../bot/language/es.json' with { type: 'json' };
import botFr from '../../bot/language/fr.json' with { type: 'json' };
import botJa from '../../bot/language/ja.json' with { type: 'json' };
import ar from '../../shared/language/ar.json' with { type: 'json' };
import de from '../../shared/language/de.json' with { type: 'json' };
import es from '../../shared/language/es.json' with { type: 'json' };
import fr from '../../shared/language/fr.json' with { type: 'json' };
import ja from '../../shared/language/ja.json' with { type: 'json' };
import type { Catalogue } from '../../shared/language/language.ts';
import { titleLimit } from '../../shared/agenda/topic.ts';
import { promptBank } from '../../shared/agenda/prompts-bank.ts';
import { templates } from '../../shared/agenda/templates-bank.ts';
import { Template, templateNameLimit } from '../../shared/agenda/templates.ts';
import { speak } from '../../bot/language/speak.ts';
import { saidIn, type Said } from '../../tabs/vite/said-messages.ts';
import { sources } from './sources.ts';

/** Of each language what panels load, and what the bot alone says. */
const halves: readonly (readonly [string, Catalogue, Catalogue])[] = [
  ['ar', ar, botAr],
  ['de', de, botDe],
  ['es', es, botEs],
  ['fr', fr, botFr],
  ['ja', ja, botJa],
];
const catalogues = halves.map(([tongue, ofPanel, ofBot]): readonly [string, Catalogue] => [
  tongue,
  { ...ofPanel, ...ofBot },
]);

const said = sources.flatMap((source) => saidIn(source));
const messages = new Set(said.flatMap(({ message }) => message ?? []));
const messagesOfPanel = new Set(
  said.flatMap(({ at, message }) => (at.startsWith('bot/') ? [] : (message ?? []))),
);

/** The same word in both languages, or one that both borrow. */
const alike: Readonly<Record<string, readonly string[]>> = {
  ar: ['Enter', 'JSON', 'Markdown'],
  de: [
    'Agenda',
    'Feedback',
    'JSON',
    'Markdown',
    'Offline',
    '1:1s',
    '{count, plural, one {# 1:1} other {# 1:1s}}',
  ],
  es: [
    'Agenda',
    'Feedback',
    'JSON',
    'Markdown',
    'No',
    'panel',
    '{count, number} min',
    '{seconds, number} s',
    '{minutes, number} min {seconds, number} s',
    '{series} · {day} · {minutes, number} min',
  ],
  fr: [
    'Feedback',
    'JSON',
    'Markdown',
    'Notes',
    'Silence',
    'Suggestions',
    'message',
    '{count, number} min',
    '{seconds, number} s',
    '{minutes, number} min {seconds, number} s',
    '{series} · {day} · {minutes, number} min',
  ],
  ja: ['Enter', 'JSON', 'Markdown'],
};

type Token = ReturnType<typeof parse>[number];

/** Every value of a message, and every choice it makes, however deep they stand. */
function partsOf(message: string): readonly Token[] {
  const inside = (tokens: readonly unknown[]): readonly Token[] =>
    tokens.flatMap((token) => {
      const known = isToken(token) ? [token] : [];
      const cases = known.flatMap((each) =>
        'cases' in each ? each.cases.flatMap(({ tokens }) => inside(tokens)) : [],
      );
      return [...known, ...cases];
    });
  return inside(parse(message));
}

function isToken(token: unknown): token is Token {
  return (
    typeof token === 'object' && token !== null && 'type' in token && token.type !== 'octothorpe'
  );
}

const valuesOf = (message: string) =>
  [...new Set(partsOf(message).flatMap((part) => ('arg' in part ? part.arg : [])))].toSorted();

const counts = [...Array(201).keys(), 1_000, 1_000_000];

/** Counts for which a plural form is missing, and forms that no count of the language has. */
function faultsOfPlurals(message: string, tongue: string): readonly string[] {
  const rules = new Intl.PluralRules(tongue);
  const categories: readonly string[] = rules.resolvedOptions().pluralCategories;
  return partsOf(message).flatMap((part) => {
    if (part.type !== 'plural') return [];
    const keys = part.cases.map(({ key }) => key);
    const missing = counts
      .filter((count) => !keys.includes(`=${count}`) && !keys.includes(rules.select(count)))
      .map((count) => `${count} has no form of its own: ${rules.select(count)}`);
    const strange = keys.filter((key) => !key.startsWith('=') && !categories.includes(key));
    return [...missing.slice(0, 1), ...strange.map((key) => `no count has the form ${key}`)];
  });
}

test('[L2] what is said is written out where it is said, with all its values', () => {
  const faults = said.flatMap(({ at, message, values }: Said) => {
    if (message === undefined) return [`${at}: the message is not written out`];
    if (values === undefined || String(values.toSorted()) === String(valuesOf(message))) return [];
    return [`${at}: ${message} is given ${String(values)}`];
  });
  expect(faults).toEqual([]);
  expect(messages.size).toBeGreaterThan(300);
});

test('[L2] English has a form for every count', () => {
  expect(
    [...messages].flatMap((message) =>
      faultsOfPlurals(message, 'en').map((fault) => `${message}: ${fault}`),
    ),
  ).toEqual([]);
});

test.for(halves)('[L2] %s has each message and no other', ([, ofPanel, ofBot]) => {
  const differing = (catalogue: Catalogue, wanted: readonly string[]) => ({
    needless: Object.keys(catalogue).filter((message) => !wanted.includes(message)),
    missing: wanted.filter((message) => catalogue[message] === undefined),
  });
  const none = { needless: [], missing: [] };
  const botsOwn = [...messages].filter((message) => !messagesOfPanel.has(message));
  expect(differing(ofPanel, [...messagesOfPanel])).toEqual(none);
  expect(differing(ofBot, botsOwn)).toEqual(none);
});

test.for(catalogues)(
  '[L2] %s keeps the values, and has a form for every count',
  ([tongue, catalogue]) => {
    const faults = Object.entries(catalogue).flatMap(([message, translation]) => [
      ...(String(valuesOf(translation)) === String(valuesOf(message))
        ? []
        : [`${translation} has other values than ${message}`]),
      ...faultsOfPlurals(translation, tongue).map((fault) => `${translation}: ${fault}`),
    ]);
    expect(faults).toEqual([]);
  },
);

test.for(catalogues)('[L2] %s leaves nothing in English', ([tongue, catalogue]) => {
  const hasWords = (message: string) =>
    /\p{L}/u.test(
      parse(message)
        .map((token) => (token.type === 'content' ? token.value : 'cases' in token ? 'words' : ''))
        .join(''),
    );
  expect(
    Object.entries(catalogue)
      .filter(([message, translation]) => message === translation && hasWords(message))
      .map(([message]) => message)
      .filter((message) => alike[tongue]?.includes(message) !== true),
  ).toEqual([]);
});

test('[L2] no word is excused that is translated by now', () => {
  expect(
    catalogues.flatMap(([tongue, catalogue]) =>
      (alike[tongue] ?? []).filter((message) => catalogue[message] !== message),
    ),
  ).toEqual([]);
});

test.for(catalogues)(
  '[L5] in %s, templates and questions fit where English ones do',
  ([tongue]) => {
    const { say } = speak(tongue);
    for (const template of templates(say)) {
      expect(Template.parse(template)).toEqual(template);
      expect(template.name.length).toBeLessThanOrEqual(templateNameLimit);
      expect(template.topics.filter(({ title }) => title.length > titleLimit)).toEqual([]);
    }
    const questions = Object.values(promptBank(say)).flatMap((prompts) =>
      prompts.map(({ ask }) => ask),
    );
    expect(questions.filter((ask, index) => questions.indexOf(ask) !== index)).toEqual([]);
    expect(questions.filter((ask) => ask.length > 130)).toEqual([]);
  },
);
