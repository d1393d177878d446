/** A server's part in posting recaps, in a process of its own that may be killed at any time. */
import { postRecap } from '../../bot/recap/post-recap.ts';
import { crashWorld } from '../outcomes/crash-world.ts';

const [databaseUrl = '', chatUrl = ''] = process.argv.slice(2);
const world = await crashWorld({
  folder: '',
  databaseUrl,
  chatUrl,
  get now() {
    return Date.now();
  },
  onStep() {},
});
await world.jobs.take({
  recap: ({ tenantId, meetingId }) => postRecap(world, tenantId, meetingId),
  'close-room': async () => {},
  'tell-room': async () => {},
  'follow-recap': async () => {},
  notice: async () => {},
  'look-ahead': async () => {},
  transcript: async () => {},
  retention: async () => {},
});
process.stdout.write('working\n');
