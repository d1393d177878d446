/** `bench`: how well the wording guard tells tasks from outcomes on the labelled lines. */
import { measureWording, testLines, tuningLines } from '../agenda/wording-lines.ts';

for (const [half, lines] of [
  ['tuning', tuningLines],
  ['test', testLines],
] as const) {
  const { precision, recall, wronglyAccused, missed } = measureWording(lines);
  process.stdout.write(
    `wording, ${half} half: ${lines.length} lines, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}` +
      ` (${wronglyAccused.length} wrongly asked, ${missed.length} missed)\n`,
  );
}
