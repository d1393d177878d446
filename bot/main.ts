/** Starts Evenhand for Microsoft Teams, with the settings of the environment. */
import { createServer } from 'node:http';
import { readConfig, WrongSetting, type Config } from './config.ts';
import { startEvenhand } from './evenhand.ts';
import { FolderInUse } from './record/folder-lock.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const config = settings();
const evenhand = await startEvenhand(config, { onProgress: (part) => say(`  ✓ ${part}`) }).catch(
  (error: unknown) =>
    error instanceof FolderInUse ? refuse(error.message) : Promise.reject(error),
);
const server = createServer(evenhand.app);
evenhand.attach(server);
server.listen(config.port, () => say(`Evenhand answers at ${config.publicUrl}`));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void evenhand.stop().then(() => process.exit(0));
  });
}

function settings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    return refuse(error.message);
  }
}

function refuse(why: string): never {
  process.stderr.write(`Evenhand can't start. ${why}\n`);
  process.exit(1);
}
