/** `npm run package -- --env NAME`: writes the app's zip for one environment. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { WrongPackage } from './fill-manifest.ts';
import { pack } from './pack.ts';
import { readEnvironment } from './read-environment.ts';

const root = join(import.meta.dirname, '..');

try {
  const { values } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } });
  const environments = relative(process.cwd(), join(root, 'infra/env')) || '.';
  const zip = await pack(readEnvironment(environments, values.env, process.env));
  const folder = join(import.meta.dirname, 'build');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `evenhand.${values.env}.zip`);
  writeFileSync(file, zip);
  process.stdout.write(
    `${relative(process.cwd(), file)} is ready (${Math.ceil(zip.length / 1024)} KB).\n`,
  );
} catch (error) {
  const isAsked = error instanceof TypeError && 'code' in error;
  if (!(error instanceof WrongPackage) && !isAsked) throw error;
  process.stderr.write(`The package is not made. ${error.message}\n`);
  process.exit(2);
}
