/** Whether rooms can be held: the relay opens one, gives it back, and refuses a forged token. */
import type { Logger } from 'pino';
import { carryOver } from '../../shared/agenda/carry-over.ts';
import type { Config } from '../config.ts';
import { remoteRelay, type Relay } from '../room/relay.ts';
import { roomsOn } from '../room/rooms.ts';
import type { Check } from './finding.ts';

const answersWithinMs = 8_000;
/** Fluid's client may go on asking after a refusal. */
const forgedWithinMs = 3_000;

export function checkRelay(setting: Config['relay'], log: Logger, now: () => number): Check {
  if (setting.kind === 'remote') return checkHolding(remoteRelay(setting), log, now);
  return {
    part: 'relay',
    mend: '',
    look: async () => ({
      state: 'note',
      says: 'Embedded: it starts with the server and keeps rooms in memory. Production needs RELAY=remote.',
    }),
  };
}

/** Whether this relay holds a room, and holds it for those alone who have its key. */
export function checkHolding(relay: Relay, log: Logger, now: () => number): Check {
  return {
    part: 'relay',
    mend: 'Check RELAY_ENDPOINT, RELAY_TENANT_ID and RELAY_KEY against the relay, and that this machine may reach it.',
    look: async () => {
      const rooms = roomsOn(relay, log, now);
      const started = now();
      const roomId = await rooms.open(carryOver({ record: undefined, nextNumber: 1 }), {});
      await rooms.read(roomId, answersWithinMs);
      const tookMs = now() - started;
      const forged = { ...relay, key: { ...relay.key, key: `${relay.key.key}?` } };
      if (await opens(roomsOn(forged, log, now).read(roomId, forgedWithinMs))) {
        return {
          state: 'ill',
          says: 'The relay took a token that was signed with a wrong key: anybody could enter any room. Switch token checks on in the relay.',
        };
      }
      return {
        state: 'well',
        says: `${relay.endpoint()} opened a room and gave it back in ${tookMs} ms, and refused a forged token.`,
      };
    },
  };
}

function opens(reading: Promise<unknown>): Promise<boolean> {
  return reading.then(
    () => true,
    // A refusal is what we hope for.
    () => false,
  );
}
