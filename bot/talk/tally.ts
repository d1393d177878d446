/** `tally`: talk time from a Teams transcript. */
import { tallyOf } from '../../shared/talk/tally.ts';
import { readTranscript } from '../../shared/talk/vtt.ts';
import { runCommand } from './command.ts';

await runCommand('tally [FILE.vtt|-]', (input) => {
  const read = readTranscript(input);
  return read.kind === 'refused'
    ? read
    : { kind: 'done', output: tallyOf(read.cues, read.skipped) };
});
