import { expect, test } from 'vitest';
import { readConfig, WrongSetting } from '../bot/config.ts';

const microsoft = 'https://login.microsoftonline.com';
const production = {
  PUBLIC_URL: 'https://evenhand.example.com',
  BOT_APP_ID: 'app-id',
  BOT_APP_TENANT_ID: 'tenant-id',
  TEAMS_APP_ID: 'teams-app-id',
  RELAY: 'remote',
  RELAY_ENDPOINT: 'https://relay.example.com',
  RELAY_TENANT_ID: 'relay-tenant',
  RELAY_KEY: '0123456789abcdef',
};

const complaint = (environment: Record<string, string | undefined>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
  return 'starts';
};

test('production starts with the settings it needs, and defaults for the rest', () => {
  expect(readConfig(production)).toEqual({
    port: 3978,
    publicUrl: 'https://evenhand.example.com',
    logLevel: 'info',
    database: { kind: 'embedded', folder: 'data/record' },
    relay: {
      kind: 'remote',
      endpoint: 'https://relay.example.com',
      tenantId: 'relay-tenant',
      key: '0123456789abcdef',
    },
    bot: {
      appId: 'app-id',
      type: 'UserAssignedMSI',
      tenantId: 'tenant-id',
      password: '',
      teamsAppId: 'teams-app-id',
      connectors: 'teams',
    },
    trust: {
      issuer: `${microsoft}/{tid}/v2.0`,
      audience: ['app-id', 'api://evenhand.example.com/app-id'],
      jwksUrl: `${microsoft}/common/discovery/v2.0/keys`,
    },
  });
});

test('every setting is taken from the environment', () => {
  expect(
    readConfig({
      ...production,
      PORT: '8080',
      DATABASE_URL: 'postgres://db/evenhand',
      LOG_LEVEL: 'debug',
      BOT_APP_TYPE: 'SingleTenant',
      BOT_APP_PASSWORD: 'secret',
      TOKEN_AUDIENCE: 'api://another',
      TOKEN_ISSUER: `${microsoft}/one-tenant/v2.0`,
      TOKEN_JWKS_URL: `${microsoft}/one-tenant/discovery/v2.0/keys`,
    }),
  ).toEqual({
    ...readConfig(production),
    port: 8080,
    logLevel: 'debug',
    database: { kind: 'server', url: 'postgres://db/evenhand', auth: 'password' },
    bot: {
      appId: 'app-id',
      type: 'SingleTenant',
      tenantId: 'tenant-id',
      password: 'secret',
      teamsAppId: 'teams-app-id',
      connectors: 'teams',
    },
    trust: {
      issuer: `${microsoft}/one-tenant/v2.0`,
      audience: ['api://another'],
      jwksUrl: `${microsoft}/one-tenant/discovery/v2.0/keys`,
    },
  });
});

test('locally nothing has to be set', () => {
  expect(readConfig({ EVENHAND_MODE: 'local' })).toEqual({
    ...readConfig(production),
    publicUrl: 'http://localhost:3978',
    relay: { kind: 'embedded', folder: 'data/relay' },
    bot: {
      appId: '',
      type: 'UserAssignedMSI',
      tenantId: '',
      password: '',
      teamsAppId: 'evenhand',
      connectors: 'teams-and-this-machine',
    },
    trust: { ...readConfig(production).trust, audience: ['', 'api://localhost:3978/'] },
  });
  const elsewhere = readConfig({ EVENHAND_MODE: 'local', DATA_FOLDER: '/var/evenhand', PORT: '0' });
  expect([elsewhere.database, elsewhere.relay, elsewhere.port]).toEqual([
    { kind: 'embedded', folder: '/var/evenhand/record' },
    { kind: 'embedded', folder: '/var/evenhand/relay' },
    0,
  ]);
});

const underMicrosoft = `TOKEN_ISSUER and TOKEN_JWKS_URL must be below ${microsoft}/ in production. Remove them to use the defaults.`;
const shortKey = 'RELAY_KEY must have at least 16 characters: it signs every room token.';
const remoteOnly =
  'RELAY must be "remote" in production, with RELAY_ENDPOINT, RELAY_TENANT_ID and RELAY_KEY: the embedded relay keeps rooms in memory, on one machine.';

