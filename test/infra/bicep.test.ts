import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig, settingNames } from '../../bot/config.ts';
import { readBicep } from './bicep.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = new Map(
  readdirSync(`${root}/infra`)
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => [name, readBicep(`${root}/infra/${name}`)] as const),
);
const named = [...files].map(([name, file]) => ({ name, file }));
const main = files.get('main.bicep')!;

/** Versions and the properties without which Azure refuses, from Azure's own resource schemas. */
const known: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Authorization/roleAssignments@2022-04-01': [
    'name',
    'scope',
    'properties.principalId',
    'properties.roleDefinitionId',
  ],
  'Microsoft.BotService/botServices@2022-09-15': [
    'name',
    'location',
    'sku.name',
    'properties.displayName',
    'properties.endpoint',
    'properties.msaAppId',
    'properties.msaAppMSIResourceId',
    'properties.msaAppTenantId',
    'properties.msaAppType',
  ],
  'Microsoft.BotService/botServices/channels@2022-09-15': [
    'parent',
    'name',
    'location',
    'properties.channelName',
  ],
  'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01': [
    'name',
    'location',
    'sku.name',
    'sku.tier',
    'properties.version',
    'properties.authConfig.activeDirectoryAuth',
    'properties.network.delegatedSubnetResourceId',
    'properties.network.privateDnsZoneArmResourceId',
  ],
  'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01': [
    'parent',
    'name',
    'properties.principalName',
    'properties.principalType',
    'properties.tenantId',
  ],
  'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01': ['parent', 'name'],
  'Microsoft.Insights/components@2020-02-02': [
    'name',
    'location',
    'kind',
    'properties.Application_Type',
  ],
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': [
    'name',
    'scope',
    'properties.workspaceId',
    'properties.logs',
  ],
  'Microsoft.KeyVault/vaults@2023-07-01': [
    'name',
    'location',
    'properties.tenantId',
    'properties.sku.family',
    'properties.sku.name',
  ],
  'Microsoft.KeyVault/vaults/secrets@2023-07-01': ['parent', 'name', 'properties.value'],
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31': ['name', 'location'],
  'Microsoft.Network/privateDnsZones@2020-06-01': ['name', 'location'],
  'Microsoft.Network/privateEndpoints@2024-01-01': [
    'name',
    'location',
    'properties.subnet.id',
    'properties.privateLinkServiceConnections',
  ],
  'Microsoft.Network/virtualNetworks@2024-01-01': [
    'name',
    'location',
    'properties.addressSpace.addressPrefixes',
    'properties.subnets',
  ],
  'Microsoft.OperationalInsights/workspaces@2023-09-01': ['name', 'location'],
  'Microsoft.Web/serverfarms@2023-12-01': ['name', 'location', 'sku.name', 'properties.reserved'],
  'Microsoft.Web/sites@2023-12-01': ['name', 'location', 'properties.serverFarmId'],
  'Microsoft.Web/sites/config@2023-12-01': ['parent', 'name', 'properties'],
  // Inside their resource, which says the version.
  subnets: ['name'],
  virtualNetworkLinks: ['name', 'location', 'properties.virtualNetwork.id'],
  privateDnsZoneGroups: ['name', 'properties.privateDnsZoneConfigs'],
  basicPublishingCredentialsPolicies: ['name', 'properties.allow'],
};

test.each(named)('[I4] $name fits the Bicep grammar', ({ file }) => {
  expect(file.broken).toEqual([]);
});

test.each(named)(
  '[I4] $name names only types and versions we know, with what they need',
  (each) => {
    const wrong = each.file.resources.flatMap(({ name, of, properties }) =>
      known[of] === undefined
        ? [`${name}: ${of} is not known`]
        : known[of]
            .filter((path) => !properties.includes(path))
            .map((path) => `${name}: no ${path}`),
    );
    expect(wrong).toEqual([]);
  },
);

