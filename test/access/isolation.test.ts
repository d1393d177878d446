import { randomUUID } from 'node:crypto';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { api } from '../../bot/api.ts';
import type { KeptTalk } from '../../bot/record/talk-record.ts';
import type { Template } from '../../shared/agenda/templates.ts';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import { outcome, pair, room, topic } from '../agenda/agenda-builders.ts';
import { apiDatabase } from '../api/api-database.ts';
import type { ApiServer } from '../api/api-server.ts';
import { everyRow, tableNames } from '../record/every-row.ts';
import { member } from '../world.ts';

const database = apiDatabase();
let server: ApiServer;
let ids: Ids;

/** What somebody would have to know of a 1:1 to ask about it. */
interface Ids {
  readonly series: string;
  readonly meeting: string;
  readonly room: string;
  readonly chat: string;
  readonly user: string;
}

beforeEach(async () => {
  server = await database.serve();
  ids = await fill(server.world.record(server.tenantId));
});
afterEach(() => server[Symbol.asyncDispose]());

const now = Date.UTC(2026, 10, 23, 10);
const state = (text: string) =>
  room(1, {
    topics: [topic('a', { title: text, notes: text })],
    outcomes: [outcome('o', { result: text, success: text, support: text })],
  });
const recap = (text: string) => ({
  seriesTitle: text,
  meetingNumber: 1,
  startedAt: 0,
  endedAt: 1,
  discussed: [],
  outcomes: [],
  carried: [],
});
const talk: KeptTalk = {
  totals: {
    method: 'crossed',
    meetingMs: 2,
    measuredMs: 2,
    people: [person('ana', 'manager'), person('ben', 'report')],
    overlapMs: 0,
    silenceMs: 0,
    replyGapMs: null,
    margin: null,
    live: null,
  },
  parts: { topics: [{ title: 'Secret', measuredMs: 1, managerShare: 0.5 }], elements: [] },
};
function person<Role extends 'manager' | 'report'>(id: string, role: Role) {
  return { id, role, talkMs: 1, share: 0.5, longestTurnMs: 1, turns: 1 };
}
const template: Template = {
  id: 't',
  name: 'Secret',
  topics: [{ title: 'Secret', element: 'feedback', plannedMinutes: null }],
};
const note = { about: { kind: 'meeting' }, text: 'Secret' } as const;
const patience = { progress: 1, obstacles: 2, feedback: 3, development: 4, wellbeing: 5 };
const settings = { band: { low: 0.4, high: 0.6 }, nudges: false, inRecap: true };
const retention = { outcomeMonths: 6, talkMonths: 1 } as const;
const entry = (id: string) => ({
  id,
  outcomeId: 'o',
  at: now,
  by: 'ana',
  via: 'card' as const,
  change: { what: 'result' as const, to: 'Secret' },
});

const taskOf = ({ series, user }: Ids) => ({ seriesId: series, outcomeId: 'o', userId: user });

