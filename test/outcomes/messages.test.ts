import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readMessage } from '../../bot/messages/read-message.ts';
import { messageReceived } from '../../bot/messages/message-received.ts';
import { cardAction } from '../../bot/recap/card-action.ts';
import { postRecap } from '../../bot/recap/post-recap.ts';
import type { Card } from '../../bot/series/chat.ts';
import { usualTalkSettings } from '../../shared/talk/talk-history.ts';
import { outcome, pair, topic } from '../agenda/agenda-builders.ts';
import { talkOf } from '../series/held-series.ts';
import { seriesIn, smallWorld, type HeldSeries, type SmallWorld } from './small-world.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
}, 120_000);
afterAll(() => world.close());

interface Chatting extends HeldSeries {
  readonly meetingId: string;
  write(text: string, over?: object): Promise<readonly Card[]>;
  /** Result, status and day of each outcome that was ever agreed. */
  outcomes(): Promise<(string | null)[][]>;
}

let messages = 0;

async function chatting(): Promise<Chatting> {
  const held = await seriesIn(world);
  const meetingId = await held.hold({
    topics: [topic('t', { title: 'Plan **all**' }), topic('d', { state: 'done' })],
    outcomes: [
      outcome('a', { result: '<b>Pilot</b>' }),
      outcome('b', { result: 'Hiring', owner: 'both' }),
      outcome('c', { result: 'Third' }),
    ],
  });
  await postRecap(world, held.tenantId, meetingId);
  return {
    ...held,
    meetingId,
    write: (text, over) =>
      messageReceived(world)(
        {
          kind: 'message',
          chat: { tenantId: held.tenantId, conversationId: 'c' },
          id: `message-${(messages += 1)}`,
          text,
          userId: 'ben',
          isPersonal: false,
          timeZone: 'Europe/Vienna',
          locale: 'en-GB',
          ...over,
        },
        { chat: 'personal' },
      ),
    async outcomes() {
      const all = ['a', 'b', 'c'].map((id) => ({ id }));
      const known = await world.record(held.tenantId).outcomes(held.series.id, all);
      return [...known.values()]
        .map(({ outcome }) => [outcome.id, outcome.status, outcome.by])
        .toSorted();
    },
  };
}

/** The words of cards, in their order. */
function wordsOf(cards: readonly Card[]): string[] {
  const words: string[] = [];
  JSON.stringify(
    cards.map(({ content }) => content['body']),
    (key, value: unknown) => {
      if (key === 'text') words.push(String(value));
      return value;
    },
  );
  return words;
}

test('[M5] agenda and outcomes are listed with numbers, as they were written', async () => {
  const { write } = await chatting();
  expect(wordsOf(await write('agenda'))).toEqual([
    'Ana & Ben: the agenda',
    '1. Plan **all** · Progress & priorities',
    'Write "add" and a topic to put one on it.',
  ]);
  expect(wordsOf(await write('outcomes'))).toEqual([
    'Open outcomes',
    '1. <b>Pilot</b> · Ben · no date',
    '2. Hiring · Ana and Ben · no date',
    '3. Third · Ben · no date',
    'Write "done 1", "drop 1" or "move 1 to Friday".',
  ]);
  const recap = JSON.stringify(await write('recap'));
  expect(recap).toContain('<b>Pilot</b>');
  expect(recap).not.toContain('Action.Execute');
});

test('[M3] done, drop and move reach the outcome of that number, once for each message', async () => {
  const { write, outcomes } = await chatting();
  expect(wordsOf(await write('done 1', { id: 'same' }))[0]).toBe('Reached: <b>Pilot</b>');
  await write('done 1', { id: 'same' });
  await write('drop 2');
  await write('move 1 to next monday');
  expect(await outcomes()).toEqual([
    ['a', 'reached', null],
    ['b', 'open', '2026-11-30'],
    ['c', 'dropped', null],
  ]);
  expect(wordsOf(await write('done 7'))[0]).toBe('There is no open outcome number 7.');
});

