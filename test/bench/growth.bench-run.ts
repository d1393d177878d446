/** `bench`: whether a 1:1 of many years, and a manager of very many, open as quickly as new ones. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { startJobs } from '../../bot/jobs.ts';
import { oweNotices } from '../../bot/notices/owe-notices.ts';
import type { TenantRecord } from '../../bot/record/record.ts';
import { session } from '../../bot/room/session.ts';
import { mySeries } from '../../bot/series/my-series.ts';
import { elements } from '../../shared/agenda/element.ts';
import type { Pair } from '../../shared/people/person.ts';
import { seriesPerPage } from '../../shared/series/my-series.ts';
import { outcome, topic } from '../agenda/agenda-builders.ts';
import { databases } from '../record/databases.ts';
import { beginSeries, copySeries, holdMeeting, talkOf } from '../series/held-series.ts';
import { member, worldOn } from '../world.ts';

const dayMs = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 23, 10);
const rounds = 120;
const openAtOnce = 10;
const words = 'What was said of it, and what each of the two wants to try until the next time. ';

const print = (line = '') => process.stdout.write(`${line}\n`);
const missed: string[] = [];
const ms = (taken: number) => `${taken.toFixed(1).padStart(5)} ms`;

const pairOf = (manager: string, report: string): Pair => [
  { id: manager, name: manager, role: 'manager' },
  { id: report, name: report, role: 'report' },
];

/** Weekly 1:1s until last week, with topics that have notes, and outcomes of which ten stay open. */
async function holdMany(
  record: TenantRecord,
  chat: string,
  pair: Pair,
  meetings: number,
  agreed: number,
) {
  const seriesId = await beginSeries(record, { chat, pair, now });
  for (let number = 1; number <= meetings; number += 1) {
    const until = Math.round((agreed * number) / meetings);
    const from = Math.round((agreed * (number - 1)) / meetings);
    const outcomes = Array.from({ length: until - Math.max(0, from - openAtOnce) }, (_, index) => {
      const place = Math.max(0, from - openAtOnce) + index;
      const status = place < until - openAtOnce ? 'reached' : 'open';
      const by = new Date(now + (5 + (place % 60)) * dayMs).toISOString().slice(0, 10);
      return outcome(`o${place}`, {
        status,
        by,
        owner: pair[1].id,
        result: words,
        agreedIn: number,
      });
    });
    await holdMeeting(record, seriesId, {
      at: now - (meetings - number + 1) * 7 * dayMs,
      topics: Array.from({ length: 10 }, (_, index) =>
        topic(`${number}/${index}`, {
          element: elements[(number + index) % elements.length] ?? 'progress',
          notes: words.repeat(5),
          state: 'done',
        }),
      ),
      outcomes,
      ...(number > meetings - 6 ? { talk: talkOf(pair, 0.6) } : {}),
    });
  }
  return seriesId;
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** All by turns, so that whatever else the machine does falls on each alike. */
async function byTurns(
  works: readonly { readonly name: string; readonly act: () => Promise<unknown> }[],
) {
  const taken = works.map((): number[] => []);
  for (let round = -5; round < rounds; round += 1)
    for (const [index, { act }] of works.entries()) {
      const from = performance.now();
      const bytes = JSON.stringify(await act()).length;
      if (round >= 0 && bytes > 0) taken[index]?.push(performance.now() - from);
    }
  return works.map(({ name }, index) => {
    const sorted = (taken[index] ?? []).toSorted((a, b) => a - b);
    return { name, quarter: at(sorted, 0.25), median: at(sorted, 0.5), p95: at(sorted, 0.95) };
  });
}

type Taken = Awaited<ReturnType<typeof byTurns>>;

function table(title: string, taken: Taken, goals: readonly (readonly [string, string, number])[]) {
  print(`  ${title}`);
  for (const { name, quarter, median, p95 } of taken)
    print(
      `    ${name.padEnd(30)} quickest quarter below ${ms(quarter)}, median ${ms(median)}, p95 ${ms(p95)}`,
    );
  for (const [first, last, goal] of goals) {
    // Whatever else the machine does falls on the slower ones.
    const of = (name: string) => taken.find((each) => each.name === name)?.quarter ?? Number.NaN;
    const ratio = of(last) / of(first);
    const line = `${last} against ${first}: ${ratio.toFixed(2)}×, at most ${goal}×`;
    print(`    ${ratio <= goal ? 'ok  ' : 'MISS'} ${line}`);
    if (!(ratio <= goal)) missed.push(`${title}: ${line}`);
  }
}

const isServer = ({ name }: { readonly name: string }) => name !== 'PGlite by the pg driver';
for (const { name, open } of databases.filter(isServer)) {
  const opened = await open();
  const { database } = opened;
  const jobs = await startJobs(database, pino({ level: 'silent' }));
  const world = worldOn(database, jobs);
  world.time = now;
  const tenantId = randomUUID();
  const record = world.record(tenantId);

  const lengths = [
    { meetings: 3, agreed: 10 },
    { meetings: 5, agreed: 15 },
    { meetings: 50, agreed: 150 },
    { meetings: 300, agreed: 1_000 },
    { meetings: 500, agreed: 1_000 },
  ];
  for (const { meetings, agreed } of lengths)
    await holdMany(
      record,
      `chat ${meetings}`,
      pairOf(`m${meetings}`, `r${meetings}`),
      meetings,
      agreed,
    );
  for (const count of [seriesPerPage, 200]) {
    const first = await holdMany(record, `many ${count}`, pairOf(`lead ${count}`, 'r'), 5, 15);
    await copySeries(database.db, first, count - 1);
  }
  if (name === 'PostgreSQL') await sql`analyze`.execute(database.db);
  world.chat.members = lengths.flatMap(({ meetings }) => [
    member(`m${meetings}`),
    member(`r${meetings}`),
  ]);

  const caller = (userId: string) => ({ tenantId, userId, name: userId });
  const openPanel = (meetings: number) =>
    session(world, {
      caller: caller(`r${meetings}`),
      parameters: {},
      body: { chatId: `chat ${meetings}`, meetingId: 'teams' },
    });
  const openMine = (userId: string) => () =>
    mySeries(world, { caller: caller(userId), parameters: {}, body: undefined });
  const named = (meetings: number) => `${meetings} meetings`;

  print(`${name}: opening, ${rounds} rounds by turns, wall clock; ratios of the quickest quarters`);
  table(
    "the panel's session",
    await byTurns(
      lengths.map(({ meetings }) => ({ name: named(meetings), act: () => openPanel(meetings) })),
    ),
    [
      [named(3), named(300), 1.3],
      [named(5), named(50), 1.2],
      [named(5), named(500), 1.2],
    ],
  );
  table(
    'the first session after a meeting, which plans the next',
    await byTurns(
      lengths.map(({ meetings }) => ({
        name: named(meetings),
        async act() {
          await database.db
            .deleteFrom('meeting')
            .where('stage', '=', 'planned')
            .where('number', '=', meetings + 1)
            .execute();
          return openPanel(meetings);
        },
      })),
    ),
    [
      [named(3), named(300), 1.3],
      [named(5), named(500), 1.2],
    ],
  );
  table(
    'My 1:1s',
    await byTurns([
      ...lengths.map(({ meetings }) => ({ name: named(meetings), act: openMine(`m${meetings}`) })),
      { name: 'a page of 20 1:1s', act: openMine(`lead ${seriesPerPage}`) },
      { name: 'the first page of 200 1:1s', act: openMine('lead 200') },
    ]),
    [
      [named(3), named(300), 1.3],
      [named(5), named(50), 1.2],
      [named(5), named(500), 1.2],
      ['a page of 20 1:1s', 'the first page of 200 1:1s', 1.2],
    ],
  );

  await database.db.deleteFrom('series').execute();
  const one = await holdMany(record, 'ahead', pairOf('ana', 'ben'), 3, 10);
  await copySeries(database.db, one, 999);
  let asked = 0;
  world.chat.aboutMeeting = async () => {
    asked += 1;
    return { organizer: 'ana', title: 'Ana and Ben', plannedStart: now + 3 * dayMs };
  };
  print('  the look ahead at 1,000 1:1s, every quarter of an hour');
  const lookAhead = async (what: string) => {
    world.time += 15 * 60_000;
    asked = 0;
    const from = performance.now();
    const owed = await oweNotices(world, database.db);
    const taken = (performance.now() - from).toFixed(0).padStart(6);
    print(`    ${what.padEnd(34)} ${taken} ms, Teams asked ${asked} times, ${owed} notices owed`);
  };
  for (let pass = 1; pass <= 3; pass += 1) await lookAhead(`no day is near, pass ${pass}`);
  // Each has an outcome that is due tomorrow.
  world.time += 4 * dayMs;
  await lookAhead('a reminder is due in each');
  await lookAhead('and has been owed');
  print();
  await jobs.stop();
  await opened.close();
}
print(missed.length === 0 ? 'All goals of growth met.' : `Missed: ${missed.join('; ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
