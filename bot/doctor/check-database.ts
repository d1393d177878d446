/** Whether the record can be kept: its database answers, and tables may be made in it. */
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { signInTo } from '../record/database-sign-in.ts';
import type { Check } from './finding.ts';

const Facts = z.object({ version: z.string(), name: z.string(), may_create: z.boolean() });
const oldestVersion = 14;

export function checkDatabase(database: Config['database']): Check {
  const part = 'database';
  if (database.kind === 'embedded') {
    return {
      part,
      mend: 'Set DATA_FOLDER to a folder that this account may write in.',
      look: async () => {
        await writable(database.folder);
        return { state: 'well', says: `Embedded, in the folder ${database.folder}.` };
      },
    };
  }
  return {
    part,
    mend:
      database.auth === 'entra'
        ? 'Check the host and the identity in DATABASE_URL, that this machine runs as that identity (AZURE_CLIENT_ID), that it is an Entra administrator or role of the server, and that this machine is inside its network.'
        : 'Check the host, name and password in DATABASE_URL, and that this machine may reach it.',
    look: async () => {
      const client = new Client(signInTo(database));
      try {
        await client.connect();
        const { rows } = await client.query(
          `select current_setting('server_version') as version, current_database() as name,
             has_schema_privilege('public', 'create')
               and has_database_privilege(current_database(), 'create') as may_create`,
        );
        const { version, name, may_create: mayCreate } = Facts.parse(rows[0]);
        if (Number.parseInt(version, 10) < oldestVersion) {
          return {
            state: 'ill',
            says: `PostgreSQL ${version} is too old. Move to ${oldestVersion} or newer.`,
          };
        }
        if (!mayCreate) {
          return {
            state: 'ill',
            says: `This role may not make tables in ${name}. Run: grant create on database "${name}" to current role; grant create on schema public to it.`,
          };
        }
        return { state: 'well', says: `PostgreSQL ${version}, database ${name}.` };
      } finally {
        await client.end();
      }
    },
  };
}

/** The folder itself, or the nearest one above it that exists. */
async function writable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const above = dirname(folder);
    if (!isMissing || above === folder) throw error;
    await writable(above);
  }
}
