import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase, type Database } from '../../bot/record/database.ts';
import { recordOf, type TenantRecord } from '../../bot/record/record.ts';
import type { LedgerEntry } from '../../shared/outcomes/ledger.ts';
import type { Outcome } from '../../shared/outcomes/outcome.ts';
import { outcome, pair, room } from '../agenda/agenda-builders.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  database = await openDatabase({ kind: 'embedded', folder });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

interface Held {
  readonly record: TenantRecord;
  readonly seriesId: string;
  readonly meetingId: string;
  checkpoint(sequence: number, outcomes: Outcome[], by?: string): Promise<boolean>;
}

async function heldMeeting(tenantId = randomUUID()): Promise<Held> {
  const record = recordOf({ db: database.db, tenantId });
  await record.keepSeries({ conversationId: 'c', title: '1:1', reference: {}, now: 0 });
  const series = (await record.seriesOfChat('c'))!;
  await record.namePair(series.id, pair);
  const meeting = await record.together((inside) => inside.planMeeting(series.id, 0));
  await record.moveToRoom(meeting.id, null, { roomId: 'r', relayLife: 'l' });
  return {
    record,
    seriesId: series.id,
    meetingId: meeting.id,
    checkpoint: (sequence, outcomes, by = 'ana') =>
      record.keepCheckpoint(
        meeting.id,
        { roomId: 'r', sequence, state: room(1, { outcomes }) },
        sequence,
        by,
      ),
  };
}

const reachedOnCard = (source: string): LedgerEntry => ({
  id: `a/status/card/${source}`,
  outcomeId: 'a',
  at: 50,
  by: 'ben',
  via: 'card',
  change: { what: 'status', to: 'reached' },
});

test('[O5] checkpoints enter what was edited, once, with who and when', async () => {
  const { record, seriesId, checkpoint } = await heldMeeting();
  await checkpoint(1, [outcome('a')]);
  await checkpoint(1, [outcome('a')], 'ben');
  await checkpoint(3, [outcome('a', { by: '2026-12-01' })], 'ben');
  expect(await checkpoint(2, [outcome('a')])).toBe(false);
  expect(await record.historyOf(seriesId, 'a')).toEqual([
    {
      id: 'a/agreed',
      outcomeId: 'a',
      at: 1,
      by: 'ana',
      via: 'panel',
      change: { what: 'agreed', to: outcome('a') },
    },
    {
      id: 'a/by/room/r/3',
      outcomeId: 'a',
      at: 3,
      by: 'ben',
      via: 'panel',
      change: { what: 'by', to: '2026-12-01' },
    },
  ]);
});

test('[O2] a card and two panels at once: all of it is in the ledger', async () => {
  const { record, seriesId, checkpoint } = await heldMeeting();
  await checkpoint(1, [outcome('a')]);
  await Promise.all([
    record.enter(seriesId, [reachedOnCard('1')]),
    checkpoint(2, [outcome('a', { result: 'Sharper' })], 'ana'),
    record.enter(seriesId, [reachedOnCard('1')]),
    checkpoint(3, [outcome('a', { result: 'Sharper', owner: 'both' })], 'ben'),
  ]);
  const today = (await record.outcomes(seriesId, [{ id: 'a' }])).get('a');
  expect(today?.outcome).toEqual(
    outcome('a', { result: 'Sharper', owner: 'both', status: 'reached' }),
  );
  expect(await record.historyOf(seriesId, 'a')).toHaveLength(4);
  expect(await record.enter(seriesId, [reachedOnCard('1')])).toBe(false);
});

test('[O4] the next meeting opens with the outcomes of the ledger, not of the last room', async () => {
  const { record, seriesId, meetingId, checkpoint } = await heldMeeting();
  await checkpoint(1, [outcome('a'), outcome('b'), outcome('c', { status: 'dropped' })]);
  await record.startMeeting(meetingId, 't', 10);
  await record.endMeeting(meetingId, 20, 20);
  await record.enter(seriesId, [
    reachedOnCard('1'),
    { ...reachedOnCard('2'), id: '2', outcomeId: 'b', change: { what: 'by', to: '2027-01-01' } },
    { ...reachedOnCard('3'), id: '3', outcomeId: 'c', change: { what: 'status', to: 'open' } },
  ]);
  const next = await record.together((inside) => inside.planMeeting(seriesId, 30));
  expect((await record.room(next.id))?.state.outcomes).toEqual([
    outcome('b', { by: '2027-01-01' }),
    outcome('c'),
  ]);
});

test('another tenant sees and changes nothing of a ledger', async () => {
  const { record, seriesId, checkpoint } = await heldMeeting();
  await checkpoint(1, [outcome('a')]);
  const other = recordOf({ db: database.db, tenantId: 'another' });
  expect(await other.historyOf(seriesId, 'a')).toEqual([]);
  expect(await other.outcomes(seriesId, [{ id: 'a' }])).toEqual(new Map());
  expect(await other.lastChangeBy(seriesId, 'ana')).toBeUndefined();
  await expect(other.enter(seriesId, [reachedOnCard('x')])).rejects.toThrow();
  expect(await record.historyOf(seriesId, 'a')).toHaveLength(1);
});
