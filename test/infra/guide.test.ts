import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { settingNames } from '../../bot/config.ts';
import { readBicep } from './bicep.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(`${root}/infra/README.md`, 'utf8');

const settings = [...guide.matchAll(/^\| `([A-Z_]+)`( ●)? \| (?:`([^`]*)`)?[^|]*\|/gm)].map(
  ([, name, mark]) => ({ name: name!, isSetByAzure: mark !== undefined }),
);

test('[I6] the guide explains every setting, in the order in which they are read', () => {
  expect(settings.map(({ name }) => name)).toEqual(settingNames);
});

test('[I6] the guide marks those that Azure sets', () => {
  const app = readBicep(`${root}/infra/app.bicep`);
  const set = app.resources.find(({ name }) => name === 'settings')!.properties;
  expect(settings.filter(({ isSetByAzure }) => isSetByAzure).map(({ name }) => name)).toEqual(
    settingNames.filter((name) => set.includes(`properties.${name}`)),
  );
});

test('[I10] the guide names every figure that is sent, and no other', () => {
  const telemetry = readFileSync(`${root}/bot/telemetry.ts`, 'utf8');
  const sent = [...telemetry.matchAll(/'(evenhand\.[a-z.]+)'/g)].map((match) => match[1]!);
  const explained = [...guide.matchAll(/`(evenhand\.[a-z]+\.[a-z.]+)`/g)].map((match) => match[1]!);
  expect([...new Set(explained)].toSorted()).toEqual([...new Set(sent)].toSorted());
});

const SignInApp = z.object({
  api: z.object({ preAuthorizedApplications: z.array(z.object({ appId: z.string() })) }),
  requiredResourceAccess: z.array(z.json()),
});
const signInApp = SignInApp.parse(JSON.parse(readFileSync(`${root}/infra/entra-app.json`, 'utf8')));

test('[I3] the guide lets in exactly the clients of Teams that the sign-in app trusts', () => {
  const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const row = /^\| authorised clients \|.*$/m.exec(guide)?.[0] ?? '';
  expect(row.match(guid)).toEqual(
    signInApp.api.preAuthorizedApplications.map(({ appId }) => appId),
  );
});

test('[I3] of Graph the sign-in app asks for one right, in people’s own name: Tasks.ReadWrite', () => {
  expect(signInApp.requiredResourceAccess).toEqual([
    {
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      resourceAccess: [{ id: '2219042f-cab5-40cc-b0d2-16b1540b4c5f', type: 'Scope' }],
    },
  ]);
  expect(guide).toMatch(/`Tasks\.ReadWrite`, delegated,/);
});
