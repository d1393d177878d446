import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

const promised = () =>
  [...readFileSync(`${root}shared/RULES.md`, 'utf8').matchAll(/^- \*\*\[([A-Z]+\d+)\]\*\*/gm)].map(
    (match) => match[1]!,
  );

const cited = () =>
  new Set(
    readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.test\.tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(`${root}test/${file}`, 'utf8').matchAll(/\[([A-Z]+\d+)\]/g),
      ])
      .map((match) => match[1]!),
  );

test('every promise in RULES.md is cited by a test, and has its number to itself', () => {
  const numbers = promised();
  expect(numbers.filter((rule) => !cited().has(rule))).toEqual([]);
  expect(numbers.length).toBe(new Set(numbers).size);
});

test('no test cites a promise that RULES.md does not make', () => {
  const numbers = new Set(promised());
  expect([...cited()].filter((rule) => !numbers.has(rule))).toEqual([]);
});
