/** What the running product gives to nobody: foreign code a place, floods their way, the log a secret. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session } from '../../shared/room/contract.ts';
import { outcome, room, topic } from '../agenda/agenda-builders.ts';
import { runProduct, type RunningProduct } from '../running-product.ts';
import { people, series, tenantId } from '../simulator/people.ts';

const planted = (where: string) => `PLANTED in ${where}`;
const place = { chatId: series.chatId, meetingId: series.meetingId };

let product: RunningProduct;
beforeAll(async () => {
  product = await runProduct({ LOG_LEVEL: 'trace' });
});
afterAll(() => product[Symbol.asyncDispose]());

test('[S13] the built page has no script and no style of its own, and nothing from elsewhere', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => fetch(`${product.origin}/tab/`)));
  const page = await one!.text();
  const nonce = /'nonce-([^']+)'/.exec(one!.headers.get('content-security-policy') ?? '')?.[1];
  expect(page).toContain(`nonce="${nonce}"`);
  expect(page).not.toContain('NONCE_OF_THIS_PAGE');
  expect(two!.headers.get('content-security-policy')).not.toContain(nonce);
  const scripts = page.match(/<script\b[^>]*>[^<]*/g) ?? [];
  expect(scripts.length).toBe(1);
  expect(scripts[0]).toMatch(/ src="\.\/assets\/[^"]+"[^>]*>$/);
  expect(page).not.toMatch(/<style\b|\sstyle=|\son\w+=|javascript:/i);
  for (const [, address] of page.matchAll(/\b(?:src|href)="([^"]*)"/g))
    expect(address).toMatch(/^\.\/assets\//);
});

test('[S13] what is too large is refused before it is read', async () => {
  const large = JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) });
  for (const path of ['session', 'messages']) {
    const answer = await fetch(`${product.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: large,
    });
    expect([answer.status, await answer.json()]).toEqual([
      413,
      {
        refused: 'too-large',
        message: 'That is too large to be kept. Shorten the notes and try again.',
      },
    ]);
  }
});

test('[S12] secrets in every text, at the most talkative log, are in no line and in no refusal', async () => {
  const refusals: string[] = [];
  const tokens = { ana: await product.signIn('ana'), ben: await product.signIn('ben') };

  async function send(
    path: string,
    body: string,
    headers: Record<string, string>,
    method = 'POST',
  ) {
    const answer = await fetch(`${product.origin}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) refusals.push(text, ...answer.headers.values());
    return { status: answer.status, text };
  }
  const as = (who: 'ana' | 'ben', method: string, path: string, body?: unknown) =>
    send(
      path,
      body === undefined ? '' : JSON.stringify(body),
      { authorization: `Bearer ${tokens[who]}` },
      method,
    );
  const tell = (over: Readonly<Record<string, unknown>>) =>
    send(
      '/messages',
      JSON.stringify({
        type: 'message',
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: `${product.origin}/simulator/connector/`,
        from: { id: people.ben.id, aadObjectId: people.ben.oid, name: people.ben.name },
        recipient: { id: '28:bot', name: 'Evenhand' },
        conversation: { id: series.chatId, tenantId, conversationType: 'groupChat' },
        channelData: { tenant: { id: tenantId } },
        ...over,
      }),
      {},
    );
  const session = async () =>
    Session.parse(JSON.parse((await as('ben', 'POST', '/session', place)).text));

  await product.tell('start', {});
  const { seriesId, meeting, roomId } = await session();
  const state = room(meeting.number, {
    topics: [topic('t', { title: planted('a title'), notes: planted('notes') })],
    outcomes: [
      outcome('o', {
        result: planted('a result'),
        success: planted('success'),
        support: planted('support'),
      }),
    ],
  });

  // Where it belongs.
  const kept = [
    await as('ben', 'PUT', `/meetings/${meeting.id}/checkpoint`, { roomId, sequence: 999, state }),
    await as('ben', 'PUT', `/meetings/${meeting.id}/private-notes`, {
      about: { kind: 'meeting' },
      text: planted('a private note'),
    }),
    await as('ana', 'PUT', `/series/${seriesId}/templates/t`, {
      id: 't',
      name: planted('a name of a template'),
      topics: [{ title: planted('a template'), element: 'feedback', plannedMinutes: null }],
    }),
    await tell({ text: `add ${planted('a message')}` }),
    await tell({ text: `note 1: ${planted('a progress note')}` }),
    await tell({ text: `done 1 ${planted('a command')}` }),
    await as('ben', 'GET', `/series/${seriesId}/export`),
  ];
  expect(kept.map(({ status }) => status)).toEqual(kept.map(() => 200));
  expect(kept.at(-1)?.text).toContain(planted('a private note'));

  // Where it does not: wrong forms, wrong places, wrong people.
  await as('ben', 'PUT', `/meetings/${meeting.id}/checkpoint`, {
    roomId: planted('a room'),
    sequence: planted('a number'),
    state: { ...state, topics: [{ title: planted('a broken topic'), [planted('a field')]: 1 }] },
  });
  await as('ben', 'PUT', `/series/${seriesId}/templates/${planted('an address')}`, {
    name: planted('half a template'),
  });
  await as('ben', 'PUT', `/series/${seriesId}/manager`, { manager: planted('a manager') });
  await as('ben', 'POST', '/session', {
    chatId: planted('a chat'),
    meetingId: planted('a meeting'),
  });
  await as('ben', 'GET', `/${planted('a path')}`);
  await send('/session', `{"chatId": "${planted('broken JSON')}`, {
    authorization: `Bearer ${tokens.ben}`,
  });
  await send('/session', '{}', { authorization: `Bearer ${planted('a token')}` });
  await send('/session', '{}', { authorization: `Bearer ${tokens.ben}PLANTED` });
  await send('/messages', `{"text": "${planted('broken JSON')}`, {});
  await tell({ serviceUrl: `https://evil.example/${planted('an address')}` });
  await tell({
    type: 'event',
    name: 'application/vnd.microsoft.meetingStart',
    value: planted('value'),
  });
  await tell({ type: 'invoke', name: 'adaptiveCard/action', value: planted('a press') });
  await tell({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: planted('a verb'), data: planted('data') } },
  });
  // The answer cannot be posted: the turn fails, and the SDK would print why.
  await tell({
    text: planted('a message to nowhere'),
    conversation: { id: planted('no chat'), tenantId, conversationType: 'groupChat' },
  });
  expect(refusals.length).toBeGreaterThan(8);

  await product.tell('end', {});
  await session();
  await product.interrupt();
  const said = product.output();
  expect(said).toContain('"a turn failed"');
  const leaks = (text: string) =>
    text
      .split('\n')
      .filter((line) => /PLANTED|eyJ[\w-]{10}|Ferreira|Okafor/.test(line))
      .map((line) => line.slice(0, 400));
  expect(leaks(said)).toEqual([]);
  expect(leaks(refusals.join('\n'))).toEqual([]);
  for (const token of Object.values(tokens)) expect(said).not.toContain(token.slice(-40));
});
