import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardAction } from '../../bot/recap/card-action.ts';
import { followRecap } from '../../bot/recap/follow-recap.ts';
import { InOtherHands, postRecap } from '../../bot/recap/post-recap.ts';
import { recapCard } from '../../bot/recap/recap-card.ts';
import { ChatTrouble } from '../../bot/series/chat-trouble.ts';
import { english } from '../../shared/language/language.ts';
import { foldLedger } from '../../shared/outcomes/ledger.ts';
import { composeRecap } from '../../shared/recap/recap.ts';
import { outcome, pair, room, topic } from '../agenda/agenda-builders.ts';
import { seriesIn, smallWorld, type HeldSeries, type SmallWorld } from './small-world.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
}, 120_000);
afterAll(() => world.close());

interface Recapped extends HeldSeries {
  readonly meetingId: string;
  press(verb: string, data?: object, over?: object): ReturnType<ReturnType<typeof cardAction>>;
  /** The words of the card that everybody sees. */
  words(): string;
}

let presses = 0;

async function recapped(): Promise<Recapped> {
  const held = await seriesIn(world);
  const meetingId = await held.hold({
    topics: [topic('t', { state: 'done' })],
    outcomes: [outcome('a', { result: 'The pilot runs' })],
  });
  await postRecap(world, held.tenantId, meetingId);
  const posted = world.posted.at(-1)!;
  return {
    ...held,
    meetingId,
    words: () => JSON.stringify(posted.card.content),
    press: (verb, data = {}, over = {}) =>
      cardAction(world)({
        kind: 'card-action',
        chat: { tenantId: held.tenantId, conversationId: 'c' },
        id: `press-${(presses += 1)}`,
        verb,
        data: { meetingId, ...data },
        locale: undefined,
        userId: 'ana',
        messageId: posted.id,
        ...over,
      }),
  };
}

test('[O6] each of the two says that it looks right; the card shows who has, and asks nobody twice', async () => {
  const { press, words } = await recapped();
  expect(words()).toContain('Ana has not said yet · Ben has not said yet');
  const answer = await press('recap/confirm');
  expect(words()).toContain('✓ Ana says it looks right · Ben has not said yet');
  expect(words()).toContain('"Looks right"');
  expect(JSON.stringify(answer)).not.toContain('"Looks right"');
  await press('recap/confirm', {}, { userId: 'ben' });
  await press('recap/confirm', {}, { userId: 'ben' });
  expect(words()).toContain('✓ Ana says it looks right · ✓ Ben says it looks right');
  expect(words()).not.toContain('"Looks right"');
});

test('[O7] reached, moved and dropped on the card: the ledger has it, and everybody sees it', async () => {
  const { press, words, tenantId, series } = await recapped();
  await press('outcome/by', { outcomeId: 'a', 'by a': '2026-12-01' });
  expect(words()).toContain('Ben · by Tue, Dec 1, 2026');
  await press('outcome/status', { outcomeId: 'a', to: 'reached' }, { userId: 'ben' });
  expect(words()).toContain('Ben · by Tue, Dec 1, 2026 · reached');
  expect(words()).toContain('Open again');
  await press('outcome/status', { outcomeId: 'a', to: 'open' });
  const history = await world.record(tenantId).historyOf(series.id, 'a');
  expect(history.map(({ by, via, change }) => [by, via, change.what])).toEqual([
    [null, 'panel', 'agreed'],
    ['ana', 'card', 'by'],
    ['ben', 'card', 'status'],
    ['ana', 'card', 'status'],
  ]);
});

test('[O13] an outcome that was carried three times is asked about on the card, and kept by a press', async () => {
  const { press, words, hold, tenantId, series } = await recapped();
  for (const _ of [2, 3]) await hold({});
  const meetingId = await hold({});
  await postRecap(world, tenantId, meetingId);
  const card = world.posted.at(-1)!;
  const shown = () => JSON.stringify(card.card.content);
  expect(words()).not.toContain('keep, change or drop?');
  expect(shown()).toContain('Carried 3 times: keep, change or drop?');
  await press('outcome/keep', { meetingId, outcomeId: 'a' }, { messageId: card.id });
  expect(shown()).not.toContain('keep, change or drop?');
  expect((await world.record(tenantId).outcomes(series.id)).get('a')?.outcome.keptIn).toBe(4);
});

