/** The whole product with the stand-in for Teams around it, as `npm start` runs it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TokenAnswer } from './simulator/contract.ts';

/** Pages that are not built yet are built at the first start. */
const startWithinMs = 120_000;
const stopWithinMs = 20_000;

const root = new URL('..', import.meta.url).pathname;

export interface RunningProduct extends AsyncDisposable {
  readonly origin: string;
  readonly dataFolder: string;
  /** All that it has printed, over all its starts. */
  output(): string;
  /** Ctrl-C: every process of it gets the signal. Settles when all have ended. */
  interrupt(): Promise<void>;
  /** The server is gone at once, without a word; its relay follows it. */
  kill(): Promise<void>;
  /** The relay alone is gone at once; the server starts another. */
  killRelay(): Promise<void>;
  /** Asks the stand-in for Teams for something, as its page does; its answer as parsed JSON. */
  tell(what: string, body: unknown): Promise<unknown>;
  /** The sign-in that a person's panel would send. */
  signIn(person: 'ana' | 'ben' | 'cleo'): Promise<string>;
  /** Once more, on the same folder and port. */
  startAgain(): Promise<void>;
}

/** On a free port and with an empty data folder, which goes with it; with more settings, if any. */
export async function runProduct(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'evenhand-'));
  const port = await freePort();
  let output = '';
  let running = await launch();

  async function launch(): Promise<ChildProcess> {
    // A group of its own, so that a signal reaches all of its processes, as a terminal's does.
    const child = spawn(process.execPath, ['test/simulator/main.ts'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...ownEnvironment(), ...settings, PORT: String(port), DATA_FOLDER: dataFolder },
    });
    const from = output.length;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        child.emit('said');
      });
    const deadline = AbortSignal.timeout(startWithinMs);
    try {
      while (!output.slice(from).includes('\nOpen http'))
        await Promise.race([
          once(child, 'said', { signal: deadline }),
          once(child, 'close').then(() => {
            throw new Error('It ended.');
          }),
        ]);
    } catch (cause) {
      signal(child, 'SIGKILL');
      throw new Error(`The product did not start.\n${output}`, { cause });
    }
    return child;
  }

  const killAtExit = () => signal(running, 'SIGKILL');
  process.once('exit', killAtExit);

  const origin = `http://localhost:${port}`;

  async function post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${origin}/simulator/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    return answer.json();
  }

  return {
    origin,
    dataFolder,
    output: () => output,
    async interrupt() {
      const ended = once(running, 'close', { signal: AbortSignal.timeout(stopWithinMs) });
      signal(running, 'SIGINT');
      await ended;
    },
    async kill() {
      const ended = once(running, 'close');
      running.kill('SIGKILL');
      await ended;
    },
    async killRelay() {
      for (const pid of await childrenOf(running.pid)) process.kill(pid, 'SIGKILL');
    },
    tell: (what, body) => post(`api/${what}`, body),
    signIn: async (person) => TokenAnswer.parse(await post('login/token', { person })).token,
    async startAgain() {
      running = await launch();
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', killAtExit);
      if (running.exitCode === null && running.signalCode === null) {
        const ended = once(running, 'close');
        signal(running, 'SIGKILL');
        await ended;
      }
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function signal(child: ChildProcess, name: 'SIGINT' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, name);
}

/** The relay is the only process that the server starts. */
async function childrenOf(pid: number | undefined): Promise<readonly number[]> {
  const listed =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : (await promisify(execFile)('pgrep', ['-P', String(pid)])).stdout;
  return listed.trim().split(/\s+/).filter(Boolean).map(Number);
}

/** Without what the test runner adds: pages built under its NODE_ENV would be built for tests. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST.*|TEST)$/.test(name)),
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
