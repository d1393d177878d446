/** The relay on one command: tinylicious as a child process that is restarted when it dies. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Relay } from './relay.ts';
import { whyInLog } from '../why-in-log.ts';

/** The tenant that Fluid's local connection names. */
const tenantId = 'local';
/** It takes 2 s on an idle machine; on a busy one it is waited for, as nothing works without it. */
const startWithinMs = 60_000;
const restartAfterMs = 250;
const stopWithinMs = 3_000;

export interface EmbeddedRelay extends Relay {
  /** The relay process, for those who watch over it. */
  pid(): number | undefined;
}

/** Starts the relay with its scratch data in `folder`, which it owns. Rejects when it can't start. */
export async function startEmbeddedRelay(folder: string, log: Logger): Promise<EmbeddedRelay> {
  let stopping = false;
  let running = await launch();

  async function launch() {
    // Rooms are disposable and the relay can't take up old ones: each life starts empty.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const port = await freePort();
    // Panels keep their tokens: one of an earlier life must not open a room that is not there any more.
    const key = randomBytes(32).toString('base64url');
    const child = fork(new URL('relay-process.ts', import.meta.url), [], {
      // Ctrl-C reaches every process of the terminal, and rooms are still to be read at the end.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The server's own flags, such as a debugger's port, are not for the relay.
      execArgv: [],
      env: { ...process.env, PORT: String(port), storage: folder, RELAY_KEY: key },
    });
    child.stdout?.resume();
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(-2000);
    });
    child.on('exit', (code, signal) => {
      if (stopping) return;
      log.warn({ code, signal }, 'the relay stopped; starting it again');
      void relaunch();
    });
    await untilItAnswers(child, port, () => complaint);
    return { child, port, key, life: randomUUID() };
  }

  async function relaunch(): Promise<void> {
    await pause(restartAfterMs);
    if (stopping) return;
    try {
      running = await launch();
      log.info('the relay runs again');
    } catch (error) {
      log.error(whyInLog(error), 'the relay does not start');
      void relaunch();
    }
  }

  return {
    address: { kind: 'own-origin' },
    endpoint: () => `http://127.0.0.1:${running.port}`,
    get key() {
      return { key: running.key, tenantId };
    },
    life: () => running.life,
    pid: () => running.child.pid,
    stop: async () => {
      stopping = true;
      await end(running.child);
    },
  };
}

async function untilItAnswers(child: ChildProcess, port: number, complaint: () => string) {
  const deadline = Date.now() + startWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The relay stopped at once. ${complaint()}`);
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The relay did not answer within ${startWithinMs} ms. ${complaint()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const stubborn = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await exited;
  clearTimeout(stubborn);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
