import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../bot/record/folder-lock.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterAll(() => rm(folder, { recursive: true }));

const root = new URL('../..', import.meta.url).pathname;

/** Holds the folder until it is killed. */
async function holder() {
  const script = `
    const { lockFolder } = await import('${root}bot/record/folder-lock.ts');
    await lockFolder(process.argv[1]);
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, join(folder, 'record')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** What a start on the folder comes to. */
async function start(script: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATA_FOLDER: folder, PORT: '0', ...settings },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

const refusal = () =>
  `Another Evenhand is running on the data folder ${folder}. Stop it, or set DATA_FOLDER to another folder.`;

/** The stand-in builds its pages first, where they are not built. */
const slowly = { timeout: 400_000 };

test(
  '[F1] a second product on the folder is refused with a sentence, the server and the stand-in alike',
  slowly,
  async () => {
    await using things = new AsyncDisposableStack();
    things.use(await holder());
    const server = await start('bot/main.ts', {
      EVENHAND_MODE: 'local',
      PUBLIC_URL: 'http://localhost',
    });
    expect(server).toEqual({ code: 1, said: `Evenhand can't start. ${refusal()}\n` });
    const standIn = await start('test/simulator/main.ts', {});
    expect([standIn.code, standIn.said.split('\n').at(-2)]).toEqual([1, refusal()]);
  },
);

test('[F1] a lock that a killed process left bars nobody', slowly, async () => {
  {
    await using things = new AsyncDisposableStack();
    things.use(await holder());
    await expect(lockFolder(join(folder, 'record'))).rejects.toThrow(FolderInUse);
  }
  const lock = await lockFolder(join(folder, 'record'));
  await expect(lockFolder(join(folder, 'record'))).rejects.toThrow(refusal());
  lock.release();
  (await lockFolder(join(folder, 'record'))).release();
});
