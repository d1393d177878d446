import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fillManifest, places, WrongPackage } from '../../appPackage/fill-manifest.ts';
import { pack } from '../../appPackage/pack.ts';
import { readEnvironment } from '../../appPackage/read-environment.ts';
import { teamsTabs } from '../../shared/series/teams-tabs.ts';

const root = join(import.meta.dirname, '../..');
const template = readFileSync(`${root}/appPackage/manifest.json`, 'utf8');

const guid = (last: number) => `11111111-1111-4111-8111-11111111111${last}`;
const settings = {
  TEAMS_APP_ID: guid(1),
  BOT_ID: guid(2),
  AAD_APP_CLIENT_ID: guid(3),
  PUBLIC_HOST: '1on1.example.com',
  APP_NAME_SUFFIX: ' (test)',
  DEVELOPER_NAME: 'Example',
  DEVELOPER_WEBSITE_URL: 'https://example.com',
  DEVELOPER_PRIVACY_URL: 'https://example.com/privacy',
  DEVELOPER_TERMS_URL: 'https://example.com/terms',
};
const environment = (changes: Readonly<Record<string, string | undefined>> = {}) => ({
  settings: { ...settings, ...changes },
  source: 'the test',
});

const Manifest = z.looseObject({
  id: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  staticTabs: z.array(
    z.looseObject({
      entityId: z.string(),
      contentUrl: z.string(),
      scopes: z.array(z.string()),
      context: z.array(z.string()),
    }),
  ),
  bots: z.array(z.looseObject({ botId: z.string() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }),
  }),
});

const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof WrongPackage ? error.message : Promise.reject(error)),
  );

test('[I1] the package holds the filled manifest, its words and both icons, and fits schema 1.30', async () => {
  const files = unzipSync(await pack(environment()));
  expect(Object.keys(files)).toEqual([
    'manifest.json',
    'de.json',
    'fr.json',
    'es.json',
    'ja.json',
    'ar.json',
    'color.png',
    'outline.png',
  ]);
  const text = new TextDecoder().decode(files['manifest.json']);
  expect(text).not.toContain('${{');
  const manifest = Manifest.parse(JSON.parse(text));
  expect({
    id: manifest.id,
    name: manifest.name.short,
    tabs: manifest.staticTabs.map(({ entityId, contentUrl, scopes, context }) => ({
      entityId,
      contentUrl,
      scopes,
      context,
    })),
    bots: manifest.bots.map(({ botId }) => botId),
    domains: manifest.validDomains,
    signIn: manifest.webApplicationInfo,
  }).toEqual({
    id: guid(1),
    name: 'Evenhand (test)',
    tabs: [
      {
        entityId: teamsTabs.oneOnOne,
        contentUrl: 'https://1on1.example.com/tab/',
        scopes: ['groupChat'],
        context: ['meetingSidePanel', 'meetingChatTab', 'meetingDetailsTab'],
      },
      {
        entityId: teamsTabs.mySeries,
        contentUrl: 'https://1on1.example.com/tab/',
        scopes: ['personal'],
        context: ['personalTab'],
      },
    ],
    bots: [guid(2)],
    domains: ['1on1.example.com'],
    signIn: { id: guid(3), resource: `api://1on1.example.com/${guid(3)}` },
  });
});

test('[I1] the same settings make the same bytes', async () => {
  expect(await pack(environment())).toEqual(await pack(environment()));
});

test.each([
  ['TEAMS_APP_ID', undefined, 'TEAMS_APP_ID is missing: set it to a GUID'],
  ['BOT_ID', 'evenhand', 'BOT_ID is wrong: set it to a GUID'],
  ['PUBLIC_HOST', 'https://1on1.example.com', 'PUBLIC_HOST is wrong: set it to a host name'],
  ['APP_NAME_SUFFIX', ' that is longer than a name may be', 'APP_NAME_SUFFIX is wrong'],
  ['DEVELOPER_PRIVACY_URL', 'http://example.com', 'DEVELOPER_PRIVACY_URL is wrong'],
  ['DEVELOPER_NAME', '', 'DEVELOPER_NAME is missing: set it to at most 32 characters'],
])('[I2] %s set to %j stops it with a sentence', async (name, value, sentence) => {
  expect(await complaint(pack(environment({ [name]: value })))).toContain(sentence);
});

test('[I2] several wrong settings are named at once, each once', async () => {
  const wrong = await complaint(pack(environment({ BOT_ID: '', PUBLIC_HOST: '' })));
  expect(wrong.match(/\w+ is missing/g)).toEqual(['PUBLIC_HOST is missing', 'BOT_ID is missing']);
  expect(wrong).toContain('Settings are read from the test.');
});

test('[I2] every place of the manifest is known, and every known one is there', () => {
  const used = new Set([...template.matchAll(/\$\{\{([A-Z_]+)\}\}/g)].map((match) => match[1]!));
  expect([...used].toSorted()).toEqual(Object.keys(places).toSorted());
});

test('[I2] what stands in a setting cannot become structure of the manifest', () => {
  const name = 'A "B" \\ {c}';
  const filled = fillManifest('{"name":"${{DEVELOPER_NAME}}"}', { DEVELOPER_NAME: name }, 'here');
  expect(JSON.parse(filled)).toEqual({ name });
});

test('[I2] an environment is its file, then its secrets, then the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'environments-'));
  writeFileSync(join(folder, '.env.one'), 'A=file\nB=file\nC="the file"\n');
  writeFileSync(join(folder, '.env.one.user'), 'B=secret\n');
  const { settings } = readEnvironment(folder, 'one', { A: 'process', C: '' });
  expect(settings).toEqual({ A: 'process', B: 'secret', C: 'the file' });
  expect(() => readEnvironment(folder, 'two', {})).toThrow(/no environment "two".*: one\./);
});

test.each([
  ['color', 192],
  ['outline', 32],
])('[I1] the icon %s is a PNG of %i pixels square', (name, size) => {
  const png = readFileSync(`${root}/appPackage/${name}.png`);
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test('[I3] every permission of the manifest has its reason in the guide, and no other has', () => {
  const asked = Manifest.partial()
    .parse(JSON.parse(template))
    .authorization!.permissions.resourceSpecific.map(({ name }) => name);
  const guide = readFileSync(`${root}/infra/README.md`, 'utf8');
  const explained = [...guide.matchAll(/^\| `(\w+\.\w+(?:\.\w+)?\.Chat)` \|/gm)].map(
    (match) => match[1]!,
  );
  expect(explained.toSorted()).toEqual(asked.toSorted());
});
