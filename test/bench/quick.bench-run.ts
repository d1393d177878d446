/** What a weak laptop and a busy server feel, measured: `--only NAME` runs one of the benches. */
import { parseArgs } from 'node:util';
import { measureFirstSight } from './quick/first-sight.ts';
import { measureLongMeeting } from './quick/long-meeting.ts';
import { measureLiveRooms } from './quick/live-rooms.ts';
import { measureOtherScreen } from './quick/other-screen.ts';
import { watchTakenAway } from './quick/taken-away.ts';
import { measureTopOfHour } from './quick/top-of-hour.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  'first-sight': measureFirstSight,
  'other-screen': measureOtherScreen,
  'top-of-hour': measureTopOfHour,
  'live-rooms': measureLiveRooms,
  'long-meeting': measureLongMeeting,
};

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const wanted = Object.entries(benches).filter(([name]) => only === undefined || name === only);
if (wanted.length === 0) {
  process.stderr.write(
    `There is no bench "${only}". There are: ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [, measure] of wanted) {
  const takenAway = watchTakenAway();
  await measure();
  const part = takenAway();
  if (part !== undefined)
    process.stdout.write(
      `  Of the processors' time, the host gave ${(part * 100).toFixed(0)} % to others meanwhile.\n`,
    );
}
process.exit(0);
