import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  /** Packages by name, own files by their path from the root. */
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ['shared', 'tabs', 'bot', 'test'].flatMap((tier) =>
  readdirSync(join(root, tier), { recursive: true, encoding: 'utf8' })
    .map((file) => `${tier}/${file}`)
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(dist|node_modules)\//.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    }),
);

function importsOf(path: string, text: string): string[] {
  const named = /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'/g;
  const bare = /(?:^|\n)\s*import\s*'([^']+)'/g;
  const late = /\b(?:import|require)\(\s*'([^']+)'\s*\)/g;
  return [named, bare, late]
    .flatMap((form) => [...text.matchAll(form)].map((match) => match[1]!))
    .map((from) => (from.startsWith('.') ? normalize(join(dirname(path), from)) : from));
}

const within = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** Each import that breaks the rule, as `file: import`. */
const breaking = (files: readonly Source[], isAllowed: (from: string, path: string) => boolean) =>
  files.flatMap(({ path, imports }) =>
    imports.filter((from) => !isAllowed(from, path)).map((from) => `${path}: ${from}`),
  );

const isSchema = (path: string) => path.endsWith('-schema.ts');
const isSdk = (from: string) => /^(botbuilder|botframework|@microsoft\/agents)/.test(from);
const isClient = (from: string) => from.startsWith('@microsoft/teams-js');
const isDriver = (from: string) => /^(pg|@electric-sql\/pglite)$/.test(from);
const isToSay = ({ path }: Source) => !/\.(test|config)\.tsx?$/.test(path);

test('imports are found in every form that stands in the sources', () => {
  const text = `import a from 'a';\nimport {\n  b,\n} from '../b.ts';\nexport { c } from './c.ts';\nimport './d.css';\nconst e = await import('e');\n`;
  expect(importsOf('tabs/room/x.ts', text)).toEqual([
    'a',
    'tabs/b.ts',
    'tabs/room/c.ts',
    'tabs/room/d.css',
    'e',
  ]);
});

test('shared/ stands on shared/ and zod, its messages on what reads them; the files that say what a room is, on Fluid too', () => {
  expect(
    breaking(
      within('shared'),
      (from, path) =>
        from.startsWith('shared/') ||
        from === 'zod' ||
        (path === 'shared/language/say.ts' && from.startsWith('icu-minify/')) ||
        (isSchema(path) && /^fluid-framework(\/|$)/.test(from)),
    ),
  ).toEqual([]);
});

test('tabs/ and bot/ know nothing of each other, and neither knows the tests', () => {
  expect(breaking(within('tabs'), (from) => !/^(bot|test)\//.test(from))).toEqual([]);
  expect(breaking(within('bot'), (from) => !/^(tabs|test)\//.test(from))).toEqual([]);
});

test('Microsoft’s bot SDK stays inside bot/teams/', () => {
  expect(
    breaking(within('bot'), (from, path) => !isSdk(from) || path.startsWith('bot/teams/')),
  ).toEqual([]);
});

test('Microsoft’s credentials for Teams apps stay inside bot/graph/', () => {
  const isCredentials = (from: string) => /^@microsoft\/(teamsfx|microsoft-graph)/.test(from);
  expect(
    breaking(
      ['shared', 'tabs', 'bot', 'test'].flatMap(within),
      (from, path) => !isCredentials(from) || path.startsWith('bot/graph/'),
    ),
  ).toEqual([]);
  const users = within('bot').filter(({ imports }) => imports.some(isCredentials));
  expect(users.map(({ path }) => path)).toEqual(['bot/graph/graph-keys.ts']);
});

test('the Teams client library stays inside tabs/teams/', () => {
  expect(
    breaking(within('tabs'), (from, path) => !isClient(from) || path.startsWith('tabs/teams/')),
  ).toEqual([]);
});

test('only the record speaks to the database, and the doctor, who asks how it is', () => {
  expect(
    breaking(
      within('bot'),
      (from, path) => !isDriver(from) || /^bot\/(record|doctor)\//.test(path),
    ),
  ).toEqual([]);
});

test('the environment is read where something is started, and nowhere else', () => {
  const readers = within('bot').filter(({ text }) => text.includes('process.env'));
  expect(readers.map(({ path }) => path).toSorted()).toEqual([
    'bot/doctor.ts',
    'bot/main.ts',
    'bot/move-record.ts',
    // The relay is given its port, folder and key by the server that starts it.
    'bot/room/embedded-relay.ts',
    'bot/room/relay-process.ts',
  ]);
});

test('every source file opens with a sentence that says what it is', () => {
  const silent = sources.filter(isToSay).filter(({ text }) => !/^\/\*\*\s+\S/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});
