import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJobs } from '../../bot/jobs.ts';
import { openDatabase } from '../../bot/record/database.ts';
import { databaseTrouble } from '../../bot/record/database-away.ts';
import { recordOf } from '../../bot/record/record.ts';
import { sparing, spareBytes } from '../../bot/record/spare-disk.ts';
import { pair, room, topic } from '../agenda/agenda-builders.ts';

/** Room for an empty database with its log, and what is spared. */
const diskBytes = 230 * 1024 * 1024;

let disk: string;
let isMounted = false;
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', disk], {
      stdio: 'ignore',
    });
    isMounted = true;
  } catch {
    process.stdout.write(
      'No small disk could be mounted (that takes root): its test is skipped.\n',
    );
  }
});
afterAll(() => {
  if (isMounted) execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const troubleOf = (work: Promise<unknown>) => work.then(() => undefined, databaseTrouble);

test('[F2] on a full disk the record takes nothing, still reads, and goes on when there is room again', async ({
  skip,
}) => {
  skip(!isMounted, 'no small disk could be mounted');
  const folder = join(disk, 'record');
  const database = await openDatabase({ kind: 'embedded', folder });
  const jobs = await startJobs(database, pino({ level: 'silent' }));
  const record = recordOf({ db: database.db, tenantId: 'tenant' });
  await record.keepSeries({ conversationId: 'c', title: '1:1', reference: {}, now: 1 });
  const series = (await record.seriesOfChat('c'))!;
  await record.namePair(series.id, pair);
  const { id } = await record.together((inside) => inside.planMeeting(series.id, 1));
  await record.moveToRoom(id, null, { roomId: 'r', relayLife: 'life' });
  const keep = (sequence: number) =>
    record.keepCheckpoint(
      id,
      { roomId: 'r', sequence, state: room(1, { topics: [topic(`t${sequence}`)] }) },
      1,
    );
  expect(await keep(1)).toBe(true);

  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - spareBytes / 2));
  expect(await troubleOf(keep(2))).toBe('full');
  const owed = { tenantId: 'tenant', meetingId: id };
  expect(await troubleOf(jobs.owe('recap', owed, { within: database.db, afterSeconds: 99 }))).toBe(
    'full',
  );
  expect((await record.room(id))?.state.topics.map((each) => each.id)).toEqual(['t1']);

  rmSync(join(disk, 'filler'));
  expect(await keep(3)).toBe(true);
  await jobs.owe('recap', owed, { within: database.db, afterSeconds: 99 });
  expect(await jobs.list('recap')).toEqual([owed]);
  await jobs.stop();
  await database.close();

  const again = await openDatabase({ kind: 'embedded', folder });
  const kept = await recordOf({ db: again.db, tenantId: 'tenant' }).room(id);
  expect(kept?.state.topics.map((each) => each.id)).toEqual(['t3']);
  await again.close();
}, 120_000);

test('[F2] whatever would change something is refused on a full disk, and what only reads is not', async () => {
  let isFull = false;
  const pglite = await PGlite.create();
  const spared = sparing(pglite, () => {
    if (isFull) throw Object.assign(new Error('full'), { code: '53100' });
  });
  await spared.exec('create table t (x int)');
  isFull = true;
  for (const change of [
    () => spared.query('insert into t values (1)'),
    () => spared.exec('begin; insert into t values (1); commit'),
    () => spared.query('with one as (select 1 as x) insert into t select x from one'),
    () => spared.transaction((inside) => inside.query('insert into t values (1)')),
  ])
    expect(await troubleOf(change())).toBe('full');
  expect((await spared.query(' SELECT * from t')).rows).toEqual([]);
  isFull = false;
  await spared.transaction((inside) => inside.query('insert into t values (1)'));
  expect((await spared.query('select x from t')).rows).toEqual([{ x: 1 }]);
  await spared.close();
});
