/** A real Chromium: the system's own, else the one that npm carries. */
import { existsSync } from 'node:fs';
import carried from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const usualPath = '/usr/bin/chromium';

/** Nothing that a browser does on its own account, and no sandbox, which root has none of. */
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? usualPath;
  return chromium.launch({
    executablePath: existsSync(own) ? own : await carried.executablePath(),
    args,
  });
}