test('[O11] a day that is moved on the card makes of it a changed outcome, which goes on', async () => {
  const { press, words, hold, tenantId } = await recapped();
  await press('outcome/by', { outcomeId: 'a', 'by a': '2026-12-01' });
  expect(words()).not.toContain('changed');
  await press('outcome/by', { outcomeId: 'a', 'by a': '2026-12-08' });
  expect(words()).toContain('Ben · by Tue, Dec 8, 2026 · changed');
  expect(words()).toContain('Reached');
  const next = await hold({});
  expect((await world.record(tenantId).room(next))?.state.outcomes).toEqual([
    outcome('a', { result: 'The pilot runs', by: '2026-12-08', status: 'changed' }),
  ]);
});

test('[C6] the recap says when the two meet next, as Teams has it; without a word, nothing', async () => {
  const { hold, tenantId } = await seriesIn(world);
  await world.record(tenantId).keepPerson({ userId: 'ana', timeZone: 'Pacific/Auckland' });
  await postRecap(world, tenantId, await hold({}));
  expect(JSON.stringify(world.posted.at(-1)!.card.content)).not.toContain('Next 1:1');
  world.scheduledAt = Date.UTC(2027, 0, 4, 22);
  await postRecap(world, tenantId, await hold({}));
  world.scheduledAt = undefined;
  expect(JSON.stringify(world.posted.at(-1)!.card.content)).toMatch(/Next 1:1.*Tue, Jan 5, 2027/);
});

test('[O7] a press that Teams delivers twice changes once', async () => {
  const { press, tenantId, series } = await recapped();
  const twice = { outcomeId: 'a', to: 'dropped' };
  await Promise.all([
    press('outcome/status', twice, { id: 'same' }),
    press('outcome/status', twice, { id: 'same' }),
  ]);
  expect(await world.record(tenantId).historyOf(series.id, 'a')).toHaveLength(2);
});

test.for([
  ['recap/confirm', {}, { userId: 'cleo' }, 403],
  ['outcome/status', { outcomeId: 'a', to: 'reached' }, { userId: 'cleo' }, 403],
  ['recap/refresh', {}, { userId: undefined }, 403],
  ['outcome/status', { outcomeId: 'none', to: 'reached' }, {}, 404],
  ['outcome/status', { outcomeId: 'a', to: 'burnt' }, {}, 400],
  ['outcome/by', { outcomeId: 'a', 'by a': 'soon' }, {}, 400],
  ['recap/confirm', { meetingId: '3f0f3d59-8d47-4a29-8f3c-a70a1f6b1b10' }, {}, 404],
  ['recap/confirm', { meetingId: 'x' }, {}, 400],
  ['drop/tables', {}, {}, 400],
] as const)('[O8] %s %j by %j is refused with %i, and changes nothing', async (pressed) => {
  const [verb, data, over, status] = pressed;
  const { press, words } = await recapped();
  const before = words();
  expect(await press(verb, data, over)).toEqual({
    kind: 'refused',
    status,
    message: expect.any(String),
  });
  expect(words()).toBe(before);
});

test('[O8] the card of another chat is answered as none', async () => {
  const { press, tenantId } = await recapped();
  const elsewhere = { chat: { tenantId, conversationId: 'other' } };
  expect(await press('recap/refresh', {}, elsewhere)).toMatchObject({ status: 404 });
});

test('[O7] a room that changes an outcome after the meeting is followed by the card', async () => {
  const { words, tenantId, series, meetingId } = await recapped();
  const entry = { id: 'e', outcomeId: 'a', at: 1, by: 'ben', via: 'panel' } as const;
  const change = { what: 'result', to: 'The pilot runs in two teams' } as const;
  await world.record(tenantId).enter(series.id, [{ ...entry, change }]);
  await followRecap(world, tenantId, meetingId);
  expect(words()).toContain('The pilot runs in two teams');
});

