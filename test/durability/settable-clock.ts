/** Preloaded into a process: its clock is off by as many milliseconds as the file `CLOCK_FILE` says. */
import { readFileSync, watchFile } from 'node:fs';

const file = process.env['CLOCK_FILE'];
if (file === undefined) throw new Error('CLOCK_FILE names no file.');

const RightDate = Date;
let off = Number(readFileSync(file, 'utf8'));
watchFile(file, { interval: 100, persistent: false }, () => {
  off = Number(readFileSync(file, 'utf8'));
});

globalThis.Date = new Proxy(RightDate, {
  construct: (_, given: [], made) =>
    Reflect.construct(RightDate, given.length === 0 ? [now()] : given, made),
  apply: () => new RightDate(now()).toString(),
  get: (_, name) => (name === 'now' ? now : Reflect.get(RightDate, name)),
});

function now(): number {
  return RightDate.now() + off;
}
