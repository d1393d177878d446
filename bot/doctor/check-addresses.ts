/** Whether Teams can find us, and whether we can prove who calls. */
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Check } from './finding.ts';

const Keys = z.object({ keys: z.array(z.unknown()).min(1) });

export function checkPublicAddress({ publicUrl }: Config): Check {
  return {
    part: 'public address',
    mend: 'Start the server, and check PUBLIC_URL, its certificate and its name in DNS.',
    look: async () => {
      const answer = await fetch(new URL('/ready', publicUrl));
      if (!answer.ok) throw new Error(`${publicUrl} answers ${answer.status}.`);
      return { state: 'well', says: `${publicUrl} is ready.` };
    },
  };
}

export function checkSignIn({ trust }: Config): Check {
  return {
    part: 'sign-in',
    mend: 'Check TOKEN_JWKS_URL, and that this machine may reach it.',
    look: async () => {
      const answer = await fetch(trust.jwksUrl);
      const { keys } = Keys.parse(await answer.json());
      return {
        state: 'well',
        says: `${keys.length} keys; tokens are for ${trust.audience.join(' or ')}.`,
      };
    },
  };
}