test('[O9] one recap a meeting, whoever posts; who comes second tries again until it is there', async () => {
  const { hold, tenantId } = await seriesIn(world);
  const meetingId = await hold({});
  const before = world.posted.length;
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => postRecap(world, tenantId, meetingId)),
  );
  expect(tries.map(({ status }) => status).toSorted()).toContain('fulfilled');
  await postRecap(world, tenantId, meetingId);
  expect(world.posted.length - before).toBe(1);
});

test('[O9] after a crash between posting and noting it, the card tells of itself before it is posted again', async () => {
  const { hold, tenantId } = await seriesIn(world);
  const meetingId = await hold({});
  world.troubles.push(new ChatTrouble('unavailable', 'No answer: it may be posted.'));
  await expect(postRecap(world, tenantId, meetingId)).rejects.toThrow('may be posted');
  await expect(postRecap(world, tenantId, meetingId)).rejects.toThrow(InOtherHands);
  const before = world.posted.length;
  world.posted.push({
    id: 'unnoted',
    chat: 'meeting',
    card: { content: {}, locale: 'en', summary: '' },
    updates: 0,
  });
  await cardAction(world)({
    kind: 'card-action',
    chat: { tenantId, conversationId: 'c' },
    id: 'refresh',
    verb: 'recap/refresh',
    data: { meetingId },
    locale: undefined,
    userId: 'ben',
    messageId: 'unnoted',
  });
  world.clock += 3_600_000;
  await postRecap(world, tenantId, meetingId);
  expect(world.posted.length - before).toBe(1);
});

test('[O9] a recap that Teams refused at once is free to be posted by the next try', async () => {
  const { hold, tenantId } = await seriesIn(world);
  const meetingId = await hold({});
  world.troubles.push(new ChatTrouble('busy', 'Wait.', 1_000));
  await expect(postRecap(world, tenantId, meetingId)).rejects.toThrow('Wait.');
  await postRecap(world, tenantId, meetingId);
  expect((await world.record(tenantId).recap(meetingId))?.activityId).toBe(world.posted.at(-1)!.id);
});

const live = (outcomes: number) => ({
  meetingId: '3f0f3d59-8d47-4a29-8f3c-a70a1f6b1b10',
  pair,
  today: foldLedger([]),
  confirmedBy: [],
  overdue: ['development', 'wellbeing'] as const,
  tabLink: 'https://teams.example/tab',
  outcomes,
});
const longRecap = (topics: number, outcomes: number) =>
  composeRecap({
    seriesTitle: 'Ana & Ben',
    startedAt: 0,
    endedAt: 1_800_000,
    pair,
    opened: room(1),
    state: room(1, {
      topics: Array.from({ length: topics }, (_, index) =>
        topic(`t${index}`, {
          title: `${index} ${'ü'.repeat(180)}`,
          notes: 'ñ'.repeat(5000),
          state: index % 2 === 0 ? 'done' : 'parked',
        }),
      ),
      outcomes: Array.from({ length: outcomes }, (_, index) =>
        outcome(`o${index}`, { result: `${index} ${'ö'.repeat(280)}` }),
      ),
    }),
  });

test.for([
  [0, 0],
  [3, 2],
  [40, 5],
  [200, 200],
  [0, 200],
] as const)(
  '[O10] a card of %i topics and %i outcomes fits, and says what it leaves out',
  ([topics, outcomes]) => {
    const { content } = recapCard(english, longRecap(topics, outcomes), live(outcomes));
    const words = JSON.stringify(content);
    expect(Buffer.byteLength(words)).toBeLessThan(26_000);
    expect(/\d+ more (topic|outcome)s? not shown/.test(words)).toBe(topics + outcomes > 10);
    const card = new AdaptiveCard();
    const context = new SerializationContext();
    card.parse(content, context);
    expect([context.eventCount, card.validateProperties().validationEvents]).toEqual([0, []]);
  },
);
