/** `npm run doctor`: says of every part whether it is well, and what to mend. */
import { pino } from 'pino';
import { readConfig, WrongSetting, type Config } from './config.ts';
import { checksOf } from './doctor/checks.ts';
import { examine, exitCode } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';

const signs = { well: '✓', note: '•', ill: '✗' } as const;

const findings: Finding[] = [];
const tell = (finding: Finding) => {
  findings.push(finding);
  process.stdout.write(`${signs[finding.state]} ${finding.part}: ${finding.says}\n`);
};

const config = settings();
if (config !== undefined) {
  const log = pino({ level: 'silent' });
  for await (const finding of examine(checksOf(config, log, () => Date.now()))) tell(finding);
}
// Fluid's connections would keep the process alive.
process.exit(exitCode(findings));

function settings(): Config | undefined {
  try {
    const read = readConfig(process.env);
    tell({ part: 'settings', state: 'well', says: 'All that is needed is there.' });
    return read;
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    tell({ part: 'settings', state: 'ill', says: error.message });
    return undefined;
  }
}
