/** Fills the places that an environment leaves open in the app's manifest. */
import { z } from 'zod';

/** A setting of the package that is missing or wrong; the message says how to mend it. */
export class WrongPackage extends Error {}

const Guid = z.guid();
const Host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i);
const HttpsUrl = z.url({ protocol: /^https$/ });

interface Place {
  readonly form: z.ZodType;
  readonly meaning: string;
}

/** Every place of the manifest: what may stand in it, in words for whoever has to fill it. */
export const places: Readonly<Record<string, Place>> = {
  TEAMS_APP_ID: { form: Guid, meaning: "a GUID: the app's id in the Developer Portal" },
  BOT_ID: { form: Guid, meaning: "a GUID: the client id of the bot's identity" },
  AAD_APP_CLIENT_ID: { form: Guid, meaning: 'a GUID: the client id of the sign-in app in Entra' },
  PUBLIC_HOST: { form: Host, meaning: 'a host name without https://, such as 1on1.example.com' },
  APP_NAME_SUFFIX: {
    form: z.string().max(22),
    meaning: 'at most 22 characters, or empty in production',
  },
  DEVELOPER_NAME: { form: z.string().min(1).max(32), meaning: 'at most 32 characters' },
  DEVELOPER_WEBSITE_URL: { form: HttpsUrl, meaning: 'an https address' },
  DEVELOPER_PRIVACY_URL: { form: HttpsUrl, meaning: 'an https address' },
  DEVELOPER_TERMS_URL: { form: HttpsUrl, meaning: 'an https address' },
};

const place = /\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g;

/** `source` names where settings come from, for the sentence that asks for one. */
export function fillManifest(
  template: string,
  settings: Readonly<Record<string, string | undefined>>,
  source: string,
): string {
  const wrong = new Set<string>();
  const filled = template.replaceAll(place, (_all, name: string) => {
    const value = settings[name] ?? '';
    const known = places[name];
    if (known === undefined) wrong.add(`${name} is in the manifest, but nobody knows its meaning`);
    else if (!known.form.safeParse(value).success) {
      wrong.add(`${name} ${value === '' ? 'is missing' : 'is wrong'}: set it to ${known.meaning}`);
    }
    return JSON.stringify(value).slice(1, -1);
  });
  if (wrong.size > 0) {
    throw new WrongPackage(`${[...wrong].join('. ')}. Settings are read from ${source}.`);
  }
  return filled;
}
