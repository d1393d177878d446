/** Makes the zip that Teams installs: the filled manifest and its words in each language, checked against their schemas, and the icons. */
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { fillManifest, WrongPackage } from './fill-manifest.ts';
import type { EnvironmentSettings } from './read-environment.ts';

const folder = import.meta.dirname;
/** Zip knows no time before 1980; a fixed one makes equal packages equal byte for byte. */
const packedAt = new Date(2026, 0, 1);

const Languages = z.object({
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

/** The bytes of the zip. Rejects with `WrongPackage` when Teams would refuse it. */
export async function pack(environment: EnvironmentSettings): Promise<Uint8Array> {
  const manifest = await filled('manifest.json', environment);
  const { localizationInfo } = Languages.parse(JSON.parse(manifest));
  const words = localizationInfo.additionalLanguages.map(async ({ file }) => [
    file,
    new TextEncoder().encode(await filled(`languages/${file}`, environment)),
  ]);
  return zipSync(
    {
      'manifest.json': new TextEncoder().encode(manifest),
      ...Object.fromEntries(await Promise.all(words)),
      'color.png': readFileSync(`${folder}/color.png`),
      'outline.png': readFileSync(`${folder}/outline.png`),
    },
    { mtime: packedAt },
  );
}

async function filled(file: string, { settings, source }: EnvironmentSettings): Promise<string> {
  const text = fillManifest(readFileSync(`${folder}/${file}`, 'utf8'), settings, source);
  const content = JSON.parse(text);
  const schema = await AppManifestUtils.fetchSchema(content.$schema);
  const complaints = await AppManifestUtils.validateAgainstSchema(content, readable(schema));
  if (complaints.length > 0) {
    throw new WrongPackage(`${file} does not fit its schema. ${complaints.join('; ')}.`);
  }
  return text;
}

/** A bracket of the schema of words is not escaped, which its own validator refuses to read. */
function readable(schema: object) {
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\b]', '\\\\b\\\\]'));
}