test('[M3] undo takes back one’s own last change, and not the other’s', async () => {
  const { write, outcomes } = await chatting();
  await write('done 1');
  world.clock += 1;
  await write('move 2 to 2027-01-01', { userId: 'ana' });
  world.clock += 1;
  await write('undo', { id: 'undo' });
  await write('undo', { id: 'undo' });
  expect(await outcomes()).toEqual([
    ['a', 'open', null],
    ['b', 'open', null],
    ['c', 'open', '2027-01-01'],
  ]);
});

test('[O11] [O14] a day that is moved by message says so, and one undo takes back both', async () => {
  const { write, outcomes } = await chatting();
  await write('move 1 to 2027-01-01');
  expect((await outcomes())?.[0]).toEqual(['a', 'open', '2027-01-01']);
  world.clock += 1;
  await write('move 1 to 2027-02-01');
  expect((await outcomes())?.[0]).toEqual(['a', 'changed', '2027-02-01']);
  expect(wordsOf(await write('outcomes'))[1]).toBe(
    '1. <b>Pilot</b> · Ben · by Mon, 1 Feb 2027 · changed',
  );
  world.clock += 1;
  await write('undo');
  expect((await outcomes())?.[0]).toEqual(['a', 'open', '2027-01-01']);
});

test('[O12] a note by message is kept once, with who and when, and undo takes it back', async () => {
  const { write, tenantId, series } = await chatting();
  const progress = async () =>
    (await world.record(tenantId).outcomes(series.id)).get('b')?.outcome.progress;
  expect(wordsOf(await write('note 2: the team has *started*', { id: 'noted' }))[0]).toBe(
    'Noted: Hiring',
  );
  await write('note 2: the team has *started*', { id: 'noted' });
  expect(await progress()).toEqual([
    { id: expect.any(String), by: 'ben', at: world.clock, text: 'the team has *started*' },
  ]);
  expect(wordsOf(await write(`note 2 ${'x'.repeat(301)}`))[0]).toBe(
    'A note has at most 300 letters.',
  );
  world.clock += 1;
  await write('undo');
  expect(await progress()).toBeUndefined();
});

const Manifest = z.object({
  bots: z.array(
    z.object({
      commandLists: z.array(
        z.object({ commands: z.array(z.object({ title: z.string() })).max(10) }),
      ),
    }),
  ),
});

test('[M11] every command in the app’s list is understood, and help names each', async () => {
  const { write } = await chatting();
  const help = wordsOf(await write('help')).join('\n');
  const manifest = JSON.parse(
    readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8'),
  );
  const lists = Manifest.parse(manifest).bots.flatMap(({ commandLists }) => commandLists);
  const commands = new Set(lists.flatMap((list) => list.commands.map(({ title }) => title)));
  expect([...commands].toSorted()).toEqual(
    'add agenda balance delete done drop export help move note outcomes privacy recap settings'.split(
      ' ',
    ),
  );
  const where = { now: world.clock, timeZone: 'UTC', locale: 'en-GB' };
  for (const command of commands) {
    expect(readMessage(`${command} 1 to Friday`, where).kind).toBe(command);
    if (command !== 'help') expect(help).toMatch(new RegExp(`\\b${command}\\b`));
  }
});

test('[M12] the balance is told by themselves to each, and in the chat where the pair wants it', async () => {
  const { write, tenantId, meetingId, series } = await chatting();
  const record = world.record(tenantId);
  const personal = { isPersonal: true, chat: { tenantId, conversationId: 'a:1' } };
  expect(wordsOf(await write('balance', personal))[0]).toBe('Ana & Ben: no talk balance yet');

  const parts = { topics: [], elements: [] };
  await record.keepTalk(meetingId, { totals: talkOf(pair, 0.58), parts }, world.clock);
  const line =
    'Mon, 23 Nov 2026: Ana 42 %, Ben 58 %, measured 30 of 30 min, from what each panel heard of the other';
  const told = ['Ana & Ben: the talk balance', line, expect.stringContaining('in the review')];
  expect(wordsOf(await write('balance', personal))).toEqual(told);
  expect(wordsOf(await write('balance', { ...personal, userId: 'ana' }))).toEqual(told);

  const [inChat] = wordsOf(await write('balance'));
  expect(inChat).toBe('The talk balance is for the two of you, not for this chat.');
  await record.keepTalkSettings(series.id, { ...usualTalkSettings, inRecap: true });
  expect(wordsOf(await write('balance'))).toEqual(told);
});

