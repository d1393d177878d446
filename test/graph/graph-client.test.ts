import { expect, test } from 'vitest';
import { z } from 'zod';
import type { GraphAnswer } from '../../bot/graph/graph.ts';
import { graphAt } from '../../bot/graph/graph-client.ts';
import { passedOnKeys, type GraphKeys } from '../../bot/graph/graph-keys.ts';
import { fixture, recordedGraph, type Recorded } from './recorded-graph.ts';

const now = () => Date.UTC(2026, 10, 23, 10);
const Any = z.looseObject({ id: z.string() });
const ana = { kind: 'user', signIn: 'token of ana' } as const;
const app = { kind: 'app' } as const;

async function answerTo(recorded: Recorded): Promise<GraphAnswer<unknown>> {
  await using graph = await recordedGraph(() => recorded);
  return await graphAt({ url: graph.url, keys: passedOnKeys, now }).read(app, '/x', Any);
}

test('[K6] each answer of Graph becomes one kind, with its code and never its text', async () => {
  const no = (status: number, headers = {}) =>
    answerTo({ status, headers, body: fixture('forbidden.json').replace('Forbidden', 'Code') });
  const code = 'Code';
  expect(await answerTo({ body: '{"id":"1"}' })).toEqual({ kind: 'answered', value: { id: '1' } });
  expect(await no(401)).toEqual({ kind: 'sign-in', code });
  expect(await no(403)).toEqual({ kind: 'not-allowed', code });
  expect(await no(404)).toEqual({ kind: 'gone', code });
  expect(await no(410)).toEqual({ kind: 'gone', code });
  expect(await no(429)).toEqual({ kind: 'busy', code });
  expect(await no(429, { 'retry-after': '120' })).toEqual({
    kind: 'busy',
    code,
    retryAfterMs: 120_000,
  });
  expect(await no(503, { 'retry-after': 'Mon, 23 Nov 2026 10:05:00 GMT' })).toEqual({
    kind: 'unavailable',
    code,
    retryAfterMs: 300_000,
  });
  expect(await no(408)).toEqual({ kind: 'unavailable', code });
  expect(await no(400)).toEqual({ kind: 'refused', code });
  expect(await answerTo({ status: 502, body: '<html>Bad gateway</html>' })).toEqual({
    kind: 'unavailable',
    code: '502',
  });
});

test('[K6] what is not of the expected form is refused, not believed', async () => {
  const notUnderstood = { kind: 'refused', code: 'not-understood' };
  expect(await answerTo({ body: '{"id":7}' })).toEqual(notUnderstood);
  expect(await answerTo({ body: 'OK' })).toEqual(notUnderstood);
});

test('[K6] nobody there, and nobody answering, are told apart', async () => {
  let url = '';
  {
    await using silent = await recordedGraph(() => undefined);
    url = silent.url;
    const graph = graphAt({ url, keys: passedOnKeys, now, withinMs: 50 });
    expect(await graph.read(app, '/x', Any)).toEqual({ kind: 'unavailable', code: 'timed-out' });
  }
  const gone = graphAt({ url, keys: passedOnKeys, now });
  expect(await gone.read(app, '/x', Any)).toEqual({ kind: 'unavailable', code: 'not-reached' });
});

test('[K6] a list is read to its last page, and never follows a link to another place', async () => {
  await using elsewhere = await recordedGraph(() => ({ body: '{"value":[]}' }));
  await using recorded = await recordedGraph(({ what }) => ({
    body: JSON.stringify(
      what.endsWith('page=2')
        ? { value: [{ id: '2' }] }
        : {
            value: [{ id: '1' }],
            '@odata.nextLink': what.startsWith('GET /own')
              ? `${recorded.url}/own?page=2`
              : `${elsewhere.url}/own?page=2`,
          },
    ),
  }));
  const graph = graphAt({ url: `${recorded.url}/`, keys: passedOnKeys, now });
  expect(await graph.readAll(ana, '/own', Any)).toEqual({
    kind: 'answered',
    value: [{ id: '1' }, { id: '2' }],
  });
  expect(await graph.readAll(ana, '/foreign', Any)).toEqual({
    kind: 'refused',
    code: 'foreign-link',
  });
  expect(elsewhere.asked).toEqual([]);
  expect(recorded.asked.map(({ headers }) => headers.authorization)).toEqual(
    Array.from({ length: 3 }, () => 'Bearer token of ana'),
  );
});

test('[K6] without a key nothing is asked', async () => {
  await using recorded = await recordedGraph(() => ({}));
  const keys: GraphKeys = async () => ({ kind: 'no-consent', code: 'AADSTS65001' });
  const graph = graphAt({ url: recorded.url, keys, now });
  expect(await graph.readText(ana, '/x')).toEqual({ kind: 'no-consent', code: 'AADSTS65001' });
  expect(recorded.asked).toEqual([]);
});
