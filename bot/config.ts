/** Every setting, read once from the environment: a wrong one stops the start and says how to mend it. */
import { z } from 'zod';
import { graphSetting, microsoftGraph, type GraphSetting } from './graph/graph-setting.ts';
import type { TrustedConnectors } from './teams/connector-address.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const Text = z.string().trim().min(1);

const Environment = z.object({
  EVENHAND_MODE: z.enum(['production', 'local']).default('production'),
  PORT: Port.default(3978),
  PUBLIC_URL: z.url().optional(),
  DATA_FOLDER: Text.default('data'),
  DATABASE_URL: Text.optional(),
  DATABASE_AUTH: z.enum(['password', 'entra']).default('password'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),

  RELAY: z.enum(['embedded', 'remote']).default('embedded'),
  RELAY_ENDPOINT: z.url().optional(),
  RELAY_TENANT_ID: Text.optional(),
  RELAY_KEY: Text.optional(),

  BOT_APP_ID: z.string().default(''),
  BOT_APP_TYPE: z.enum(['UserAssignedMSI', 'SingleTenant']).default('UserAssignedMSI'),
  BOT_APP_TENANT_ID: z.string().default(''),
  BOT_APP_PASSWORD: z.string().default(''),
  TEAMS_APP_ID: Text.optional(),

  TOKEN_AUDIENCE: Text.optional(),
  TOKEN_ISSUER: z.url().default('https://login.microsoftonline.com/{tid}/v2.0'),
  TOKEN_JWKS_URL: z.url().default('https://login.microsoftonline.com/common/discovery/v2.0/keys'),

  GRAPH_URL: z.url().optional(),
  GRAPH_APP_ID: Text.optional(),
  GRAPH_APP_SECRET: Text.optional(),
  GRAPH_APP_CERTIFICATE: Text.optional(),

  TELEMETRY_CONNECTION: Text.optional(),
});

/** Where there is no tenant there is no app in it; a link must name some all the same. */
const localTeamsAppId = 'evenhand';

export const settingNames: readonly string[] = Object.keys(Environment.shape);

export interface BotIdentity {
  /** Empty only locally: activities are then taken without a proof of who sent them. */
  readonly appId: string;
  readonly type: 'UserAssignedMSI' | 'SingleTenant';
  readonly tenantId: string;
  readonly password: string;
  /** The app's id in its manifest, which is not the bot's: links into its tabs name it. */
  readonly teamsAppId: string;
  /** In production nobody but Teams is listened to and answered. */
  readonly connectors: TrustedConnectors;
}

export interface TokenTrust {
  /** `{tid}` stands for the tenant that the token names. */
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly jwksUrl: string;
}

export interface Config {
  readonly port: number;
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | {
        readonly kind: 'server';
        readonly url: string;
        readonly auth: 'password' | 'entra';
      };
  readonly relay:
    | { readonly kind: 'embedded'; readonly folder: string }
    | {
        readonly kind: 'remote';
        readonly endpoint: string;
        readonly tenantId: string;
        readonly key: string;
      };
  readonly bot: BotIdentity;
  readonly trust: TokenTrust;
  /** Microsoft Graph; without it there are no transcripts and no To Do. */
  readonly graph: GraphSetting | undefined;
  /** Application Insights' connection string; without one nothing is counted. */
  readonly telemetry: string | undefined;
}

