import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runProduct, type RunningProduct } from '../running-product.ts';
import { runPlayground, type Asked, type Playground } from './running-playground.ts';

let product: RunningProduct;
let playground: Playground;
beforeAll(async () => {
  product = await runProduct();
  playground = await runPlayground(`${product.origin}/api/messages`);
}, 240_000);
afterAll(async () => {
  await playground[Symbol.asyncDispose]();
  await product[Symbol.asyncDispose]();
});

/** A machine that is busy with other tests takes its time. */
const slowly = { timeout: 30_000 };
const Sent = z.object({
  attachments: z.array(z.object({ contentType: z.string(), content: z.looseObject({}) })),
});
const Posted = z.object({ id: z.string() });

const posts = () =>
  playground.asked.filter(({ method, path }) => method === 'POST' && /\/activities/.test(path));
const cardOf = ({ body }: Asked) => JSON.stringify(Sent.parse(body).attachments[0]!.content);
const newestCard = () => posts().slice(-1).map(cardOf).join('');

const write = (text: string) =>
  playground.tell(`/_conversation/v1/conversations/${playground.chatId}/messages`, {
    from: { id: playground.setup.currentUser.id },
    // In a chat of several, a bot hears what it is named in.
    text: `<at>Evenhand</at> ${text}`,
    textFormat: 'plain',
    mentions: [{ mentioned: { id: playground.setup.bot.id }, text: '<at>Evenhand</at>' }],
  });

/** What Teams tells the bot of a meeting; the playground passes it on as it is. */
const meetingEvent = (name: string, value: object) => ({
  type: 'event',
  name: `application/vnd.microsoft.${name}`,
  id: `event-${name}`,
  channelId: 'msteams',
  serviceUrl: playground.serviceUrl,
  timestamp: new Date().toISOString(),
  from: { id: playground.setup.currentUser.id },
  recipient: { id: playground.setup.bot.id },
  conversation: {
    id: playground.chatId,
    conversationType: 'groupChat',
    isGroup: true,
    tenantId: playground.setup.tenantId,
  },
  channelData: {
    tenant: { id: playground.setup.tenantId },
    meeting: { id: 'a meeting that the connector does not know' },
  },
  value: { MeetingType: 'Scheduled', Title: 'Our 1:1', Id: 'x', JoinUrl: 'x', ...value },
});

test('[M10] installed by another client, the bot finds the two, page by page', async () => {
  await playground.tell(`/_debug/conversation/${playground.chatId}/installation`, {});
  const listed = () => playground.asked.filter(({ path }) => path.endsWith('/pagedmembers'));
  // Each list has a page for each of the two.
  await expect.poll(() => listed().length, slowly).toBeGreaterThanOrEqual(2);
  expect(new Set(listed().map(({ status }) => status))).toEqual(new Set([200]));
});

test('[M10] it answers there what it is asked', async () => {
  await write('help');
  await expect.poll(newestCard, slowly).toContain('What I understand');
  await write('add Plan the workshop');
  await expect.poll(newestCard, slowly).toContain('On the agenda of');
  await write('agneda');
  await expect.poll(newestCard, slowly).toContain('1. Plan the workshop');
  await write('what about lunch?');
  await expect.poll(newestCard, slowly).toContain('I did not understand that.');
});

test('[M10] a meeting starts and ends, of which the connector knows nothing: one recap, which both can confirm', async () => {
  const before = posts().length;
  const startedAt = Date.now() - 60_000;
  const start = meetingEvent('meetingStart', { StartTime: new Date(startedAt).toISOString() });
  await playground.tell('/_internal/v1/customActivities', start);
  const meetingsAsked = () => playground.asked.filter(({ path }) => path.includes('/v1/meetings/'));
  await expect.poll(() => meetingsAsked().length, slowly).toBeGreaterThan(0);
  expect(new Set(meetingsAsked().map(({ status }) => status))).toEqual(new Set([404]));
  const end = meetingEvent('meetingEnd', { EndTime: new Date().toISOString() });
  await playground.tell('/_internal/v1/customActivities', end);
  await playground.tell('/_internal/v1/customActivities', end);
  await expect.poll(newestCard, slowly).toContain('"Recap"');
  expect(newestCard()).toContain('Plan the workshop');
  expect(posts().length).toBe(before + 1);

  const recap = Posted.parse(posts().at(-1)!.answer);
  const meetingId = /"verb":"recap\/confirm","data":\{"meetingId":"([^"]+)"/.exec(newestCard())![1];
  const answer = await playground.tell('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    value: {
      action: { type: 'Action.Execute', verb: 'recap/confirm', data: { meetingId } },
      trigger: 'manual',
    },
    from: { id: playground.setup.currentUser.id },
    conversation: { id: playground.chatId },
    replyToId: recap.id,
  });
  const said = `✓ ${playground.setup.currentUser.name} says it looks right`;
  expect(answer).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
  expect(JSON.stringify(answer)).toContain(said);
  const updates = playground.asked.filter(({ method }) => method === 'PUT');
  expect(updates.map(({ path, status }) => [path.endsWith(`/${recap.id}`), status])).toEqual([
    [true, 200],
  ]);
  expect(cardOf(updates[0]!)).toContain(said);
});

test('[M10] nothing of that made the server complain', () => {
  expect(product.output()).not.toMatch(/"level":(?:50|60)|unhandled|uncaught/i);
});
