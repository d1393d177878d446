/** What an operator has to see of the running service: figures, and never what people write. */
import { DefaultAzureCredential } from '@azure/identity';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { Meter } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Logger } from 'pino';
import type { ServiceFigures } from './record/service-figures.ts';
import type { Relay } from './room/relay.ts';
import type { Rooms } from './room/rooms.ts';

const everyMs = 60_000;

/** The figures that the record answers, each with what it says to whoever reads it. */
const ofTheRecord: readonly {
  readonly name: string;
  readonly description: string;
  readonly of: (figures: ServiceFigures) => number;
}[] = [
  {
    name: 'evenhand.meetings.live',
    description: 'Meetings that run now',
    of: ({ meetingsLive }) => meetingsLive,
  },
  {
    name: 'evenhand.recaps.owed',
    description: 'Recaps that are owed and not posted',
    of: ({ recapsOwed }) => recapsOwed,
  },
  {
    name: 'evenhand.recaps.owed.age',
    description: 'Seconds the oldest owed recap has waited',
    of: ({ recapOldestSeconds }) => recapOldestSeconds,
  },
  {
    name: 'evenhand.recaps.posted',
    description: 'Recaps posted so far',
    of: ({ recapsPosted }) => recapsPosted,
  },
  {
    name: 'evenhand.checkpoint.lag',
    description: 'Seconds since the last checkpoint of the running meeting that is furthest behind',
    of: ({ checkpointOldestSeconds }) => checkpointOldestSeconds,
  },
  {
    name: 'evenhand.jobs.retrying',
    description: 'Jobs that failed and wait for their next try',
    of: ({ jobsRetrying }) => jobsRetrying,
  },
  {
    name: 'evenhand.jobs.failed',
    description: 'Jobs that were given up',
    of: ({ jobsFailed }) => jobsFailed,
  },
];

export interface Observed {
  figures(): Promise<ServiceFigures>;
  readonly relay: Relay;
  readonly log: Logger;
}

/** From now on the meter answers with the state of the service. */
export function observe(meter: Meter, { figures, relay, log }: Observed): void {
  const gauges = ofTheRecord.map(({ name, description, of }) => ({
    gauge: meter.createObservableGauge(name, { description }),
    of,
  }));
  meter.addBatchObservableCallback(
    async (result) => {
      try {
        const now = await figures();
        for (const { gauge, of } of gauges) result.observe(gauge, of(now));
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        log.warn({ error: name }, 'the figures of the service could not be read');
      }
    },
    gauges.map(({ gauge }) => gauge),
  );

  let life = relay.life();
  let restarts = 0;
  meter
    .createObservableCounter('evenhand.relay.lives', {
      description: 'How often the relay began anew and its rooms were opened again',
    })
    .addCallback((result) => {
      if (relay.life() !== life) {
        life = relay.life();
        restarts += 1;
      }
      result.observe(restarts);
    });
}

/** Counts what the server asks of the relay, and how often the relay does not answer. */
export function countedRooms(meter: Meter, rooms: Rooms): Rooms {
  const opened = meter.createCounter('evenhand.rooms.opened', {
    description: 'Rooms opened, new ones and those that replace a lost one',
  });
  const failed = meter.createCounter('evenhand.relay.failures', {
    description: 'Visits of the server to the relay that failed',
  });
  const counted = async <Answer>(visit: Promise<Answer>): Promise<Answer> => {
    try {
      return await visit;
    } catch (error) {
      failed.add(1);
      throw error;
    }
  };
  return {
    ...rooms,
    open: async (state, mark, talk) => {
      const roomId = await counted(rooms.open(state, mark, talk));
      opened.add(1);
      return roomId;
    },
    mark: (roomId, mark, withinMs) => counted(rooms.mark(roomId, mark, withinMs)),
    hasEditsAfter: (roomId, sequence, withinMs) =>
      counted(rooms.hasEditsAfter(roomId, sequence, withinMs)),
    read: (roomId, withinMs) => counted(rooms.read(roomId, withinMs)),
    tellPresence: (roomId, moves, withinMs) => counted(rooms.tellPresence(roomId, moves, withinMs)),
    close: (roomId, endedAt, keep, withinMs) =>
      counted(rooms.close(roomId, endedAt, keep, withinMs)),
  };
}

/** Counts how panels come back to their rooms; to stand before the API. */
export function countedJoins(meter: Meter) {
  const tokens = meter.createCounter('evenhand.relay.joins', {
    description: 'Room tokens given: a panel asks for one when it connects or connects again',
  });
  const lost = meter.createCounter('evenhand.relay.reconnects', {
    description: 'Panels that found their room gone and were sent to its successor',
  });
  return (
    request: { readonly path: string; readonly body?: unknown },
    response: { readonly statusCode: number; once(event: 'finish', then: () => void): unknown },
    next: () => void,
  ): void => {
    response.once('finish', () => {
      const isToken = request.path.endsWith('/room-token');
      const gives = isToken || (request.path.endsWith('/session') && joins(request.body));
      if (gives && response.statusCode === 200) tokens.add(1);
      if (response.statusCode === 409 && (isToken || request.path.endsWith('/checkpoint')))
        lost.add(1);
    });
    next();
  };
}

function joins(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'joins' in body && body.joins === true;
}

export interface Telemetry {
  readonly meter: Meter;
  stop(): Promise<void>;
}

/** Sends figures to Application Insights, as this machine's identity; without a connection, nowhere. */
export async function startTelemetry(connection: string | undefined): Promise<Telemetry> {
  if (connection === undefined) {
    return { meter: new MeterProvider().getMeter('evenhand'), stop: async () => {} };
  }
  const { AzureMonitorMetricExporter } = await import('@azure/monitor-opentelemetry-exporter');
  const exporter = new AzureMonitorMetricExporter({
    connectionString: connection,
    credential: new DefaultAzureCredential(),
  });
  const provider = new MeterProvider({
    resource: resourceFromAttributes({ 'service.name': 'evenhand' }),
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: everyMs })],
  });
  return { meter: provider.getMeter('evenhand'), stop: () => provider.shutdown() };
}
