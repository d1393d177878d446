/** What the built panel loads, and when: read from what Vite wrote down of it. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildPages } from '../simulator/build-pages.ts';

const folder = new URL('../../tabs/dist', import.meta.url).pathname;

const Manifest = z.record(
  z.string(),
  z.looseObject({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

export interface BuiltPanel {
  /** The bytes that travel, compressed with gzip, until all of these parts are there. */
  bytesOf(parts: readonly string[]): Promise<number>;
  /** Every part that is there when these are. */
  loadedWith(parts: readonly string[]): ReadonlySet<string>;
}

/** Builds it first, where its sources are newer. */
export async function builtPanel(): Promise<BuiltPanel> {
  await buildPages(() => {});
  const manifest = Manifest.parse(
    JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')),
  );

  function loadedWith(parts: readonly string[]): ReadonlySet<string> {
    const loaded = new Set<string>();
    const load = (part: string): void => {
      if (loaded.has(part)) return;
      loaded.add(part);
      const built = manifest[part];
      if (built === undefined) throw new Error(`The panel has no part "${part}".`);
      built.imports.forEach(load);
    };
    parts.forEach(load);
    return loaded;
  }

  return {
    loadedWith,
    async bytesOf(parts) {
      const files = new Set([...loadedWith(parts)].map((part) => manifest[part]?.file ?? part));
      const sizes = [...files].map(async (file) => (await stat(join(folder, `${file}.gz`))).size);
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
  };
}

/** A panel in its theme, with the agenda from the record. */
export const firstSight = (theme: string) => ['index.html', `teams/themes/${theme}.ts`];
/** What joining the room takes on top. */
export const joining = 'room/fluid-room.ts';
