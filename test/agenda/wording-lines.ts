/** The labelled lines that the wording guard is tuned on and judged by. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readWording } from '../../shared/agenda/wording.ts';

const Label = z.enum(['outcome', 'activity', 'status', 'neither']);

export interface LabelledLine {
  readonly label: z.infer<typeof Label>;
  readonly text: string;
}

const labelledLines = readLabelled('wording-lines.tsv');

function readLabelled(file: string): readonly LabelledLine[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [label, text = ''] = line.split('\t');
      return { label: Label.parse(label), text };
    });
}

/**
 * The rules may be fitted to the tuning half; the test half only judges them. Which is which
 * hangs on the line alone, so that new lines fall into both.
 */
function isTestLine({ text }: LabelledLine): boolean {
  return (
    (Array.from(text).reduce(
      (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521,
      7,
    ) >>
      3) %
      2 ===
    1
  );
}

export const tuningLines = [
  ...labelledLines.filter((line) => !isTestLine(line)),
  ...readLabelled('wording-tuning.tsv'),
];
export const testLines = labelledLines.filter(isTestLine);

interface WordingFigures {
  /** Of the lines called activity or status, the share that are. */
  readonly precision: number;
  /** Of the lines that are activity or status, the share that were called so. */
  readonly recall: number;
  readonly wronglyAccused: readonly string[];
  readonly missed: readonly string[];
}

export function measureWording(lines: readonly LabelledLine[]): WordingFigures {
  const isTask = ({ label }: LabelledLine) => label === 'activity' || label === 'status';
  const accused = lines.filter(({ text }) => readWording(text).ask !== null);
  const tasks = lines.filter(isTask);
  const rightly = accused.filter(isTask);
  return {
    precision: rightly.length / accused.length,
    recall: rightly.length / tasks.length,
    wronglyAccused: accused.filter((line) => !isTask(line)).map(({ text }) => text),
    missed: tasks.filter((line) => !accused.includes(line)).map(({ text }) => text),
  };
}
