/** What the product does not let happen: texts that are too long, texts that act, people who do not belong. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt, importJWK, SignJWT } from 'jose';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Session } from '../../shared/room/contract.ts';
import { resultLimit } from '../../shared/outcomes/outcome.ts';
import { titleLimit } from '../../shared/agenda/topic.ts';
import { Deliveries } from '../simulator/contract.ts';
import { series } from '../simulator/people.ts';
import { story } from './story.ts';

const { window, product } = story();

const plain = 'A plain topic';
/** Each tries to run when it is taken for markup, of either kind. */
const markup = (of: string) =>
  `${of} <img src=x onerror="top.ran=1"><script>top.ran=1</script> **b** [l](javascript:top.ran=1)`;

interface PageRoot {
  readonly ownerDocument: { readonly defaultView: { readonly top: object } };
}

const hasRun = (html: Locator) =>
  html.evaluate((root: PageRoot) => 'ran' in root.ownerDocument.defaultView.top);

async function ask(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  token?: string,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const response = await fetch(`${product().origin}/api/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

const place = { chatId: series.chatId, meetingId: series.meetingId };

/** As Ben's, with other claims, by the key of the simulated tenant. */
async function signedLike(token: string, other: Readonly<Record<string, unknown>>) {
  const file = await readFile(join(product().dataFolder, 'simulator-key.json'), 'utf8');
  const key = z.looseObject({ kty: z.string(), kid: z.string() }).parse(JSON.parse(file));
  return new SignJWT({ ...decodeJwt(token), ...other })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid })
    .sign(await importJWK(key, 'RS256'));
}

test('[W4] a title that is too long is not taken, and its limit is said', async () => {
  const { ana, ben } = window();
  await expect.poll(ben.connection).toBe('Saved');
  const field = ana.frame.getByRole('textbox', { name: 'Add a topic' });
  const alert = ana.frame.getByRole('alert');
  await ana.addTopic('x'.repeat(titleLimit + 30));
  await expect
    .poll(() => alert.allInnerTexts())
    .toEqual([`A title holds ${titleLimit} characters: take out 30 to add it.`]);
  await field.fill('');
  await ana.addTopic(plain);
  await expect.poll(ben.titles).toEqual([plain]);

  const title = ana.topic(plain).getByRole('textbox', { name: 'Title' });
  await title.fill('y'.repeat(titleLimit + 1));
  await expect
    .poll(() => alert.allInnerTexts())
    .toEqual([`Title can hold ${titleLimit} characters. What did not fit was left out.`]);
  await expect.poll(ben.titles).toEqual(['y'.repeat(titleLimit)]);

  const form = ana.frame.getByRole('form', { name: 'New outcome' });
  await ana.agree({ result: 'z'.repeat(resultLimit + 2) });
  await expect
    .poll(() => form.getByRole('alert').allInnerTexts())
    .toEqual([`An outcome holds ${resultLimit} characters: take out 2 to add it.`]);
  expect(await ana.results()).toEqual([]);
});

test('[W5] a sign-in that is missing, forged, expired or meant for another app is refused', async () => {
  const ben = await product().signIn('ben');
  const past = Math.floor(Date.now() / 1000) - 3_600;
  const tokens = [
    undefined,
    'garbage',
    `${ben.slice(0, -8)}AAAAAAAA`,
    await signedLike(ben, { exp: past }),
    await signedLike(ben, { aud: 'another-app' }),
    await signedLike(ben, { iss: 'https://login.example/other' }),
  ];
  for (const token of tokens)
    expect(await ask('POST', 'session', place, token)).toEqual({
      status: 401,
      answer: {
        refused: 'sign-in',
        message: 'Your sign-in has expired or is not valid. Reload the panel.',
      },
    });
  expect((await ask('POST', 'session', place, ben)).status).toBe(200);
});

const refusal = (message: string) => ({
  status: 403,
  answer: { refused: 'not-a-member', message },
});

test('[W5] a third person is told whose 1:1 it is, in the meeting or out of it', async () => {
  const { tell, signIn } = product();
  await tell('start', {});
  const cleo = await signIn('cleo');
  const session = Session.parse((await ask('POST', 'session', place, await signIn('ben'))).answer);
  const ofTwo =
    'This 1:1 belongs to two other people. Only they can see its agenda and what they agreed.';
  expect(await ask('POST', 'session', place, cleo)).toEqual(
    refusal('You are not part of this meeting, so its 1:1 is not shown to you.'),
  );
  await tell('third-person', { present: true });
  const { id } = session.meeting;
  const held = { roomId: session.roomId, sequence: 1_000, state: session.record };
  expect(await ask('POST', 'session', place, cleo)).toEqual(refusal(ofTwo));
  expect(await ask('POST', `meetings/${id}/room-token`, { roomId: session.roomId }, cleo)).toEqual(
    refusal(ofTwo),
  );
  expect(await ask('PUT', `meetings/${id}/checkpoint`, held, cleo)).toEqual(refusal(ofTwo));
  expect(
    await ask('PUT', `series/${session.seriesId}/manager`, { manager: session.me }, cleo),
  ).toEqual(refusal(ofTwo));
  await tell('third-person', { present: false });
});

test('[W5] a room or a meeting of somebody else is refused, and so is its data', async () => {
  const ben = await product().signIn('ben');
  const session = Session.parse((await ask('POST', 'session', place, ben)).answer);
  const other = crypto.randomUUID();
  expect(
    await ask('POST', `meetings/${session.meeting.id}/room-token`, { roomId: other }, ben),
  ).toEqual({
    status: 409,
    answer: {
      refused: 'room-replaced',
      message: 'This room has been replaced. Ask for the session again.',
    },
  });
  expect((await ask('POST', `meetings/${other}/room-token`, { roomId: other }, ben)).status).toBe(
    403,
  );
  const own = z
    .object({ token: z.string() })
    .parse(
      (
        await ask(
          'POST',
          `meetings/${session.meeting.id}/room-token`,
          { roomId: session.roomId },
          ben,
        )
      ).answer,
    );
  const deltas = async (roomId: string) =>
    (
      await fetch(`${product().origin}/deltas/local/${roomId}`, {
        headers: { authorization: `Basic ${own.token}` },
      })
    ).status;
  expect(await deltas(session.roomId)).toBe(200);
  expect(await deltas(other)).toBe(403);
});

test('[W4] script and markup in every text stay text, in both panels and in the recap', async () => {
  const { ana, ben, cards, page } = window();
  const topic = ana.topics.first();
  await topic.getByRole('textbox', { name: 'Title' }).fill(markup('title'));
  await (await ana.notes(topic)).fill(markup('notes'));
  await ana.agree({ result: markup('result') });
  const outcome = ana.outcomes.first();
  await outcome.getByRole('button', { name: 'Show details' }).click();
  for (const question of ['What does success look like?', 'What support is needed?'])
    await outcome.getByRole('textbox', { name: question }).fill(markup(question));
  await page.getByRole('textbox', { name: 'Message' }).fill(markup('message'));
  await page.getByRole('textbox', { name: 'Message' }).press('Enter');

  await expect.poll(ben.titles).toEqual([markup('title')]);
  await expect.poll(ben.results).toEqual([markup('result')]);
  const theirs = await ben.notes(ben.topics.first());
  await expect.poll(() => theirs.inputValue()).toBe(markup('notes'));
  await expect.poll(ana.connection).toBe('Saved');

  // Teams may tell of the end again while the first telling is still being answered.
  const [, deliveries] = await Promise.all([
    product().tell('end', {}),
    product().tell('redeliver', { name: 'meetingEnd', times: 5, atOnce: true }),
  ]);
  expect(Deliveries.parse(deliveries).statuses.every((status) => status === 200)).toBe(true);
  await cards.first().waitFor();
  const card = await cards.first().innerText();
  for (const text of ['title', 'notes', 'result']) expect(card).toContain(markup(text));
  expect(await cards.locator('img, script, strong, a').count()).toBe(0);
  await expect.poll(() => ben.frame.getByText('This 1:1 has ended.').count()).toBe(1);
  for (const panel of [ana, ben]) {
    expect(await panel.frame.locator('img, script:not([src])').count()).toBe(0);
    expect(await panel.titles()).toEqual([markup('title')]);
  }
  expect(await hasRun(page.locator('html'))).toBe(false);
  expect(await cards.count()).toBe(1);
});
