/** `wording`: how each line of a text reads, and the question to ask where it reads as a task. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readWording } from '../../shared/agenda/wording.ts';

const badInput = 2;
const newline = 0x0a;

type Read =
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: string };

await run(process.argv.slice(2));

async function run([file = '-', ...more]: readonly string[]): Promise<void> {
  const read: Read =
    more.length > 0
      ? { kind: 'refused', problem: 'one file at a time: wording [FILE|-]' }
      : await readLines(file);
  if (read.kind === 'refused') {
    process.stderr.write(`${read.problem}\n`);
    process.exitCode = badInput;
    return;
  }
  process.stdout.write(
    read.lines
      .map((text) => {
        const { reads, ask } = readWording(text);
        return `${JSON.stringify({ text, reads, ask })}\n`;
      })
      .join(''),
  );
}

async function readLines(file: string): Promise<Read> {
  try {
    return linesOf(file === '-' ? await buffer(process.stdin) : await readFile(file));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const name = file === '-' ? 'standard input' : file;
    return { kind: 'refused', problem: `${name} cannot be read: ${error.message}` };
  }
}

/** Line by line, so that what is no text can be named by its line. */
function linesOf(bytes: Buffer): Read {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(newline, from);
    const end = at < 0 ? bytes.length : at;
    try {
      const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end));
      lines.push(line.replace(/\r$/, ''));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { kind: 'refused', problem: `line ${lines.length + 1}: this is not UTF-8 text` };
    }
    from = end + 1;
  }
  return { kind: 'read', lines };
}
