import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedRelay, type EmbeddedRelay } from '../../bot/room/embedded-relay.ts';
import { signRoomToken } from '../../bot/room/room-token.ts';
import { roomsOn } from '../../bot/room/rooms.ts';
import { room, topic } from '../agenda/agenda-builders.ts';
import { joinOverSocket } from '../room/relay-socket.ts';

let folder: string;
let relay: EmbeddedRelay;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'life-'));
  relay = await startEmbeddedRelay(folder, pino({ level: 'silent' }));
});
afterAll(async () => {
  await relay.stop();
  await rm(folder, { recursive: true, force: true });
});

test('[F5] a relay that was killed takes nothing for a room of its earlier life, which it would call saved', async () => {
  const rooms = roomsOn(relay, pino({ level: 'silent' }), () => Date.now());
  const roomId = await rooms.open(room(1, { topics: [topic('a')] }), {});
  const user = { id: 'ana', name: 'Ana' };
  const token = await signRoomToken(relay.key, { roomId, user, now: Date.now() });
  const joined = () => joinOverSocket(relay.endpoint(), { tenantId: 'local', roomId, token });
  expect(await joined()).toBe('connect_document_success');
  const life = relay.life();
  process.kill(relay.pid()!, 'SIGKILL');
  await expect.poll(() => relay.life(), { timeout: 60_000 }).not.toBe(life);
  const pid = relay.pid();
  expect(await joined()).toBe('connect_document_error');
  expect(relay.pid()).toBe(pid);
}, 120_000);