/** A running 1:1 of Ana and Ben, one that has ended, and something in every table. */
async function fill(record: TenantRecord): Promise<Ids> {
  const reference = { chatId: 'chat' };
  await record.keepSeries({ conversationId: 'chat', title: 'Secret', reference, now });
  const { id } = (await record.seriesOfChat('chat'))!;
  await record.keepNaming(id, { by: 'ana', manager: 'ana', report: 'ben' }, now);
  await record.keepUnnamedCall(id, { teamsMeetingId: 'teams', startedAt: now });
  await record.namePair(id, pair);
  const past = await record.together((inside) => inside.planMeeting(id, now));
  await record.startMeeting(past.id, 'teams', now);
  await record.moveToRoom(past.id, null, { roomId: 'past', relayLife: 'life-1' });
  await record.keepCheckpoint(
    past.id,
    { roomId: 'past', sequence: 1, state: state('Secret') },
    now,
    'ana',
  );
  await record.endMeeting(past.id, now + 1, now + 1);
  await record.keepRecap(past.id, recap('Secret'));
  await record.recapPosted(past.id, 'message 1', now);
  await record.confirmRecap(past.id, 'ana', now);
  await record.keepTalk(past.id, talk, now);
  await record.keepFelt(past.id, 'ben', { answer: 'no', isShared: false });
  const open = await record.together((inside) => inside.planMeeting(id, now));
  await record.startMeeting(open.id, 'teams', now + 2);
  await record.moveToRoom(open.id, null, { roomId: 'room', relayLife: 'life-1' });
  const task = { seriesId: id, outcomeId: 'o', userId: 'ana' };
  await record.claimTask(task, { now, until: now });
  await record.taskPut(task, 'Secret', now);
  await record.awaitTranscript(open.id, now);
  await record.keepPresence(open.id, [{ user: 'ana', at: now, on: true }]);
  await record.keepPrivateNote({ seriesId: id, meetingId: open.id, author: 'ana' }, note, now);
  await record.keepTemplate(id, template, now);
  await record.choosePatience(id, patience);
  await record.keepTalkSettings(id, settings);
  await record.keepTalkConsent(id, 'ana', true);
  await record.enter(id, [entry('secret/card/source')]);
  await record.oweNotice(id, 'digest/2026-11-24');
  await record.askDeletion(id, 'ana', now);
  await record.chooseRetention(id, retention, { by: 'ana', at: now });
  await record.keepPerson({
    userId: 'ana',
    timeZone: 'Europe/Lisbon',
    personalChat: { a: 'Secret' },
  });
  return { series: id, meeting: open.id, room: 'room', chat: 'chat', user: 'ana' };
}

const rows = () => everyRow(database.db(), server.tenantId);

test('[S11] the story of these tests has something in every table', async () => {
  const held = await rows();
  expect((await tableNames(database.db())).filter((table) => held[table]!.length === 0)).toEqual(
    [],
  );
});

