/** The bot among people who read different languages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageReceived } from '../../bot/messages/message-received.ts';
import { readMessage } from '../../bot/messages/read-message.ts';
import { sendNotice } from '../../bot/notices/send-notice.ts';
import { cardAction } from '../../bot/recap/card-action.ts';
import { postRecap } from '../../bot/recap/post-recap.ts';
import type { Card } from '../../bot/series/chat.ts';
import { help, howTo } from '../../bot/messages/help.ts';
import { speak } from '../../bot/language/speak.ts';
import { outcome, topic } from '../agenda/agenda-builders.ts';
import { seriesIn, smallWorld, type HeldSeries, type SmallWorld } from '../outcomes/small-world.ts';
import ar from '../../bot/language/ar.json' with { type: 'json' };
import de from '../../bot/language/de.json' with { type: 'json' };
import es from '../../bot/language/es.json' with { type: 'json' };
import fr from '../../bot/language/fr.json' with { type: 'json' };
import ja from '../../bot/language/ja.json' with { type: 'json' };

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
}, 120_000);
afterAll(() => world.close());

interface Chatting extends HeldSeries {
  readonly meetingId: string;
  write(text: string, locale?: string, over?: object): Promise<readonly Card[]>;
  look(userId: string, locale?: string, over?: object): Promise<Card>;
}

let activities = 0;

/** The languages that are known of Ana and Ben before their meeting ends. */
async function chatting(locales: { readonly ana?: string; readonly ben?: string } = {}) {
  const held = await seriesIn(world);
  const record = world.record(held.tenantId);
  for (const [id, locale] of Object.entries(locales)) await record.keepLocale(id, locale);
  const meetingId = await held.hold({
    topics: [topic('t', { title: 'Plan B' }), topic('d', { state: 'done' })],
    outcomes: [outcome('a', { result: 'Pilot', by: '2026-12-01', owner: 'both' })],
  });
  await postRecap(world, held.tenantId, meetingId);
  const chat = { tenantId: held.tenantId, conversationId: 'c' };
  const chatting: Chatting = {
    ...held,
    meetingId,
    write: (text, locale, over) =>
      messageReceived(world)(
        {
          kind: 'message',
          chat,
          id: `activity-${(activities += 1)}`,
          text,
          userId: 'ben',
          isPersonal: false,
          timeZone: 'Europe/Vienna',
          locale,
          ...over,
        },
        { chat: 'of ben' },
      ),
    async look(userId, locale, over) {
      const reply = await cardAction(world)({
        kind: 'card-action',
        chat,
        id: `activity-${(activities += 1)}`,
        verb: 'recap/refresh',
        data: { meetingId },
        locale,
        userId,
        messageId: undefined,
        ...over,
      });
      return reply.kind === 'card'
        ? reply.card
        : { content: {}, locale: '', summary: reply.message };
    },
  };
  return chatting;
}

/** The words of a card as they are read: the marks around what people wrote are not. */
function wordsOf({ content }: Card): string[] {
  const words: string[] = [];
  JSON.stringify([content['body'], content['actions']], (key, value: unknown) => {
    if (key === 'text' || (key === 'title' && typeof value === 'string'))
      words.push(String(value).replaceAll(/[\u2068\u2069]/g, ''));
    return value;
  });
  return words;
}

test('[L10] a message is answered in the language of who wrote it, with its dates', async () => {
  const { write } = await chatting();
  const wordsOfAll = (cards: readonly Card[]) => cards.flatMap((card) => wordsOf(card));
  expect(wordsOfAll(await write('agenda', 'de-AT'))).toEqual([
    'Ana & Ben: die Agenda',
    '1. Plan B · Fortschritt & Prioritäten',
    'Schreib "add" und ein Thema, um eines daraufzusetzen.',
  ]);
  expect(wordsOfAll(await write('outcomes', 'de-AT'))).toEqual([
    'Offene Ergebnisse',
    '1. Pilot · Ana und Ben · bis Di., 1. Dez. 2026',
    'Schreib "done 1", "drop 1" oder "move 1 to Friday".',
  ]);
  expect(wordsOfAll(await write('move 1 to 2027-02-01', 'de-AT'))).toEqual([
    'Verschoben auf Mo., 1. Feb. 2027: Pilot',
    'Schreib "undo", um es zurückzunehmen.',
  ]);
  expect(wordsOfAll(await write('move 1', 'fr-CA'))).toEqual([
    'Dites lequel et pour quand, par exemple "move 2 to Friday".',
  ]);
  const [arabic] = await write('outcomes', 'ar-EG');
  expect(wordsOf(arabic!)).toEqual([
    'النتائج المفتوحة',
    '1. Pilot · Ana وBen · بحلول الاثنين، 1 فبراير 2027 · تغيّرت',
    'اكتب "done 1" أو "drop 1" أو "move 1 to Friday".',
  ]);
  expect(arabic!.content['rtl']).toBe(true);
});

test('[L10] what was told last counts where a message does not say', async () => {
  const { write, tenantId } = await chatting({ ben: 'ja-JP' });
  expect(wordsOf((await write('undo'))[0]!)).toEqual(['取り消せる自分の変更はありません。']);
  await write('agenda', 'es-MX');
  expect((await world.record(tenantId).person('ben')).locale).toBe('es-MX');
  expect(wordsOf((await write('undo'))[0]!)).toEqual(['No hay nada tuyo que deshacer.']);
});

