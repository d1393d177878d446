import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replay } from '../../shared/talk/replay.ts';
import { meetingOf } from './meeting.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = (command: string, args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}bot/talk/${command}.ts`, ...args],
    { input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('[T24] replay and tally read a file or standard input, and print one line of JSON', () => {
  const { recording } = meetingOf(1, { manners: { minutes: 5 } });
  const text = [{ type: 'meeting', people: recording.people }, ...recording.events]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
  writeFileSync(join(folder, 'meeting.jsonl'), text);
  const printed = { status: 0, stdout: `${JSON.stringify(replay(recording))}\n`, stderr: '' };
  expect(run('replay', [join(folder, 'meeting.jsonl')])).toEqual(printed);
  rmSync(folder, { recursive: true });
  expect(run('replay', [], text)).toEqual(printed);
  expect(run('tally', ['-'], 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana>Hi</v>\n')).toEqual({
    status: 0,
    stdout:
      '{"people":[{"name":"Ana","talkMs":2000,"share":1,"longestTurnMs":2000,"turns":1}],"overlapMs":0,"silenceMs":0,"durationMs":2000,"cues":1,"skipped":0}\n',
    stderr: '',
  });
});

test('[T24] what cannot be read ends with exit code 2 and a sentence on standard error', () => {
  expect(run('replay', [], 'hello')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'line 1: this is not JSON\n',
  });
  expect(run('tally', [], 'hello')).toMatchObject({ status: 2, stdout: '' });
  expect(run('replay', ['/nowhere/at-all.jsonl'])).toMatchObject({ status: 2, stdout: '' });
  expect(run('tally', ['one.vtt', 'two.vtt'])).toMatchObject({ status: 2, stdout: '' });
});