/** Every function of the record, called about the 1:1 of `ids`. */
const calls: {
  readonly [Name in keyof TenantRecord]: (record: TenantRecord, ids: Ids) => Promise<unknown>;
} = {
  keepSeries: (record, { chat }) =>
    record.keepSeries({ conversationId: chat, title: 'Theirs', reference: {}, now }),
  seriesOfChat: async (record, { chat }) => (await record.seriesOfChat(chat))?.pair,
  series: (record, { series }) => record.series(series),
  seriesOfPerson: (record, { user }) => record.seriesOfPerson(user),
  askDeletion: (record, { series, user }) => record.askDeletion(series, user, now),
  withdrawDeletion: (record, { series, user }) => record.withdrawDeletion(series, user),
  deletionAsked: (record, { series }) => record.deletionAsked(series),
  forgetSeries: async (record, { series, chat }) => {
    await record.forgetSeries(
      { id: series, conversationId: `${chat} anew`, title: '', reference: {}, pair },
      now,
    );
  },
  namePair: (record, { series }) => record.namePair(series, pair),
  chooseManager: (record, { series }) => record.chooseManager(series, 'ben'),
  meeting: (record, { meeting }) => record.meeting(meeting),
  meetingStartedAt: (record, { series }) => record.meetingStartedAt(series, now),
  openMeeting: (record, { series }) => record.openMeeting(series),
  stateBefore: (record, { series }) => record.stateBefore(series, 9),
  startsOf: (record, { series }) => record.startsOf(series),
  keepPlan: (record, { series }) => record.keepPlan(series, { plannedStart: now }, now),
  mySeries: (record, { user }) => record.mySeries(user),
  pastBefore: (record, { series }) => record.pastBefore(series, 9),
  parkedBefore: (record, { series }) => record.parkedBefore(series, 9),
  keepGist: (record, { meeting }) => record.keepGist(meeting),
  replaceTalk: (record, { meeting }) => record.replaceTalk(meeting, talk, now),
  awaitTranscript: (record, { meeting }) => record.awaitTranscript(meeting, now),
  transcript: (record, { meeting }) => record.transcript(meeting),
  settleTranscript: (record, { meeting }) => record.settleTranscript(meeting, 'read', now),
  dropTranscripts: (record, { series }) => record.dropTranscripts(series, now),
  tasksOf: (record, { series, user }) => record.tasksOf(series, user),
  claimTask: (record, ids) => record.claimTask(taskOf(ids), { now, until: now + 9 }),
  taskPut: (record, ids) => record.taskPut(taskOf(ids), 'theirs', now),
  releaseTask: (record, ids) => record.releaseTask(taskOf(ids)),
  lastTeamsMeeting: (record, { series }) => record.lastTeamsMeeting(series),
  heldMeetings: (record, { series }) => record.heldMeetings(series),
  planMeeting: (record, { series }) => record.planMeeting(series, now),
  startMeeting: (record, { meeting }) => record.startMeeting(meeting, 'theirs', now),
  scheduleEnd: (record, { meeting }) => record.scheduleEnd(meeting, now),
  endMeeting: (record, { meeting }) => record.endMeeting(meeting, now + 9, now + 9),
  room: (record, { meeting }) => record.room(meeting),
  moveToRoom: (record, { meeting, room }) =>
    record.moveToRoom(meeting, room, { roomId: 'theirs', relayLife: 'x' }),
  keepCheckpoint: (record, { meeting, room }) =>
    record.keepCheckpoint(meeting, { roomId: room, sequence: 99, state: state('theirs') }, now),
  recap: (record, { meeting }) => record.recap(meeting),
  claimRecap: (record, { meeting }) => record.claimRecap(meeting, now, now + 9),
  holdRecap: (record, { meeting }) => record.holdRecap(meeting, now + 9),
  newestRecap: (record, { series }) => record.newestRecap(series),
  postedRecaps: (record, { series }) => record.postedRecaps(series),
  confirmRecap: (record, { meeting }) => record.confirmRecap(meeting, 'ben', now),
  confirmedBy: (record, { meeting }) => record.confirmedBy(meeting),
  releaseRecap: (record, { meeting }) => record.releaseRecap(meeting),
  keepRecap: (record, { meeting }) => record.keepRecap(meeting, recap('theirs')),
  recapPosted: (record, { meeting }) => record.recapPosted(meeting, 'theirs', now),
  meetingsBefore: (record, { series }) => record.meetingsBefore(series, 9),
  finishedTopics: (record, { series }) => record.finishedTopics(series, 9),
  patience: (record, { series }) => record.patience(series),
  choosePatience: (record, { series }) =>
    record.choosePatience(series, { ...patience, progress: 9 }),
  wantsWordingHints: (record, { series, user }) => record.wantsWordingHints(series, user),
  chooseWordingHints: (record, { series, user }) => record.chooseWordingHints(series, user, false),
  templates: (record, { series }) => record.templates(series),
  keepTemplate: (record, { series }) => record.keepTemplate(series, template, now),
  removeTemplate: (record, { series }) => record.removeTemplate(series, 't'),
  privateNotes: (record, { series, meeting, user }) =>
    record.privateNotes({ seriesId: series, meetingId: meeting, author: user }),
  ownNotes: (record, { series, user }) => record.ownNotes(series, user),
  deleteOwnNotes: (record, { series, user }) => record.deleteOwnNotes(series, user),
  keepPrivateNote: (record, { series, meeting, user }) =>
    record.keepPrivateNote({ seriesId: series, meetingId: meeting, author: user }, note, now),
  talkSettings: (record, { series }) => record.talkSettings(series),
  keepTalkSettings: (record, { series }) =>
    record.keepTalkSettings(series, { ...settings, inRecap: false }),
  talkConsents: (record, { series }) => record.talkConsents(series),
  keepTalkConsent: (record, { series, user }) => record.keepTalkConsent(series, user, false),
  talk: (record, { meeting }) => record.talk(meeting),
  keepTalk: (record, { meeting }) => record.keepTalk(meeting, talk, now),
  discardTalk: (record, { meeting }) => record.discardTalk(meeting),
  keepFelt: (record, { meeting, user }) => record.keepFelt(meeting, user, null),
  talkOfSeries: (record, { series, user }) => record.talkOfSeries(series, user),
  presence: (record, { meeting }) => record.presence(meeting),
  keepPresence: (record, { meeting }) =>
    record.keepPresence(meeting, [{ user: 'x', at: now, on: true }]),
  forgetPresence: (record, { meeting }) => record.forgetPresence(meeting),
  historyOf: (record, { series }) => record.historyOf(series, 'o'),
  ledger: (record, { series }) => record.ledger(series),
  lastChangeBy: (record, { series, user }) => record.lastChangeBy(series, user),
  isEntered: (record, { series }) => record.isEntered(series, 'card', 'source'),
  outcomes: (record, { series }) => record.outcomes(series, [{ id: 'o' }]),
  enter: (record, { series }) => record.enter(series, [entry('theirs')]),
  enterRoom: (record, { series, room }) =>
    record.enterRoom(
      series,
      { before: [], after: [outcome('theirs')] },
      { roomId: room, sequence: 1, at: now, by: null },
    ),
  person: (record, { user }) => record.person(user),
  keepPerson: (record, { user }) => record.keepPerson({ userId: user, timeZone: 'Asia/Tokyo' }),
  keepLocale: (record, { user }) => record.keepLocale(user, 'ja-JP'),
  prefer: (record, { user }) => record.prefer(user, { digest: false }),
  namings: (record, { series }) => record.namings(series),
  keepNaming: (record, { series }) =>
    record.keepNaming(series, { by: 'ana', manager: 'ben', report: 'ana' }, now),
  forgetNamings: (record, { series }) => record.forgetNamings(series),
  unnamedCall: (record, { series }) => record.unnamedCall(series),
  keepUnnamedCall: (record, { series }) =>
    record.keepUnnamedCall(series, { teamsMeetingId: 'theirs', startedAt: 0 }),
  forgetUnnamedCall: (record, { series }) => record.forgetUnnamedCall(series),
  oweNotice: (record, { series }) => record.oweNotice(series, 'theirs'),
  noticesLike: (record, { series }) => record.noticesLike(series, 'digest'),
  claimNotice: (record, { series }) =>
    record.claimNotice(series, 'digest/2026-11-24', { now, until: now + 9 }),
  releaseNotice: (record, { series }) => record.releaseNotice(series, 'digest/2026-11-24'),
  noticeSent: (record, { series }) => record.noticeSent(series, 'digest/2026-11-24', now),
  retention: (record, { series }) => record.retention(series),
  chooseRetention: (record, { series }) =>
    record.chooseRetention(series, { outcomeMonths: 3, talkMonths: 1 }, { by: 'ana', at: 0 }),
  forgetOlder: (record, { series }) =>
    record.forgetOlder(series, { outcomes: now * 2, talk: now * 2 }),
  forgetEmpty: (record, { series }) => record.forgetEmpty(series, now * 2),
  together: (record, { series }) => record.together((inside) => inside.series(series)),
};

