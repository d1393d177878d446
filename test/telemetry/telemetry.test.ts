import { EventEmitter } from 'node:events';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJobs } from '../../bot/jobs.ts';
import { openDatabase } from '../../bot/record/database.ts';
import { recordOf } from '../../bot/record/record.ts';
import { serviceFigures, type ServiceFigures } from '../../bot/record/service-figures.ts';
import type { Relay } from '../../bot/room/relay.ts';
import type { Rooms } from '../../bot/room/rooms.ts';
import { countedJoins, countedRooms, observe, startTelemetry } from '../../bot/telemetry.ts';
import { carryOver } from '../../shared/agenda/carry-over.ts';

const log = pino({ level: 'silent' });

/** A meter, and what an operator would read from it now. */
function reading() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  return {
    meter: provider.getMeter('evenhand'),
    async read(): Promise<Readonly<Record<string, unknown>>> {
      exporter.reset();
      await reader.forceFlush();
      const metrics = exporter.getMetrics().flatMap((each) => each.scopeMetrics);
      return Object.fromEntries(
        metrics
          .flatMap((scope) => scope.metrics)
          .map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints[0]?.value]),
      );
    },
  };
}

const relay = (life: () => string): Relay => ({
  address: { kind: 'own-origin' },
  endpoint: () => '',
  key: { key: '', tenantId: '' },
  life,
  stop: async () => {},
});

const figures: ServiceFigures = {
  meetingsLive: 3,
  recapsOwed: 2,
  recapOldestSeconds: 40,
  recapsPosted: 17,
  checkpointOldestSeconds: 5,
  jobsRetrying: 1,
  jobsFailed: 0,
};

test('[I10] an operator reads how the service stands, and how often the relay began anew', async () => {
  const { meter, read } = reading();
  let life = 'one';
  observe(meter, { figures: async () => figures, relay: relay(() => life), log });
  const first = await read();
  life = 'two';
  const second = await read();
  const standing = {
    'evenhand.meetings.live': 3,
    'evenhand.recaps.owed': 2,
    'evenhand.recaps.owed.age': 40,
    'evenhand.recaps.posted': 17,
    'evenhand.checkpoint.lag': 5,
    'evenhand.jobs.retrying': 1,
    'evenhand.jobs.failed': 0,
  };
  expect(first).toEqual({ ...standing, 'evenhand.relay.lives': 0 });
  expect(second).toEqual({ ...standing, 'evenhand.relay.lives': 1 });
});

test('[I10] a database that does not answer leaves its figures out, and counting goes on', async () => {
  const { meter, read } = reading();
  const away = () => Promise.reject(new Error('away'));
  observe(meter, { figures: away, relay: relay(() => 'one'), log });
  expect((await read())['evenhand.relay.lives']).toBe(0);
});

test('[I10] rooms that are opened and a relay that fails are counted', async () => {
  const { meter, read } = reading();
  const state = carryOver({ record: undefined, nextNumber: 1 });
  const rooms: Rooms = countedRooms(meter, {
    open: async () => 'room',
    mark: () => Promise.reject(new Error('away')),
    hasEditsAfter: () => Promise.reject(new Error('away')),
    read: async (roomId) => ({ roomId, sequence: 1, state }),
    close: () => Promise.reject(new Error('away')),
    tellPresence: () => Promise.reject(new Error('away')),
  });
  expect(await rooms.open(state, {})).toBe('room');
  expect(await rooms.read('room', 1)).toEqual({ roomId: 'room', sequence: 1, state });
  await expect(rooms.mark('room', {}, 1)).rejects.toThrow('away');
  expect(await read()).toEqual({ 'evenhand.rooms.opened': 1, 'evenhand.relay.failures': 1 });
});

test('[I10] panels that connect, and those whose room was gone, are counted apart', async () => {
  const { meter, read } = reading();
  const watch = countedJoins(meter);
  const answer = (path: string, statusCode: number, body?: unknown) => {
    const response = Object.assign(new EventEmitter(), { statusCode });
    watch({ path, body }, response, () => {});
    response.emit('finish');
  };
  answer('/meetings/1/room-token', 200);
  answer('/meetings/1/room-token', 200);
  answer('/meetings/1/room-token', 409);
  answer('/meetings/1/checkpoint', 409);
  answer('/meetings/1/checkpoint', 200);
  answer('/session', 409);
  answer('/session', 200, {});
  answer('/session', 200, { joins: true });
  answer('/session', 403, { joins: true });
  expect(await read()).toEqual({ 'evenhand.relay.joins': 3, 'evenhand.relay.reconnects': 2 });
});

test('[I10] the record counts over all tenants, and tells nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  const database = await openDatabase({ kind: 'embedded', folder });
  const jobs = await startJobs(database, log);
  const begun = Date.UTC(2026, 10, 23, 10);
  for (const tenantId of ['one', 'two', 'three']) {
    const record = recordOf({ db: database.db, tenantId });
    await record.keepSeries({ conversationId: 'chat', title: '', reference: {}, now: begun });
    const series = await record.seriesOfChat('chat');
    const meeting = await record.planMeeting(series!.id, begun);
    await record.startMeeting(meeting.id, 'teams', begun);
    if (tenantId !== 'one') await record.endMeeting(meeting.id, begun + 1, begun + 10_000);
    if (tenantId === 'three') await record.recapPosted(meeting.id, 'posted', begun + 12_000);
  }
  const found = await serviceFigures(database.db, begun + 30_000);
  await jobs.stop();
  await database.close();
  expect(found).toEqual({
    meetingsLive: 1,
    recapsOwed: 1,
    recapOldestSeconds: 20,
    recapsPosted: 1,
    checkpointOldestSeconds: 30,
    jobsRetrying: 0,
    jobsFailed: 0,
  });
}, 60_000);

test('[I10] without a connection nothing is sent anywhere', async () => {
  const telemetry = await startTelemetry(undefined);
  telemetry.meter.createCounter('evenhand.test').add(1);
  await telemetry.stop();
});
