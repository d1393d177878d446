import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaMemory } from '../../bot/agenda/agenda-memory.ts';
import { openDatabase, type Database } from '../../bot/record/database.ts';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import { defaultPatience } from '../../shared/agenda/coverage-of-elements.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { pair, room, topic } from './agenda-builders.ts';

const now = Date.UTC(2026, 0, 5, 10);
let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agenda-record-'));
  database = await openDatabase({ kind: 'embedded', folder });
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

let chats = 0;

interface Held {
  readonly record: TenantRecord;
  readonly seriesId: string;
  /** Holds the next meeting and leaves it in that state; answers its id. */
  hold(state: (opened: RoomState) => RoomState): Promise<string>;
}

async function heldSeries(tenantId = 'contoso'): Promise<Held> {
  const record = recordOf({ db: database.db, tenantId });
  const conversationId = `chat ${(chats += 1)}`;
  await record.keepSeries({ conversationId, title: '1:1', reference: {}, now });
  const series = await record.seriesOfChat(conversationId);
  const seriesId = series!.id;
  await record.namePair(seriesId, pair);
  let startedAt = now;
  return {
    record,
    seriesId,
    async hold(state) {
      startedAt += 3_600_000;
      const { id } = await record.together((inside) => inside.planMeeting(seriesId, now));
      await record.moveToRoom(id, null, { roomId: id, relayLife: 'one' });
      const opened = (await record.room(id))!.state;
      await record.keepCheckpoint(id, { roomId: id, sequence: 1, state: state(opened) }, now);
      await record.startMeeting(id, 'teams', startedAt);
      await record.endMeeting(id, startedAt + 1, now);
      return id;
    },
  };
}

const planned = ({ record, seriesId }: Held) =>
  record.together((inside) => inside.planMeeting(seriesId, now));

const book = (seriesId: string, meetingId: string, author: string) => ({
  seriesId,
  meetingId,
  author,
});
const about = { kind: 'topic', id: 'a' } as const;

test('[A20] private notes come out for their author alone, and follow their topic', async () => {
  const held = await heldSeries();
  const { record, seriesId } = held;
  const first = await held.hold((opened) => opened);
  const ana = book(seriesId, first, 'ana');
  await record.keepPrivateNote(ana, { about, text: 'budget' }, now);
  await record.keepPrivateNote(ana, { about: { kind: 'meeting' }, text: 'be brief' }, now + 1);
  await record.keepPrivateNote(book(seriesId, first, 'ben'), { about, text: 'a raise' }, now);
  const { id: second } = await planned(held);

  expect(await record.privateNotes(ana)).toEqual([
    { about: { kind: 'meeting' }, text: 'be brief' },
    { about, text: 'budget' },
  ]);
  expect(await record.privateNotes(book(seriesId, second, 'ana'))).toEqual([
    { about, text: 'budget' },
  ]);
  expect(await record.privateNotes(book(seriesId, first, 'ben'))).toEqual([
    { about, text: 'a raise' },
  ]);
  const otherTenant = recordOf({ db: database.db, tenantId: 'fabrikam' });
  expect(await otherTenant.privateNotes(ana)).toEqual([]);
  expect(JSON.stringify(await record.room(first))).not.toContain('budget');
});

test('[A20] a private note that is written again replaces the first; an empty one is none', async () => {
  const held = await heldSeries();
  const { id } = await planned(held);
  const ana = book(held.seriesId, id, 'ana');
  for (const text of ['one', 'two\0']) await held.record.keepPrivateNote(ana, { about, text }, now);
  expect(await held.record.privateNotes(ana)).toEqual([{ about, text: 'two\uFFFD' }]);
  await held.record.keepPrivateNote(ana, { about, text: ' ' }, now);
  expect(await held.record.privateNotes(ana)).toEqual([]);
});

test('[A10] the series remembers which elements came up; carried notes are no news', async () => {
  const held = await heldSeries();
  await held.hold((opened) => ({
    ...opened,
    lean: 'delivery',
    topics: [
      topic('a', { element: 'development', notes: 'A mentor\n' }),
      topic('b', { element: 'feedback', state: 'done' }),
      topic('c', { element: 'obstacles', state: 'parked' }),
    ],
  }));
  await held.hold((opened) => ({
    ...opened,
    topics: opened.topics.map((each) =>
      each.id === 'c' ? { ...each, state: 'parked' } : { ...each, notes: ' A mentor' },
    ),
  }));
  const meeting = await planned(held);
  expect(await agendaMemory(held.record, 'ana', meeting)).toEqual({
    past: [
      { meetingNumber: 1, discussed: ['feedback', 'development'], lean: 'delivery' },
      { meetingNumber: 2, discussed: [] },
    ],
    patience: defaultPatience,
    parked: ['c'],
    wordingHints: true,
    scheduledEnd: null,
  });
});

test('[A24] patience and templates are the pair’s, wording questions each person’s own', async () => {
  const { record, seriesId } = await heldSeries();
  const other = await heldSeries();
  const patience = { ...defaultPatience, development: 5 };
  await record.choosePatience(seriesId, patience);
  await record.chooseWordingHints(seriesId, 'ana', false);
  const template = {
    id: 't',
    name: 'Ours',
    topics: [{ title: 'How are you?', element: 'wellbeing' as const, plannedMinutes: 5 }],
  };
  await record.keepTemplate(seriesId, template, now);
  await record.keepTemplate(seriesId, { ...template, name: 'Ours now' }, now);

  expect([await record.patience(seriesId), await record.patience(other.seriesId)]).toEqual([
    patience,
    undefined,
  ]);
  expect([
    await record.wantsWordingHints(seriesId, 'ana'),
    await record.wantsWordingHints(seriesId, 'ben'),
    await record.wantsWordingHints(other.seriesId, 'ana'),
  ]).toEqual([false, true, true]);
  expect(await record.templates(seriesId)).toEqual([{ ...template, name: 'Ours now' }]);
  expect(await record.templates(other.seriesId)).toEqual([]);
  await record.removeTemplate(other.seriesId, 't');
  expect(await record.templates(seriesId)).toHaveLength(1);
  await record.removeTemplate(seriesId, 't');
  expect(await record.templates(seriesId)).toEqual([]);
});

test('[A25] done topics of earlier meetings can be found again, each once and the newest first', async () => {
  const held = await heldSeries();
  await held.hold((opened) => ({
    ...opened,
    topics: [topic('a', { state: 'done' }), topic('b', { state: 'done' })],
  }));
  await held.hold((opened) => ({
    ...opened,
    topics: [topic('a', { state: 'done', notes: 'again' }), topic('c')],
  }));
  expect(await held.record.finishedTopics(held.seriesId, 3)).toEqual([
    topic('a', { state: 'done', notes: 'again' }),
    topic('b', { state: 'done' }),
  ]);
  expect(await held.record.finishedTopics(held.seriesId, 1)).toEqual([]);
});

test('[A21] the planned end is kept with its meeting', async () => {
  const held = await heldSeries();
  const { id } = await planned(held);
  await held.record.scheduleEnd(id, now + 30 * 60_000);
  expect((await held.record.meeting(id))?.scheduledEnd).toBe(now + 30 * 60_000);
});

test('[A2] what a meeting leaned to and sent away stays in it', async () => {
  const held = await heldSeries();
  await held.hold((opened) => ({
    ...opened,
    lean: 'open',
    dismissed: ['x'],
    topics: [topic('a')],
  }));
  const { id } = await planned(held);
  expect((await held.record.room(id))?.state).toEqual(room(2, { topics: [topic('a')] }));
});