test('[S11] every function of the record is tried from another tenant', () => {
  const record = server.world.record(server.tenantId);
  expect(Object.keys(calls).toSorted()).toEqual(Object.keys(record).toSorted());
});

test('[S11] in the name of another tenant no function of the record finds or changes anything', async () => {
  const db = database.db();
  const before = await rows();
  const nothing: Ids = {
    series: randomUUID(),
    meeting: randomUUID(),
    room: 'none',
    chat: 'none',
    user: 'nobody',
  };
  for (const [name, call] of Object.entries(calls)) {
    // Answers as where there is nothing at all: nobody learns that it exists elsewhere.
    const [theirs, anybody] = await Promise.all(
      [ids, nothing].map(async (about) => {
        const record = recordOf({ db, tenantId: randomUUID() });
        return call(record, about).then(
          (answer) => ({ answer }),
          () => 'is refused',
        );
      }),
    );
    expect([name, theirs]).toEqual([name, anybody]);
    expect([name, await rows()]).toEqual([name, before]);
  }
});

/** What each route is sent, were it one's own. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /session': { chatId: 'chat', meetingId: 'teams' },
  'POST /naming': { chatId: 'chat', meetingId: 'teams' },
  'PUT /naming': { chatId: 'chat', meetingId: 'teams', pair: { manager: 'cleo', report: 'ben' } },
  'POST /meetings/:meetingId/room-token': { roomId: 'room' },
  'PUT /meetings/:meetingId/checkpoint': { roomId: 'room', sequence: 9, state: state('theirs') },
  'PUT /series/:seriesId/manager': { manager: 'ben' },
  'GET /series/:seriesId/outcomes/:outcomeId/history': undefined,
  'PUT /series/:seriesId/patience': patience,
  'PUT /series/:seriesId/wording-hints': { wordingHints: false },
  'GET /series/:seriesId/finished': undefined,
  'GET /series/:seriesId/templates': undefined,
  'PUT /series/:seriesId/templates/:templateId': template,
  'DELETE /series/:seriesId/templates/:templateId': undefined,
  'GET /meetings/:meetingId/private-notes': undefined,
  'PUT /meetings/:meetingId/private-notes': note,
  'GET /series/:seriesId/data': undefined,
  'GET /series/:seriesId/export': undefined,
  'PUT /series/:seriesId/retention': { outcomeMonths: 3, talkMonths: 1 },
  'PUT /series/:seriesId/deletion': { wanted: true },
  'DELETE /series/:seriesId/private-notes': undefined,
  'GET /series/:seriesId/talk': undefined,
  'PUT /series/:seriesId/talk-settings': settings,
  'PUT /series/:seriesId/talk-consent': { always: true },
  'PUT /meetings/:meetingId/felt': { felt: { answer: 'yes', isShared: true } },
  'PUT /meetings/:meetingId/talk-discard': {},
  'GET /series/:seriesId/tasks': undefined,
  'PUT /series/:seriesId/tasks': { isWanted: true },
  'PUT /series/:seriesId/outcomes/:outcomeId/task': {},
};
/** What time it is, and one's own 1:1s: these name nobody else's, so that there is none to guess. */
const ofNobodyElse = ['GET /clock', 'GET /my-series{/:after}'];

