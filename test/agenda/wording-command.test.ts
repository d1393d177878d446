import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const command = new URL('../../bot/agenda/wording.ts', import.meta.url).pathname;

function wording({ args = [], input = '' }: { args?: string[]; input?: string | Buffer }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('[A7] one text a line in, one JSON line out, empty lines too', () => {
  expect(wording({ input: 'finish slides\r\n\nReduce churn' })).toEqual({
    status: 0,
    stdout:
      '{"text":"finish slides","reads":"activity","ask":"What will be different when this is done?"}\n' +
      '{"text":"","reads":"unclear","ask":null}\n' +
      '{"text":"Reduce churn","reads":"outcome","ask":null}\n',
    stderr: '',
  });
});

test('[A7] a file is read as standard input is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wording-'));
  try {
    const file = join(folder, 'lines.txt');
    writeFileSync(file, 'Reduce churn\n');
    expect(wording({ args: [file] }).stdout).toBe(
      '{"text":"Reduce churn","reads":"outcome","ask":null}\n',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('[A7] what cannot be read ends with code 2, the line and nothing on standard output', () => {
  expect(wording({ input: Buffer.from([0x61, 0x0a, 0xff]) })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'line 2: this is not UTF-8 text\n',
  });
  expect(wording({ args: ['a', 'b'] })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'one file at a time: wording [FILE|-]\n',
  });
  const missing = wording({ args: ['/no/such/file'] });
  expect([missing.status, missing.stdout]).toEqual([2, '']);
  expect(missing.stderr).toContain('/no/such/file cannot be read');
});
