import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { databases, type OpenDatabase } from '../record/databases.ts';
import { tableNames } from '../record/every-row.ts';

const root = new URL('../..', import.meta.url).pathname;

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await databases[0]!.open();
});
afterAll(() => opened.close());

/** The rows of the one table of a page, cell by cell, without its head. */
function tableOf(page: string): readonly (readonly string[])[] {
  return readFileSync(`${root}infra/${page}`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}
const quotedIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

test('[B8] the page says of every table and column what it is and how long it is kept', async () => {
  const { db } = opened.database;
  const stored: Record<string, readonly string[]> = {};
  for (const table of await tableNames(db)) {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table}`.execute(db);
    stored[table] = rows.map(({ name }) => name).toSorted();
  }
  const page = tableOf('STORED.md');
  const written = Object.fromEntries(
    page.map(([table, columns]) => [quotedIn(table)[0], quotedIn(columns).toSorted()]),
  );
  expect(written).toEqual(stored);
  expect(page.filter(([, , what, kept]) => !what || !kept)).toEqual([]);
});

test('[S14] every answer to a threat names its tests, and they are there', () => {
  const tests = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(`${root}test/${file}`, 'utf8'))
    .join('\n');
  const threats = tableOf('THREATS.md').map(([attack, answer, proof]) => ({
    attack,
    answer,
    proof: quotedIn(proof),
  }));
  expect(threats.length).toBeGreaterThan(15);
  expect(threats.filter(({ answer, proof }) => !answer || proof.length === 0)).toEqual([]);
  const isThere = (title: string) => tests.includes(`'${title}'`) || tests.includes(`"${title}"`);
  expect(threats.flatMap(({ proof }) => proof).filter((title) => !isThere(title))).toEqual([]);
});
