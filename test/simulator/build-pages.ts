/** Builds the panel and the meeting page when their sources are newer than what was built. */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

const vite = resolve(root, 'node_modules/vite/bin/vite.js');
const run = promisify(execFile);

const pages = [
  {
    name: 'panel',
    config: 'tabs/vite.config.ts',
    built: 'tabs/dist/index.html',
    sources: ['tabs', 'shared', 'package.json'],
  },
  {
    name: 'meeting page',
    config: 'test/simulator/page/vite.config.ts',
    built: 'test/simulator/page/dist/index.html',
    sources: ['test/simulator', 'package.json'],
  },
];

/** Tells of each page that is ready, built anew or not. */
export async function buildPages(onReady: (page: string) => void): Promise<void> {
  for (const page of pages) {
    const isFresh = newest([page.built]) > newest(page.sources);
    if (!isFresh) {
      // A process of its own: building takes far more memory than running.
      await run(process.execPath, [vite, 'build', '--config', page.config, '--logLevel', 'warn'], {
        cwd: root,
        // Whoever asks for it, a test too, gets the pages that people get.
        env: { ...process.env, NODE_ENV: 'production' },
      });
    }
    onReady(isFresh ? page.name : `${page.name} (built)`);
  }
}

/** When the newest file in these places was changed, in milliseconds since 1970; 0 for none. */
function newest(places: readonly string[]): number {
  return Math.max(0, ...places.map((place) => changedAt(resolve(root, place))));
}

function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'dist')
      .map((name) => changedAt(resolve(path, name))),
  );
}

if (import.meta.main) await buildPages((page) => process.stdout.write(`${page}\n`));