test.each(named)('[I4] in $name every name that is used is declared, and used', ({ file }) => {
  const values = [
    ...file.parameters.map(({ name }) => name),
    ...file.variables,
    ...file.modules.map(({ name }) => name),
  ];
  const declared = new Set([...values, ...file.resources.map(({ name }) => name)]);
  expect(file.used.filter((name) => !declared.has(name))).toEqual([]);
  const ends = new Set(['bot']);
  expect(values.filter((name) => !file.used.includes(name) && !ends.has(name))).toEqual([]);
});

test('[I4] every module is given what it takes and nothing else, and gives what is used', () => {
  const wrong = main.modules.flatMap(({ name, of, properties }) => {
    const module = files.get(of);
    if (module === undefined) return [`${name}: there is no ${of}`];
    const given = properties.flatMap((path) => /^params\.(\w+)$/.exec(path)?.[1] ?? []);
    const takes = module.parameters.map((parameter) => parameter.name);
    return [
      ...given.filter((each) => !takes.includes(each)).map((each) => `${name} takes no ${each}`),
      ...module.parameters
        .filter((each) => !each.isOptional && !given.includes(each.name))
        .map((each) => `${name} is not given ${each.name}`),
    ];
  });
  expect(wrong).toEqual([]);
  expect(
    main.outputsUsed.filter(({ module, output }) => {
      const of = main.modules.find(({ name }) => name === module)?.of ?? '';
      return !files.get(of)?.outputs.includes(output);
    }),
  ).toEqual([]);
});

const Parameters = z.object({ parameters: z.record(z.string(), z.object({ value: z.string() })) });

test.each(['small', 'large'])('[I4] the parameters for %s are those that main takes', (size) => {
  const { parameters } = Parameters.parse(JSON.parse(read(`infra/parameters.${size}.json`)));
  expect(parameters['size']?.value).toBe(size);
  const known = main.parameters.map(({ name }) => name);
  expect(Object.keys(parameters).filter((name) => !known.includes(name))).toEqual([]);
  expect(
    main.parameters.filter(({ name, isOptional }) => !isOptional && !(name in parameters)),
  ).toEqual([]);
});

test('[I5] the database knows no password, and neither it nor the vault answers in public', () => {
  const all = named.map(({ file }) => file.text).join('\n');
  expect(all.match(/passwordAuth: '\w+'/g)).toEqual(["passwordAuth: 'Disabled'"]);
  expect(all.match(/administratorLogin\w*|listKeys|listSecrets/g)).toBeNull();
  expect(all.match(/publicNetworkAccess: '\w+'/g)).toEqual([
    "publicNetworkAccess: 'Disabled'",
    "publicNetworkAccess: 'Disabled'",
  ]);
});

test("[I5] the relay's key is secure wherever it passes, and stands in the vault alone", () => {
  const holders = named.filter(({ file }) => file.used.includes('relayKey'));
  expect(holders.map(({ name }) => name)).toEqual(['main.bicep', 'vault.bicep']);
  for (const { file } of holders) {
    expect(file.text).toMatch(/@secure\(\)\n(@\w+\(.*\)\n)*param relayKey string/);
  }
  expect(main.modules.filter(({ text }) => text.includes('relayKey:')).map((m) => m.name)).toEqual([
    'vault',
  ]);
});

test('[I5] everything that keeps logs sends them to the one workspace', () => {
  const logged = named.filter(({ file }) =>
    file.resources.some(({ of }) => of.startsWith('Microsoft.Insights/diagnosticSettings')),
  );
  expect(logged.map(({ name }) => name)).toEqual([
    'app.bicep',
    'bot.bicep',
    'database.bicep',
    'vault.bicep',
  ]);
});

test('[I6] Azure is told every setting by the name that the server reads', () => {
  const settings = files.get('app.bicep')!.resources.find(({ name }) => name === 'settings')!;
  const told = settings.properties.flatMap((path) => /^properties\.(\w+)$/.exec(path)?.[1] ?? []);
  const azures = ['AZURE_CLIENT_ID', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];
  expect(told.filter((name) => !settingNames.includes(name))).toEqual(azures);
});

