/** Which of Graph's permissions the bot's identity holds in the whole tenant. */
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { BotIdentity } from '../config.ts';
import type { CloudTokens } from './cloud-tokens.ts';
import type { Check } from './finding.ts';

/** What reads transcripts where the meeting's own consent is switched off in the tenant. */
const forTranscripts = 'OnlineMeetingTranscript.Read.All';
const Roles = z.array(z.string()).default([]);

export function checkGraph(identity: BotIdentity, tokens: () => CloudTokens): Check {
  return {
    part: 'Graph permissions',
    mend: 'Check the bot credentials first; without them Graph is not asked.',
    look: async () => {
      if (identity.appId === '') {
        return { state: 'note', says: 'Not asked: there are no bot credentials.' };
      }
      const token = decodeJwt(await tokens()('https://graph.microsoft.com/.default'));
      const roles = Roles.parse(token['roles']);
      const more = roles.filter((role) => role !== forTranscripts);
      if (more.length > 0) {
        return {
          state: 'note',
          says: `It holds more than Evenhand uses: ${more.join(', ')}. Take it away in Entra.`,
        };
      }
      return roles.includes(forTranscripts)
        ? {
            state: 'well',
            says: `${forTranscripts} is granted. It also needs the application access policy.`,
          }
        : {
            state: 'well',
            says: `Nothing in the whole tenant: each meeting gives its own consent. If the tenant forbids that, grant ${forTranscripts}.`,
          };
    },
  };
}
