/** A short run of `npm run chaos`: what two people write while everything breaks. */
import { expect, test } from 'vitest';
import type { FaultName } from '../chaos/faults.ts';
import { runChaos } from '../chaos/run-chaos.ts';
import { runProduct } from '../running-product.ts';
import { openBrowser } from './browser.ts';

const seed = 20_262;

const rounds: readonly (FaultName | 'end')[] = [
  'panel loaded again in mid-word',
  'offline while the relay is killed',
  'everything killed and both panels closed',
  'end',
];

test(
  '[F5][F6] through kills, a cut line, a reload and an end, nothing that was written is lost or doubled',
  { timeout: 600_000 },
  async () => {
    await using product = await runProduct();
    await using browser = await openBrowser();
    const report = await runChaos(product, browser, {
      seed,
      offlineMs: 3_000,
      pauseMs: 140,
      next: (round) => rounds[round],
      say: (line) => process.stdout.write(`${line}\n`),
    });
    expect(report.made).toBeGreaterThanOrEqual(12);
    expect(report).toEqual({
      seed,
      made: report.made,
      saved: report.saved,
      lost: [],
      doubled: [],
      missingOfLastSecond: report.missingOfLastSecond,
      faults: {
        'panel loaded again in mid-word': 1,
        'offline while the relay is killed': 1,
        'everything killed and both panels closed': 1,
      },
      recapsOwed: 1,
      recapsPosted: 1,
      panelErrors: [],
    });
  },
);
