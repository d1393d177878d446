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
  /** What the browser runs of one part. */
  codeOf(part: string): Promise<string>;
  /** The files of these parts that are not there with the page itself. */
  filesBeyondPage(parts: readonly string[]): readonly string[];
  /** The files that the page names as the live room's. */
  namedForRoom(): Promise<readonly string[]>;
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

  const fileOf = (part: string) => manifest[part]?.file ?? part;
  const filesOf = (parts: readonly string[]) => new Set([...loadedWith(parts)].map(fileOf));

  return {
    loadedWith,
    codeOf: (part) => readFile(join(folder, fileOf(part)), 'utf8'),
    filesBeyondPage(parts) {
      const withPage = filesOf(['index.html']);
      return [...filesOf(parts)].filter((file) => !withPage.has(file)).toSorted();
    },
    async namedForRoom() {
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const [, content = ''] = /<meta name="live-room" content="([^"]*)"/.exec(page) ?? [];
      return content
        .split(' ')
        .map((file) => file.replace('./', ''))
        .toSorted();
    },
    async bytesOf(parts) {
      const sizes = [...filesOf(parts)].map(
        async (file) => (await stat(join(folder, `${file}.gz`))).size,
      );
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
  };
}

/** A panel in its theme, with the agenda from the record. */
export const firstSight = (theme: string) => ['index.html', `teams/themes/${theme}.ts`];
/** What joining the room takes on top. */
export const joining = 'room/fluid-room.ts';
