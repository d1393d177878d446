/** `replay`: the talk engine over a recorded event stream. */
import { readRecording } from '../../shared/talk/recording.ts';
import { replay } from '../../shared/talk/replay.ts';
import { runCommand } from './command.ts';

await runCommand('replay [FILE.jsonl|-]', (input) => {
  const read = readRecording(input);
  return read.kind === 'refused' ? read : { kind: 'done', output: replay(read.recording) };
});
