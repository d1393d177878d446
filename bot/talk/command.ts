/** A command that reads one file, or standard input, and prints what it comes to as JSON. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

export type CommandResult =
  | { readonly kind: 'done'; readonly output: unknown }
  | {
      readonly kind: 'refused';
      /** Counted from 1. */
      readonly line: number;
      readonly problem: string;
    };

const badInput = 2;

/** Ends with exit code 2 and a sentence on standard error when there is nothing good to read. */
export async function runCommand(
  usage: string,
  run: (input: string) => CommandResult,
): Promise<void> {
  const [file = '-', ...more] = process.argv.slice(2);
  if (more.length > 0) return fail(`one file at a time: ${usage}`);
  let input: string;
  try {
    input = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(`${file === '-' ? 'standard input' : file} cannot be read: ${error.message}`);
  }
  const result = run(input);
  if (result.kind === 'refused') return fail(`line ${result.line}: ${result.problem}`);
  process.stdout.write(`${JSON.stringify(result.output)}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = badInput;
}