test('[M2] a stranger in the chat, a guest, and another tenant are told nothing', async () => {
  const { write } = await chatting();
  for (const over of [{ userId: 'cleo' }, { userId: undefined }]) {
    for (const text of ['agenda', 'outcomes', 'recap', 'balance', 'export', 'done 1', 'delete']) {
      const words = wordsOf(await write(text, over));
      expect(words).toHaveLength(1);
      expect(words[0]).toMatch(/the two of/);
    }
  }
  const chat = { tenantId: 'another', conversationId: 'c' };
  expect(wordsOf(await write('outcomes', { chat }))[0]).toMatch(/only to the two/);
});

test('[M2] in the personal chat it answers about all of one’s own, and where to reach one', async () => {
  const { write, tenantId } = await chatting();
  const personal = { isPersonal: true, chat: { tenantId, conversationId: 'a:1' } };
  expect(wordsOf(await write('outcomes', personal))[1]).toBe('1. <b>Pilot</b> · Ben · no date');
  expect(wordsOf(await write('outcomes', { ...personal, userId: 'cleo' }))).toEqual([
    'You have no 1:1 with Evenhand yet. Add it to a meeting of two.',
  ]);
  expect(await world.record(tenantId).person('ben')).toEqual({
    digest: true,
    reminders: true,
    toDo: false,
    timeZone: 'Europe/Vienna',
    locale: 'en-GB',
    personalChat: { chat: 'personal' },
  });
});

test('what one wants to be sent is switched for oneself alone', async () => {
  const { write, tenantId } = await chatting();
  await write('digest off');
  await write('reminders off');
  await write('reminders on');
  const { digest, reminders } = await world.record(tenantId).person('ben');
  expect([digest, reminders]).toEqual([false, true]);
  expect((await world.record(tenantId).person('ana')).digest).toBe(true);
});

test('export gives every meeting as Markdown that nothing typed can break', async () => {
  const { write, hold } = await chatting();
  await hold({});
  const words = wordsOf(await write('export'));
  expect(words.filter((line) => line.startsWith('# '))).toEqual([
    '# Ana \\& Ben, meeting 2',
    '# Ana \\& Ben, meeting 1',
    '# Every change of your outcomes',
  ]);
  expect(words).toContain('- [ ] \\<b\\>Pilot\\</b\\>');
});

test('an export of any size comes in messages that Teams takes', async () => {
  const { write, hold } = await chatting();
  await hold({
    topics: Array.from({ length: 30 }, (_, n) => topic(`${n}`, { notes: 'ñ\n'.repeat(4000) })),
  });
  const cards = await write('export');
  expect(cards.length).toBe(5);
  for (const { content } of cards) {
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(27_000);
  }
});

test('[M4] everything is deleted when both ask for it on the card', async () => {
  const { write, tenantId, series, meetingId } = await chatting();
  const record = world.record(tenantId);
  expect(wordsOf(await write('delete'))).toContain('Ana has not agreed');
  const agree = (userId: string) =>
    cardAction(world)({
      kind: 'card-action',
      chat: { tenantId, conversationId: 'c' },
      id: 'x',
      verb: 'series/delete',
      data: { seriesId: series.id },
      locale: undefined,
      userId,
      messageId: undefined,
    });
  expect(await agree('cleo')).toMatchObject({ kind: 'refused', status: 403 });
  await agree('ben');
  await agree('ben');
  expect(await record.meeting(meetingId)).toBeDefined();
  await agree('ana');
  expect(await record.meeting(meetingId)).toBeUndefined();
  expect(await record.historyOf(series.id, 'a')).toEqual([]);
  expect(JSON.stringify(world.posted.at(-1)!.card)).not.toContain('Pilot');
  const anew = (await record.seriesOfChat('c'))!;
  expect(anew.id).not.toBe(series.id);
  expect(anew.pair).toEqual(series.pair);
});

test('a topic by message waits for the room rather than be lost without a word', async () => {
  const { write } = await chatting();
  expect(wordsOf(await write('add Plan the workshop'))[0]).toMatch(/did not work just now/);
});
