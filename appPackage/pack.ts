/** Makes the zip that Teams installs: the filled manifest, checked against its schema, and the icons. */
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { fillManifest, WrongPackage } from './fill-manifest.ts';
import type { EnvironmentSettings } from './read-environment.ts';

const folder = import.meta.dirname;
/** Zip knows no time before 1980; a fixed one makes equal packages equal byte for byte. */
const packedAt = new Date(2026, 0, 1);

/** The bytes of the zip. Rejects with `WrongPackage` when Teams would refuse it. */
export async function pack({ settings, source }: EnvironmentSettings): Promise<Uint8Array> {
  const template = readFileSync(`${folder}/manifest.json`, 'utf8');
  const manifest = fillManifest(template, settings, source);
  const complaints = await AppManifestUtils.validateAgainstSchema(JSON.parse(manifest));
  if (complaints.length > 0) {
    throw new WrongPackage(`The manifest does not fit its schema. ${complaints.join('; ')}.`);
  }
  return zipSync(
    {
      'manifest.json': new TextEncoder().encode(manifest),
      'color.png': readFileSync(`${folder}/color.png`),
      'outline.png': readFileSync(`${folder}/outline.png`),
    },
    { mtime: packedAt },
  );
}
