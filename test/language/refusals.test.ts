/** What the server answers to panels in different languages. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingStarted } from '../../bot/meeting-started.ts';
import { ExportAnswer } from '../../shared/series/own-data.ts';
import { RefusalAnswer, Session } from '../../shared/room/contract.ts';
import { apiDatabase } from '../api/api-database.ts';
import type { ApiServer } from '../api/api-server.ts';

const database = apiDatabase();
let server: ApiServer;

beforeEach(async () => {
  server = await database.serve();
  const chat = { tenantId: server.tenantId, conversationId: 'chat' };
  const startedAt = Date.UTC(2026, 10, 23, 10);
  const start = { kind: 'meeting-started', chat, teamsMeetingId: 'teams', startedAt } as const;
  await meetingStarted(server.world)({ ...start, title: 'Ana & Ben' }, { chatId: 'chat' });
});
afterEach(() => server[Symbol.asyncDispose]());

const body = { chatId: 'chat', meetingId: 'teams' };
const enter = (who: string, locale: string) => server.ask(who, { path: '/session', body, locale });
const refusal = async (asking: ReturnType<ApiServer['ask']>) =>
  RefusalAnswer.parse((await asking).body);

test('[L12] a refusal is told in the language of the panel that asked', async () => {
  expect(await refusal(enter('cleo', 'de-AT,de;q=0.9,en;q=0.8'))).toEqual({
    refused: 'not-a-member',
    message: 'Du nimmst an diesem Meeting nicht teil, darum wird dir sein 1:1 nicht gezeigt.',
  });
  expect(await refusal(server.ask('ana', { path: '/nothing', locale: 'ja' }))).toEqual({
    refused: 'not-found',
    message: 'ここには何もありません。パネルを読み込み直してください。',
  });
  expect(await refusal(server.ask('ana', { path: '/nothing', locale: '*' }))).toEqual({
    refused: 'not-found',
    message: 'There is nothing here. Reload the panel.',
  });
  const wrong = { path: '/session', body: {}, locale: 'fr-FR' };
  expect((await refusal(server.ask('ana', wrong))).message).toMatch(
    /^La demande n’a pas la forme attendue \(chatId: /,
  );
});

test('[L10] the panel tells the bot which language each of the two reads; [L13] of nobody else', async () => {
  const known = async (who: string) =>
    (await server.world.record(server.tenantId).person(who)).locale;
  await enter('ana', 'de-DE');
  await enter('ben', 'ar-SA-u-nu-latn');
  await enter('cleo', 'fr-FR');
  expect([await known('ana'), await known('ben'), await known('cleo')]).toEqual([
    'de-DE',
    'ar-SA',
    undefined,
  ]);
  await enter('ana', '');
  expect(await known('ana')).toBe('de-DE');
});

test('[L10] an export is in the language of who asked for it, and says which that is', async () => {
  const { seriesId } = Session.parse((await enter('ana', 'de-DE')).body);
  const path = `/series/${seriesId}/export`;
  const { status, body: answer } = await server.ask('ana', {
    method: 'GET',
    path,
    locale: 'de-DE',
  });
  expect(status).toBe(200);
  const { json } = ExportAnswer.parse(answer);
  expect(JSON.parse(json)).toMatchObject({ own: { locale: 'de-DE' } });
});
