/** One Evenhand server as a process of its own: says its port on its standard output. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';
import { readConfig } from '../../../bot/config.ts';
import { startEvenhand } from '../../../bot/evenhand.ts';

const evenhand = await startEvenhand(
  readConfig({ LOG_LEVEL: 'error', ...process.env, EVENHAND_MODE: 'local' }),
);
const server = createServer(evenhand.app).listen(0, '127.0.0.1');
await once(server, 'listening');
evenhand.attach(server);
const { port } = z.object({ port: z.number() }).parse(server.address());
process.stdout.write(`${port}\n`);
