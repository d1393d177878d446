import { expect, test } from 'vitest';
import { Scene } from './contract.ts';
import type { CardActionRequest } from './contract.ts';
import { bot, people, series } from './people.ts';
import { runSimulator } from './running-simulator.ts';
import type { RunningSimulator } from './running-simulator.ts';

const write = (running: RunningSimulator, text: string) =>
  running.ask('api/messages', { as: 'ben', chatId: series.chatId, text });

test('a bot hears only what mentions it, and the mention is a real one', async () => {
  await using running = await runSimulator();
  for (const text of ['Good morning', '@evenhand help', '@Evenhandy is another'])
    await write(running, text);
  expect(running.heard).toMatchObject([
    {
      type: 'message',
      text: '<at>Evenhand</at> help',
      textFormat: 'plain',
      from: { id: people.ben.id, aadObjectId: people.ben.oid },
      entities: [
        { type: 'clientInfo' },
        { type: 'mention', mentioned: bot, text: '<at>Evenhand</at>' },
      ],
    },
  ]);
  expect((await messagesOf(running)).map(({ text }) => text)).toEqual([
    'Good morning',
    '<at>Evenhand</at> help',
    '@Evenhandy is another',
  ]);
});

test("nobody writes in the other's private chat", async () => {
  await using running = await runSimulator();
  const answer = await running.ask('api/messages', { as: 'ben', chatId: 'a:ana', text: 'Hi' });
  expect(answer).toBe(404);
});

test('a pressed button reaches the bot as an invoke', async () => {
  await using running = await withCard({ status: 200, body: message('Noted.') });
  expect(await press(running, execute)).toEqual({ kind: 'message', text: 'Noted.' });
  expect(running.heard.at(-1)).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: (await messagesOf(running))[0]!.id,
    from: { id: people.ana.id },
    value: {
      action: { type: 'Action.Execute', verb: 'confirm', data: { recap: 1 } },
      trigger: 'manual',
    },
  });
});

test("a card in answer is the presser's own view until the bot changes the message", async () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  await using running = await withCard({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
  });
  expect(await press(running, execute)).toEqual({ kind: 'card' });
  const [posted] = await messagesOf(running);
  expect(posted?.views).toEqual({ ana: card });
  await connector(running, 'PUT', `/${posted!.id}`);
  expect((await messagesOf(running))[0]).toMatchObject({ revision: 1, views: {} });
});

test.for([
  [
    { status: 200, body: { type: 'application/vnd.microsoft.error', value: { message: 'No.' } } },
    'No.',
  ],
  [{ status: 403, body: { value: { message: 'Not yours.' } } }, 'Not yours.'],
  [{ status: 500, body: 'oops' }, 'Something went wrong (500). Please try again.'],
  [{ status: 200, body: { type: 'unheard-of' } }, 'Something went wrong (200). Please try again.'],
] as const)('a refusal is shown in words: %j', async ([answer, text]) => {
  await using running = await withCard(answer);
  expect(await press(running, execute)).toEqual({ kind: 'problem', text });
});

test('a submitted card is a message without words that carries the data', async () => {
  await using running = await withCard({ status: 200, body: undefined });
  const action = { type: 'Action.Submit', data: { outcome: 'o1' } } as const;
  expect(await press(running, action)).toEqual({ kind: 'done' });
  expect(running.heard.at(-1)).toMatchObject({ type: 'message', value: { outcome: 'o1' } });
  expect(running.heard.at(-1)).not.toHaveProperty('text');
});

const execute = { type: 'Action.Execute', verb: 'confirm', data: { recap: 1 } } as const;

const message = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});

async function withCard(answer: { status: number; body: unknown }) {
  const running = await runSimulator({ answer: () => answer });
  await connector(running, 'POST', '');
  return running;
}

async function press(running: RunningSimulator, action: CardActionRequest['action']) {
  const [posted] = await messagesOf(running);
  return running.ask('api/card-actions', {
    as: 'ana',
    chatId: series.chatId,
    messageId: posted!.id,
    trigger: 'manual',
    action,
  });
}

const connector = (running: RunningSimulator, method: string, below: string) =>
  fetch(
    `${running.simulator.settings.serviceUrl}v3/conversations/${encodeURIComponent(series.chatId)}/activities${below}`,
    {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: { type: 'AdaptiveCard' },
          },
        ],
      }),
    },
  );

const messagesOf = async (running: RunningSimulator) =>
  Scene.parse(await running.ask('api/scene')).chats[0]!.messages;