const Step = z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) });
const Toolkit = z.looseObject({
  environmentFolderPath: z.string(),
  provision: z.array(Step),
  deploy: z.array(Step),
  publish: z.array(Step).default([]),
});

test.each([
  ['m365agents.yml', 'dev'],
  ['m365agents.local.yml', 'local'],
])('[I6] %s uses files that exist and settings that its environment names', (path, name) => {
  const toolkit = Toolkit.parse(parse(read(path)));
  const environment = parseEnv(read(`${toolkit.environmentFolderPath}/.env.${name}`));
  const texts = [
    read(path),
    read('appPackage/manifest.json'),
    read('infra/entra-app.json'),
    ...(name === 'dev'
      ? ['small', 'large'].map((size) => read(`infra/parameters.${size}.json`))
      : []),
  ];
  const asked = texts.flatMap((text) => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((m) => m[1]!));
  const secrets = [...new Set(asked)].filter((each) => !(each in environment));
  expect(secrets).toEqual(
    name === 'dev' ? ['SECRET_RELAY_KEY'] : ['SECRET_BOT_PASSWORD', 'SECRET_AAD_APP_CLIENT_SECRET'],
  );

  const steps = [...toolkit.provision, ...toolkit.deploy, ...toolkit.publish];
  const needed = steps
    .flatMap((step) => JSON.stringify(step).match(/"\.\/(?:infra|appPackage)\/[^"]+"/g) ?? [])
    .map((quoted) => quoted.slice(3, -1).replace('${{SIZE}}', 'small'))
    .filter((file) => !file.includes('/build/'));
  expect(needed.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const scripts = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json'))).scripts;
  const run = steps.flatMap(
    (step) => /^run ([\w:]+)/.exec(String(step.with['args'] ?? ''))?.[1] ?? [],
  );
  expect(run.filter((script) => !(script in scripts))).toEqual([]);
});

test('[I6] the server starts on what the toolkit writes for a developer’s machine, with Graph', () => {
  const toolkit = Toolkit.parse(parse(read('m365agents.local.yml')));
  const written = toolkit.deploy.flatMap(({ with: step }) =>
    step['envs'] === undefined ? [] : [z.record(z.string(), z.coerce.string()).parse(step['envs'])],
  );
  const tenantId = '11111111-1111-4111-8111-111111111111';
  const settings = Object.fromEntries(
    Object.entries(Object.assign({}, ...written)).map(([name, value]) => [
      name,
      String(value)
        .replace('${{PUBLIC_HOST}}', 'host.example.com')
        .replaceAll(/\$\{\{\w+\}\}/g, tenantId),
    ]),
  );
  const { publicUrl, graph } = readConfig(settings);
  expect(publicUrl).toBe('https://host.example.com');
  expect(graph).toMatchObject({ app: { appId: tenantId, tenantId } });
});

test('[I6] what Azure answers is written where the toolkit looks for it', () => {
  const environment = parseEnv(read('infra/env/.env.dev'));
  expect(main.outputs.filter((name) => !(name in environment))).toEqual([]);
  expect(main.outputs.toSorted()).toEqual([
    'AZURE_APP_SERVICE_RESOURCE_ID',
    'BOT_ID',
    'PUBLIC_HOST',
  ]);
});

test('[I5] no environment in the repository holds a secret', () => {
  const folder = join(root, 'infra/env');
  const secret = /SECRET|PASSWORD|_KEY$/;
  const held = readdirSync(folder)
    .filter((file) => !file.endsWith('.user'))
    .flatMap((file) => Object.keys(parseEnv(readFileSync(join(folder, file), 'utf8'))))
    .filter((name) => secret.test(name));
  expect(held).toEqual([]);
});
