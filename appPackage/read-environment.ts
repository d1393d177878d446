/** The settings of one environment: its file, its secrets beside it, and the process's own over both. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WrongPackage } from './fill-manifest.ts';

export interface EnvironmentSettings {
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** In words, where they were read. */
  readonly source: string;
}

export function readEnvironment(
  folder: string,
  name: string,
  own: Readonly<Record<string, string | undefined>>,
): EnvironmentSettings {
  const file = join(folder, `.env.${name}`);
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(folder).flatMap((each) => /^\.env\.([\w-]+)$/.exec(each)?.[1] ?? []);
    throw new WrongPackage(
      `There is no environment "${name}". Known ones: ${known.join(', ')}. To add one, copy ${join(folder, '.env.dev')} to ${file} and fill it in.`,
    );
  }
  const secrets = `${file}.user`;
  const set = Object.entries(own).filter(([, value]) => value !== undefined && value !== '');
  return {
    settings: {
      ...parseEnv(readFileSync(file, 'utf8')),
      ...(existsSync(secrets) ? parseEnv(readFileSync(secrets, 'utf8')) : {}),
      ...Object.fromEntries(set),
    },
    source: `${file} and the environment`,
  };
}
