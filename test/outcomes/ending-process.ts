/** A server's part in the end of a 1:1, in a process of its own that is killed at a given step. */
import { meetingEnded } from '../../bot/meeting-ended.ts';
import { crashWorld } from './crash-world.ts';

const [folder = '', chatUrl = '', tenantId = '', endedAt = '', step = ''] = process.argv.slice(2);
let taken = 0;
const world = await crashWorld({
  folder,
  chatUrl,
  now: Number(endedAt),
  onStep() {
    taken += 1;
    if (taken === Number(step)) process.kill(process.pid, 'SIGKILL');
  },
});
await meetingEnded(world)(
  {
    kind: 'meeting-ended',
    chat: { tenantId, conversationId: 'c' },
    teamsMeetingId: 't',
    endedAt: Number(endedAt),
  },
  {},
);
process.stdout.write(String(taken));
await world.close();
