/** Whether the bot can speak in Teams: its identity is given a token for the Bot Connector. */
import { decodeJwt } from 'jose';
import type { BotIdentity } from '../config.ts';
import type { CloudTokens } from './cloud-tokens.ts';
import type { Check } from './finding.ts';

const connector = 'https://api.botframework.com';

export function checkBot(identity: BotIdentity, tokens: () => CloudTokens): Check {
  return {
    part: 'bot credentials',
    mend:
      identity.type === 'UserAssignedMSI'
        ? 'Check that this machine runs with the managed identity whose client id is BOT_APP_ID. On your own machine there is none: run the doctor in the web app.'
        : 'Check BOT_APP_ID, BOT_APP_TENANT_ID and BOT_APP_PASSWORD; make a new secret if it has run out.',
    look: async () => {
      if (identity.appId === '') {
        return {
          state: 'note',
          says: 'BOT_APP_ID is empty: activities are taken without a proof of who sent them. Only for the stand-in for Teams.',
        };
      }
      const { aud, tid } = decodeJwt(await tokens()(`${connector}/.default`));
      if (aud !== connector) {
        return { state: 'ill', says: `The token is for ${String(aud)}. Check BOT_APP_ID.` };
      }
      if (tid !== identity.tenantId) {
        return {
          state: 'ill',
          says: `The identity lives in tenant ${String(tid)}. Set BOT_APP_TENANT_ID to it.`,
        };
      }
      return { state: 'well', says: 'Its identity is given tokens for the Bot Connector.' };
    },
  };
}