/** A setting that is missing or wrong; the message says how to mend it. */
export class WrongSetting extends Error {}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(filled));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new WrongSetting(`Some settings can't be used. ${wrong.join('; ')}.`);
  }
  const setting = parsed.data;
  if (setting.EVENHAND_MODE === 'production') refuseLocalSettings(setting);
  const publicUrl = setting.PUBLIC_URL ?? `http://localhost:${setting.PORT}`;
  const appId = setting.BOT_APP_ID;
  const graph = graphSetting({
    url: setting.GRAPH_URL,
    appId: setting.GRAPH_APP_ID,
    tenantId: setting.BOT_APP_TENANT_ID,
    secret: setting.GRAPH_APP_SECRET,
    certificate: setting.GRAPH_APP_CERTIFICATE,
  });
  if (graph !== undefined && 'wrong' in graph) throw new WrongSetting(graph.wrong);
  return {
    port: setting.PORT,
    publicUrl,
    logLevel: setting.LOG_LEVEL,
    database:
      setting.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: `${setting.DATA_FOLDER}/record` }
        : { kind: 'server', url: databaseUrl(setting), auth: setting.DATABASE_AUTH },
    relay:
      setting.RELAY === 'embedded'
        ? { kind: 'embedded', folder: `${setting.DATA_FOLDER}/relay` }
        : {
            kind: 'remote',
            endpoint: needed(setting.RELAY_ENDPOINT, 'RELAY_ENDPOINT', 'the address of the relay'),
            tenantId: needed(setting.RELAY_TENANT_ID, 'RELAY_TENANT_ID', "the relay's tenant"),
            key: needed(setting.RELAY_KEY, 'RELAY_KEY', 'the key that signs room tokens'),
          },
    bot: {
      appId,
      type: setting.BOT_APP_TYPE,
      tenantId: setting.BOT_APP_TENANT_ID,
      password: setting.BOT_APP_PASSWORD,
      teamsAppId: setting.TEAMS_APP_ID ?? localTeamsAppId,
      connectors: setting.EVENHAND_MODE === 'production' ? 'teams' : 'teams-and-this-machine',
    },
    trust: {
      issuer: setting.TOKEN_ISSUER,
      audience:
        setting.TOKEN_AUDIENCE === undefined
          ? [appId, `api://${new URL(publicUrl).host}/${appId}`]
          : [setting.TOKEN_AUDIENCE],
      jwksUrl: setting.TOKEN_JWKS_URL,
    },
    graph,
    telemetry: setting.TELEMETRY_CONNECTION,
  };
}

/** A token takes the password's place, so the address must say whose it is and hold none. */
function databaseUrl(setting: z.infer<typeof Environment>): string {
  const url = setting.DATABASE_URL ?? '';
  if (setting.DATABASE_AUTH === 'password') return url;
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  if (username === '' || password !== '') {
    throw new WrongSetting(
      'DATABASE_URL must be postgresql://IDENTITY@HOST:5432/DATABASE, without a password, where DATABASE_AUTH is "entra".',
    );
  }
  return url;
}

/** Production trusts Microsoft's sign-in alone and keeps its rooms on a relay that survives. */
function refuseLocalSettings(setting: z.infer<typeof Environment>): void {
  const microsoft = 'https://login.microsoftonline.com/';
  needed(setting.BOT_APP_ID || undefined, 'BOT_APP_ID', "the app id of the bot's registration");
  needed(
    setting.BOT_APP_TENANT_ID || undefined,
    'BOT_APP_TENANT_ID',
    'the tenant of that registration',
  );
  needed(setting.TEAMS_APP_ID, 'TEAMS_APP_ID', "the app's id in its manifest");
  needed(setting.PUBLIC_URL, 'PUBLIC_URL', 'the https address at which Teams reaches this server');
  if (!setting.PUBLIC_URL?.startsWith('https://')) {
    throw new WrongSetting(
      'PUBLIC_URL must start with https:// in production: Teams opens no other.',
    );
  }
  if (setting.BOT_APP_TYPE === 'SingleTenant') {
    needed(
      setting.BOT_APP_PASSWORD || undefined,
      'BOT_APP_PASSWORD',
      'the secret of a SingleTenant bot',
    );
  }
  if (
    !setting.TOKEN_ISSUER.startsWith(microsoft) ||
    !setting.TOKEN_JWKS_URL.startsWith(microsoft)
  ) {
    throw new WrongSetting(
      `TOKEN_ISSUER and TOKEN_JWKS_URL must be below ${microsoft} in production. Remove them to use the defaults.`,
    );
  }
  if (setting.GRAPH_URL !== undefined && !setting.GRAPH_URL.startsWith(microsoftGraph)) {
    throw new WrongSetting(
      `GRAPH_URL must be below ${microsoftGraph} in production. Remove it to use the default.`,
    );
  }
  if (setting.RELAY === 'embedded') {
    throw new WrongSetting(
      'RELAY must be "remote" in production, with RELAY_ENDPOINT, RELAY_TENANT_ID and RELAY_KEY: the embedded relay keeps rooms in memory, on one machine.',
    );
  }
  if ((setting.RELAY_KEY?.length ?? 0) < 16) {
    throw new WrongSetting(
      'RELAY_KEY must have at least 16 characters: it signs every room token.',
    );
  }
}

function needed(value: string | undefined, name: string, meaning: string): string {
  if (value === undefined) throw new WrongSetting(`${name} is missing: set it to ${meaning}.`);
  return value;
}
