/**
 * `node test/infra/measure-relay.ts`: what one 1:1 costs the relay, in operations and bytes. Two seats
 * hold a whole meeting at speed on the embedded relay; a line between them and it counts the bytes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { z } from 'zod';
import { carryOver } from '../../shared/agenda/carry-over.ts';
import { startEmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import { roomsOn } from '../../bot/room/rooms.ts';
import { takeSeat } from '../room/seat.ts';

/** A busy half hour: each letter of the notes is typed live by one of the two. */
const meeting = { minutes: 30, topics: 8, notesPerTopic: 200, outcomes: 5, successLetters: 40 };
/** Between two letters: an eighth of real typing, slow enough that letters are not sent together. */
const betweenLettersMs = 12;

const folder = mkdtempSync(join(tmpdir(), 'measure-relay-'));
const log = pino({ level: 'silent' });
const relay = await startEmbeddedRelay(folder, log);
const bytes = { toRelay: 0, fromRelay: 0 };
const line = createServer((panel) => {
  const server = connect(Number(new URL(relay.endpoint()).port), '127.0.0.1');
  panel.on('data', (data) => (bytes.toRelay += data.length)).pipe(server);
  server.on('data', (data) => (bytes.fromRelay += data.length)).pipe(panel);
  panel.on('error', () => server.destroy());
  server.on('error', () => panel.destroy());
}).listen(0, '127.0.0.1');
await once(line, 'listening');
const { port } = z.object({ port: z.number() }).parse(line.address());

const roomId = await roomsOn(relay, log, () => Date.now()).open(
  carryOver({ record: undefined, nextNumber: 1 }),
  { startedAt: Date.now() },
);
const through = { endpoint: `http://127.0.0.1:${port}`, key: relay.key };
const ana = await takeSeat(through, roomId, 'ana');
const ben = await takeSeat(through, roomId, 'ben');
const before = { ...bytes, sequence: ana.checkpoint().sequence };

for (let each = 0; each < meeting.topics; each += 1) {
  const seat = each % 2 === 0 ? ana : ben;
  seat.room.addTopic({
    id: `topic ${each}`,
    title: 'What stands in the way of the release',
    element: 'progress',
    raisedBy: each % 2 === 0 ? 'ana' : 'ben',
    raisedIn: 1,
    plannedMinutes: null,
    notes: '',
    state: 'open',
  });
  await seat.saved();
}
for (let each = 0; each < meeting.topics; each += 1) {
  const topic = ana.room.topics[each];
  if (topic === undefined) continue;
  ana.room.discuss(topic);
  const notes = topic.notes;
  for (let letter = 0; letter < meeting.notesPerTopic; letter += 1) {
    notes.insertAt(letter, 'e');
    await pause(betweenLettersMs);
  }
  ana.room.settle(topic, 'done');
}
for (let each = 0; each < meeting.outcomes; each += 1) {
  ben.room.agree({
    id: `outcome ${each}`,
    result: 'The release is in the hands of ten customers who said yes',
    owner: 'ben',
    by: '2030-01-31',
    success: '',
    support: '',
    status: 'open',
    agreedIn: 1,
  });
  const success = ben.room.outcomes.at(-1)?.success;
  for (let letter = 0; letter < meeting.successLetters; letter += 1) {
    success?.insertAt(letter, 'e');
    await pause(betweenLettersMs);
  }
}
await Promise.all([ana.saved(), ben.saved()]);
const operations = ana.checkpoint().sequence - before.sequence;
const toRelay = bytes.toRelay - before.toRelay;
const fromRelay = bytes.fromRelay - before.fromRelay;
const figures = {
  meeting,
  operations,
  operationsPerMinute: Math.round(operations / meeting.minutes),
  kilobytesToRelay: Math.round(toRelay / 1024),
  kilobytesFromRelay: Math.round(fromRelay / 1024),
  bytesPerOperation: Math.round((toRelay + fromRelay) / operations),
  joinKilobytesPerPanel: Math.round((before.toRelay + before.fromRelay) / 2 / 1024),
};
process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
ana.leave();
ben.leave();
line.close();
await relay.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