test('[L10] every language names the commands as they are understood, and help all of them', () => {
  const where = { now: 0, timeZone: 'UTC', locale: 'en-GB' };
  const quoted = (text: string) =>
    [...text.matchAll(/"([^"]+)"/g)].map(([, command = '']) => command).toSorted();
  const all = [ar, de, es, fr, ja].flatMap((each) => Object.entries(each));
  for (const [english, said] of all) expect(quoted(said)).toEqual(quoted(english));
  const commands = all.flatMap(([english]) => quoted(english));
  for (const command of commands)
    expect([command, readMessage(command, where).kind]).not.toContain('unknown');
  for (const locale of ['de', 'fr', 'es', 'ja', 'ar']) {
    const { say } = speak(locale);
    const lines = [...wordsOf(help(speak(locale))), howTo(say, 'digest'), howTo(say, 'reminders')];
    const words = new Set(lines.join(' ').match(/[a-z]+/g));
    const known = 'agenda add outcomes done drop move undo note recap balance settings privacy';
    const missing = `${known} export delete digest reminders`
      .split(' ')
      .filter((command) => !words.has(command));
    expect([locale, missing]).toEqual([locale, []]);
  }
});

test.for([
  [{ ana: 'de-DE', ben: 'de-AT' }, 'Rückblick auf Ana & Ben', 'Besprochen'],
  [{ ana: 'de-DE', ben: 'fr-FR' }, 'Recap of Ana & Ben', 'Discussed'],
  [{ ana: 'de-DE' }, 'Recap of Ana & Ben', 'Discussed'],
  [{ ana: 'ja-JP', ben: 'ja-JP' }, 'Ana & Benのまとめ', '話したこと'],
] as const)(
  '[L11] the recap is posted in the language that both read: %j',
  async ([locales, summary, discussed]) => {
    await chatting(locales);
    const { card } = world.posted.at(-1)!;
    expect(card.summary).toBe(summary);
    expect(wordsOf(card)).toContain(discussed);
  },
);

test('[L11] on the recap’s card each sees their own language, and the other’s stays as it is', async () => {
  const { look } = await chatting({ ana: 'de-DE', ben: 'ar-SA' });
  const posted = world.posted.at(-1)!;
  expect(wordsOf(await look('ana'))).toEqual([
    'Rückblick',
    'Ana & Ben · Mo., 23. Nov. 2026 · 30\u{a0}Min.',
    'Besprochen',
    'Fortschritt & Prioritäten',
    'About d',
    'Vereinbarte Ergebnisse',
    'Pilot',
    'Ana und Ben · bis Di., 1. Dez. 2026',
    'Erreicht',
    'Datum ändern',
    'Datum speichern',
    'Streichen',
    'Ins nächste 1:1 mitgenommen',
    'Plan B',
    'Fortschritt & Prioritäten · nicht dazu gekommen',
    'Ana hat noch nichts gesagt · Ben hat noch nichts gesagt',
    'Stimmt so',
    'Etwas ändern',
  ]);
  const arabic = await look('ben');
  expect(wordsOf(arabic).slice(0, 3)).toEqual([
    'الملخص',
    'Ana & Ben · الاثنين، 23 نوفمبر 2026 · 30\u{a0}د',
    'ما نوقش',
  ]);
  expect(arabic.content['rtl']).toBe(true);
  expect(wordsOf(posted.card)).toContain('Discussed');
  // Who has changed the language of their Teams is told so by the card itself.
  expect(wordsOf(await look('ana', 'es-ES'))).toContain('Tratado');
  expect(wordsOf(await look('ana'))).toContain('Tratado');
});

test('[L11] whoever is refused on a card reads why in their language', async () => {
  const { look } = await chatting();
  expect((await look('cleo', 'de-DE')).summary).toBe('Das können nur die beiden dieses 1:1 tun.');
  expect((await look('ana', 'fr-FR', { verb: 'recap/none' })).summary).toBe(
    'Cette carte ne sait pas faire cela. Ouvrez le volet pour modifier quelque chose.',
  );
});

test('[L11] a digest to one alone is in their language, one to both in that of both', async () => {
  const { tenantId, series } = await chatting({ ana: 'de-DE', ben: 'fr-FR' });
  const record = world.record(tenantId);
  const digest = async (day: string) => {
    await record.oweNotice(series.id, `digest/${day}`);
    await sendNotice(world, { tenantId, seriesId: series.id, id: `digest/${day}` });
    const { chat, card } = world.posted.at(-1)!;
    return [chat, ...wordsOf(card)];
  };
  expect(await digest('2026-12-07')).toEqual([
    'meeting',
    'Ana & Ben is on Mon, Dec 7, 2026',
    'On the agenda: Plan B',
    'Due Tue, Dec 1, 2026: Pilot',
    'Write "digest off" to be spared of this.',
    'Add a topic',
  ]);
  await record.keepLocale('ana', 'fr-CA');
  expect((await digest('2026-12-14'))[1]).toBe('Ana & Ben a lieu le lun. 14 déc. 2026');
  await record.prefer('ben', { digest: false });
  await record.keepLocale('ana', 'de-DE');
  await record.keepPerson({ userId: 'ana', personalChat: { chat: 'of ana' } });
  expect(await digest('2026-12-21')).toEqual([
    'of ana',
    'Ana & Ben ist am Mo., 21. Dez. 2026',
    'Auf der Agenda: Plan B',
    'Fällig am Di., 1. Dez. 2026: Pilot',
    'Schreib "digest off", um das nicht mehr zu bekommen.',
    'Thema hinzufügen',
  ]);
});

test('[L13] of somebody who is not one of the two nothing is kept', async () => {
  const { write, look, tenantId } = await chatting();
  await write('agenda', 'de-DE', { userId: 'cleo' });
  await look('cleo', 'de-DE');
  const rows = await world.db
    .selectFrom('person')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', 'cleo')
    .selectAll()
    .execute();
  expect(rows).toEqual([]);
});
