/** A simulator on a free port with a bot of the test's own, for tests. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { z } from 'zod';
import type { BotAnswer } from './bot-line.ts';
import { createSimulator } from './simulator.ts';
import type { Simulator } from './simulator.ts';

export const Heard = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
});
export type Heard = z.infer<typeof Heard>;

export interface RunningSimulator extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly origin: string;
  readonly dataFolder: string;
  /** Every activity that the bot was told, in order. */
  readonly heard: Heard[];
  /** The page's request; its answer as parsed JSON. */
  ask(path: string, body?: unknown): Promise<unknown>;
}

/** Ten o'clock on a Monday; each reading is a millisecond later. */
const beginning = Date.UTC(2026, 10, 23, 10, 0);

/** A key takes a while to make: the first one serves every simulator of a test file. */
let keyFile: string | undefined;

export async function runSimulator(
  options: {
    readonly answer?: (activity: Heard) => BotAnswer | Promise<BotAnswer>;
    /** Of an earlier run, which then began in it. */
    readonly dataFolder?: string;
    readonly now?: () => number;
  } = {},
): Promise<RunningSimulator> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'simulator-')));
  if (keyFile !== undefined && options.dataFolder === undefined)
    await copyFile(keyFile, join(dataFolder, 'simulator-key.json'));
  const heard: Heard[] = [];
  let clock = beginning;
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://localhost:${portOf(server.address())}`;
  const simulator = await createSimulator({
    origin,
    dataFolder,
    now: options.now ?? (() => (clock += 1)),
    deliver: async (activity) => {
      const told = Heard.parse(activity);
      heard.push(told);
      return (await options.answer?.(told)) ?? { status: 200, body: undefined };
    },
  });
  app.use(simulator.router);
  if (keyFile === undefined) {
    const keyFolder = await mkdtemp(join(tmpdir(), 'simulator-key-'));
    await copyFile(join(dataFolder, 'simulator-key.json'), join(keyFolder, 'key.json'));
    keyFile = join(keyFolder, 'key.json');
  }

  return {
    simulator,
    origin,
    dataFolder,
    heard,
    async ask(path, body) {
      const posting = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const url = `${origin}/simulator/${path}`;
      const answer = await (body === undefined ? fetch(url) : fetch(url, posting));
      const text = await answer.text();
      return text === '' ? answer.status : JSON.parse(text);
    },
    async [Symbol.asyncDispose]() {
      await simulator.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.');
  return address.port;
}
