/** Keeps the simulated world on disk, so that a restart finds chat and meeting as they were. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newWorld, World } from './world.ts';

export interface WorldFile {
  readonly world: () => World;
  /** Settles when the change is on disk. */
  change(step: (world: World) => World): Promise<void>;
  onChange(listener: (world: World) => void): () => void;
  /** Settles when all is on disk. */
  settled(): Promise<void>;
}

export async function openWorld(options: {
  readonly dataFolder: string;
  now(): number;
}): Promise<WorldFile> {
  const path = join(options.dataFolder, 'simulator.json');
  await mkdir(options.dataFolder, { recursive: true });
  let world = (await readWorld(path)) ?? newWorld(options.now());
  const listeners = new Set<(world: World) => void>();
  let writing = Promise.resolve();
  let queued: Promise<void> | undefined;

  async function write(): Promise<void> {
    queued = undefined;
    await writeFile(`${path}.new`, JSON.stringify(world));
    await rename(`${path}.new`, path);
  }

  /** Changes that arrive while one write is under way share the next. */
  function save(): Promise<void> {
    queued ??= writing.then(write);
    writing = queued.catch(() => undefined);
    return queued;
  }

  return {
    world: () => world,
    change(step) {
      const next = step(world);
      if (next === world) return queued ?? writing;
      world = next;
      for (const listener of listeners) listener(world);
      return save();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => queued ?? writing,
  };
}

async function readWorld(path: string): Promise<World | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return World.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} cannot be read: delete it to start the simulated chat afresh.`, {
      cause: error,
    });
  }
}