test.each<[string, Record<string, string | undefined>, string]>([
  [
    'no app id',
    { BOT_APP_ID: '' },
    "BOT_APP_ID is missing: set it to the app id of the bot's registration.",
  ],
  [
    'no tenant',
    { BOT_APP_TENANT_ID: undefined },
    'BOT_APP_TENANT_ID is missing: set it to the tenant of that registration.',
  ],
  [
    'no app to link to',
    { TEAMS_APP_ID: undefined },
    "TEAMS_APP_ID is missing: set it to the app's id in its manifest.",
  ],
  [
    'no address',
    { PUBLIC_URL: undefined },
    'PUBLIC_URL is missing: set it to the https address at which Teams reaches this server.',
  ],
  [
    'an open address',
    { PUBLIC_URL: 'http://evenhand.example.com' },
    'PUBLIC_URL must start with https:// in production: Teams opens no other.',
  ],
  [
    'no secret',
    { BOT_APP_TYPE: 'SingleTenant' },
    'BOT_APP_PASSWORD is missing: set it to the secret of a SingleTenant bot.',
  ],
  [
    'the simulator as issuer',
    { TOKEN_ISSUER: 'http://localhost:3978/simulator/login/t/v2.0' },
    underMicrosoft,
  ],
  ['a look-alike issuer', { TOKEN_ISSUER: `${microsoft}.evil.example/t/v2.0` }, underMicrosoft],
  ['keys from elsewhere', { TOKEN_JWKS_URL: 'https://evil.example/keys' }, underMicrosoft],
  ['the embedded relay', { RELAY: 'embedded' }, remoteOnly],
  ['no relay', { RELAY: undefined }, remoteOnly],
  ['a short key', { RELAY_KEY: 'short' }, shortKey],
  ['no key', { RELAY_KEY: '' }, shortKey],
  [
    'no endpoint',
    { RELAY_ENDPOINT: undefined },
    'RELAY_ENDPOINT is missing: set it to the address of the relay.',
  ],
  [
    'no relay tenant',
    { RELAY_TENANT_ID: undefined },
    "RELAY_TENANT_ID is missing: set it to the relay's tenant.",
  ],
])('production does not start with %s, and says how to mend it', (_what, wrong, sentence) => {
  expect(complaint({ ...production, ...wrong })).toBe(sentence);
});

test('a setting that can’t be read is named, and its value is not quoted', () => {
  const wrong = complaint({
    ...production,
    PORT: 'eighty',
    RELAY_ENDPOINT: 's3cret',
    LOG_LEVEL: 'loud',
    EVENHAND_MODE: 'test',
  });
  expect(wrong).toMatch(/^Some settings can't be used\. /);
  for (const name of ['PORT', 'RELAY_ENDPOINT', 'LOG_LEVEL', 'EVENHAND_MODE'])
    expect(wrong).toContain(`${name}: `);
  expect(wrong).not.toContain('s3cret');
});

test('locally a remote relay needs its settings all the same', () => {
  expect(complaint({ EVENHAND_MODE: 'local', RELAY: 'remote' })).toBe(
    'RELAY_ENDPOINT is missing: set it to the address of the relay.',
  );
});

const pem =
  '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----';

test('[K5] Graph is asked as the sign-in app, with its certificate or secret, and not at all without', () => {
  const url = 'https://graph.microsoft.com/v1.0';
  const graph = (set: Record<string, string>) => readConfig({ ...production, ...set }).graph;
  expect(graph({})).toBeUndefined();
  expect(graph({ GRAPH_APP_ID: 'sign-in-app' })).toBeUndefined();
  expect(graph({ GRAPH_APP_ID: 'sign-in-app', GRAPH_APP_CERTIFICATE: pem })).toEqual({
    url,
    app: { appId: 'sign-in-app', tenantId: 'tenant-id', proof: { kind: 'certificate', pem } },
  });
  expect(graph({ GRAPH_APP_ID: 'sign-in-app', GRAPH_APP_SECRET: 's' })).toEqual({
    url,
    app: { appId: 'sign-in-app', tenantId: 'tenant-id', proof: { kind: 'secret', secret: 's' } },
  });
});

test('[K5] production asks no Graph but Microsoft’s; on a developer’s machine another may stand in', () => {
  const GRAPH_URL = 'http://localhost:3978/simulator/graph/v1.0';
  expect(complaint({ ...production, GRAPH_URL })).toBe(
    'GRAPH_URL must be below https://graph.microsoft.com/ in production. Remove it to use the default.',
  );
  expect(readConfig({ EVENHAND_MODE: 'local', GRAPH_URL }).graph).toEqual({
    url: GRAPH_URL,
    app: undefined,
  });
});

test.for([
  [{ GRAPH_APP_SECRET: 's' }, /^GRAPH_APP_ID and BOT_APP_TENANT_ID are needed/],
  [
    { GRAPH_APP_ID: 'a', GRAPH_APP_CERTIFICATE: 'cert' },
    /must hold the certificate and its private key/,
  ],
  [
    { GRAPH_APP_ID: 'a', GRAPH_APP_CERTIFICATE: pem, GRAPH_APP_SECRET: 's' },
    /keep the certificate/,
  ],
] as const)('[K5] a half-set Graph stops the start: %o', ([set, words]) => {
  expect(complaint({ ...production, ...set })).toMatch(words);
});
