/** `npm run chaos -- --seed N --minutes N [--offline-seconds N] [--pause-ms N]`: breaks the running product and counts what is lost. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openBrowser } from '../journeys/browser.ts';
import { runProduct } from '../running-product.ts';
import { randomOf } from '../talk/random.ts';
import { faults, type FaultName } from './faults.ts';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '5' },
    'offline-seconds': { type: 'string', default: '15' },
    'pause-ms': { type: 'string', default: '140' },
    only: { type: 'string' },
  },
});
const Settings = z.object({
  seed: z.coerce.number().int().min(0),
  minutes: z.coerce.number().positive(),
  'offline-seconds': z.coerce.number().positive(),
  'pause-ms': z.coerce.number().positive(),
});
const settings = Settings.safeParse(values);
if (!settings.success) {
  process.stderr.write('Use: npm run chaos -- --seed 1 --minutes 5 --offline-seconds 15\n');
  process.exit(2);
}
const { seed, minutes, 'offline-seconds': offlineSeconds, 'pause-ms': pauseMs } = settings.data;
const say = (line: string) => process.stderr.write(`${line}\n`);

await using product = await runProduct();
await using browser = await openBrowser();
const until = Date.now() + minutes * 60_000;
const draw = randomOf(seed + 1);
const names = Object.keys(faults).filter((name): name is FaultName => name in faults);
let waiting: FaultName[] = [];
/** After so many faults a meeting ends, and the next begins. */
const faultsAMeeting = 4;

/** Each once, in an order of its own, before any comes again. */
const report = await runChaos(product, browser, {
  seed,
  offlineMs: offlineSeconds * 1_000,
  pauseMs,
  say,
  next(round) {
    if (Date.now() >= until && round > 0) return undefined;
    if (round % (faultsAMeeting + 1) === faultsAMeeting)
      return draw.chance(0.7) ? 'end and kill' : 'end';
    if (waiting.length === 0) {
      waiting = names
        .filter((name) => values.only === undefined || name === values.only)
        .map((name) => ({ name, place: draw.unit() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ name }) => name);
    }
    return waiting.shift();
  },
});
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
const isWhole =
  report.lost.length === 0 &&
  report.doubled.length === 0 &&
  report.panelErrors.length === 0 &&
  report.recapsPosted === report.recapsOwed;
process.exitCode = isWhole ? 0 : 1;