function routesOfApi(): readonly string[] {
  const { stack } = api(server.world, async () => undefined);
  return stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys('methods' in route ? Object(route.methods) : {}).map(
          (method) => `${method.toUpperCase()} ${route.path}`,
        ),
  );
}

test('[S11] every route of the API is tried by strangers', () => {
  expect([...Object.keys(bodies), ...ofNobodyElse].toSorted()).toEqual(routesOfApi().toSorted());
});

test('[S11] neither another tenant nor another pair is given or changes anything on any route', async () => {
  const { world, ask } = server;
  const record = world.record(server.tenantId);
  // A pair of the same tenant, in the call of the others, and with a 1:1 of their own.
  world.chat.members = ['ana', 'ben', 'cleo', 'dan'].map((each) => member(each));
  await record.keepSeries({ conversationId: 'other', title: 'Other', reference: {}, now });
  const other = (await record.seriesOfChat('other'))!;
  await record.namePair(other.id, [
    { id: 'cleo', name: 'Cleo', role: 'manager' },
    { id: 'dan', name: 'Dan', role: 'report' },
  ]);
  const before = await rows();
  const strangers = [
    ['cleo', {}],
    ['dan', {}],
    ['ana', { tid: randomUUID() }],
  ] as const;
  for (const path of ['/clock', '/my-series', `/my-series/${ids.series}`])
    for (const [who, token] of strangers) {
      const answer = await ask(who, { method: 'GET', path }, token);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(JSON.stringify(answer.body)).not.toMatch(/Secret|Ana\b|Ben\b/);
    }
  for (const [route, body] of Object.entries(bodies)) {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern
      .replace(':seriesId', ids.series)
      .replace(':meetingId', ids.meeting)
      .replace(':outcomeId', 'o')
      .replace(':templateId', 't');
    for (const [who, token] of strangers) {
      const answer = await ask(who, { method, path, body }, token);
      expect([route, who, [403, 404].includes(answer.status)]).toEqual([route, who, true]);
      expect(JSON.stringify(answer.body)).not.toMatch(/Secret|Ana\b|Ben\b/);
    }
  }
  expect(await rows()).toEqual(before);
});

test('[S11] what is one person’s alone is not given to the other, nor to anybody else', async () => {
  const record = server.world.record(server.tenantId);
  const { series, meeting } = ids;
  for (const user of ['ben', 'cleo']) {
    const book = { seriesId: series, meetingId: meeting, author: user };
    expect(await record.privateNotes(book)).toEqual([]);
    expect(await record.ownNotes(series, user)).toEqual([]);
    expect(await record.lastChangeBy(series, user)).toBeUndefined();
  }
  const feltBy = async (user: string) =>
    (await record.talkOfSeries(series, user)).map(({ felt }) => felt);
  expect([await feltBy('ana'), await feltBy('cleo')]).toEqual([[null], [null]]);
  expect(await record.seriesOfPerson('cleo')).toEqual([]);
});
