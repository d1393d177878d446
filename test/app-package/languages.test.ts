/** Whether Teams can show the app in every language that it speaks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { pack } from '../../appPackage/pack.ts';
import { readMessage } from '../../bot/messages/read-message.ts';
import { speak } from '../../bot/language/speak.ts';
import { tongues } from '../../shared/language/tongue.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

const Words = z.record(z.string(), z.string());
const others = tongues.filter((tongue) => tongue !== 'en');
const wordsOf = (tongue: string) => Words.parse(read(`appPackage/languages/${tongue}.json`));

const manifest = read('appPackage/manifest.json');

/** Every text of the manifest by its place, such as `bots[0].commandLists[1].commands[2].title`. */
function textsOf(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (Array.isArray(value))
    return value.flatMap((each, index) => textsOf(each, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsOf(each, place === '' ? key : `${place}.${key}`),
  );
}

/** The places that Teams takes translations for, as its own schema has them. */
const schema = z
  .object({
    properties: z.record(z.string(), z.unknown()),
    patternProperties: z.record(z.string(), z.unknown()),
  })
  .parse(
    read(
      'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
    ),
  );
const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
const translated = new Map(
  textsOf(manifest, '').filter(
    ([place]) =>
      place !== '$schema' &&
      (place in schema.properties || patterns.some((pattern) => pattern.test(place))),
  ),
);

test('[L8] the manifest names a file for every language but its own', () => {
  const { localizationInfo } = z.object({ localizationInfo: z.unknown() }).parse(manifest);
  expect(localizationInfo).toEqual({
    defaultLanguageTag: 'en',
    additionalLanguages: others.map((tongue) => ({ languageTag: tongue, file: `${tongue}.json` })),
  });
});

test.for(others)(
  '[L8] %s has every text of the manifest that Teams translates, and no other',
  (tongue) => {
    const places = Object.keys(wordsOf(tongue)).filter((place) => place !== '$schema');
    expect(places.toSorted()).toEqual([...translated.keys()].toSorted());
    expect(places.length).toBeGreaterThan(40);
  },
);

test.for(others)('[L8] %s leaves only names and commands in English', (tongue) => {
  const left = Object.entries(wordsOf(tongue))
    .filter(([place, words]) => translated.get(place) === words)
    .map(([place]) => place.replaceAll(/\d+/g, 'N'));
  expect([...new Set(left)].filter((place) => place !== 'staticTabs[N].name')).toEqual([
    'name.short',
    'bots[N].commandLists[N].commands[N].title',
  ]);
  const tabs = ['staticTabs[0].name', 'staticTabs[1].name'].map((place) => wordsOf(tongue)[place]);
  expect(tabs[1]).toBe(speak(tongue).say('My 1:1s'));
  expect(tabs[0]).not.toBe(tabs[1]);
});

test('[L8] every command is a word that the bot reads', () => {
  const titles = [...translated].filter(([place]) => place.endsWith('.title'));
  expect(titles.length).toBeGreaterThan(10);
  const where = { now: Date.UTC(2027, 0, 1), timeZone: 'Europe/Berlin', locale: 'de' };
  expect(titles.filter(([, word]) => readMessage(word, where).kind === 'unknown')).toEqual([]);
});

test.for(others)('[L8] the day in an example of %s is one that the bot reads', (tongue) => {
  const where = { now: Date.UTC(2027, 0, 1), timeZone: 'Europe/Berlin', locale: tongue };
  const examples = Object.values(wordsOf(tongue)).flatMap((words) => /move .*$/.exec(words) ?? []);
  expect(examples.map((example) => readMessage(example, where))).toEqual(
    examples.map(() => ({ kind: 'move', number: 2, to: '2027-03-05' })),
  );
  expect(examples.length).toBe(2);
});

test('[L8] the name carries the environment in every language', async () => {
  const guid = '11111111-1111-4111-8111-111111111111';
  const files = unzipSync(
    await pack({
      settings: {
        TEAMS_APP_ID: guid,
        BOT_ID: guid,
        AAD_APP_CLIENT_ID: guid,
        PUBLIC_HOST: '1on1.example.com',
        APP_NAME_SUFFIX: ' (test)',
        DEVELOPER_NAME: 'Example',
        DEVELOPER_WEBSITE_URL: 'https://example.com',
        DEVELOPER_PRIVACY_URL: 'https://example.com/privacy',
        DEVELOPER_TERMS_URL: 'https://example.com/terms',
      },
      source: 'the test',
    }),
  );
  const names = others.map(
    (tongue) =>
      Words.parse(JSON.parse(new TextDecoder().decode(files[`${tongue}.json`])))['name.short'],
  );
  expect(names).toEqual(others.map(() => 'Evenhand (test)'));
});
