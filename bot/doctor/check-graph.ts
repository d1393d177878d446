/** Whether Microsoft Graph can be asked, and which of its rights the app holds in the whole tenant. */
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { GraphKeys } from '../graph/graph-keys.ts';
import type { GraphSetting } from '../graph/graph-setting.ts';
import type { Check } from './finding.ts';

/** What reads transcripts, for those who can't have consent meeting by meeting. */
const forTranscripts = 'OnlineMeetingTranscript.Read.All';
const Roles = z.array(z.string()).default([]);

export function checkGraph(
  setting: GraphSetting | undefined,
  keysOf: (app: NonNullable<GraphSetting['app']>) => Promise<GraphKeys>,
): Check {
  return {
    part: 'Microsoft Graph',
    mend: 'Check GRAPH_APP_ID and GRAPH_APP_CERTIFICATE: the sign-in app must have this certificate, and it must not have run out.',
    look: async () => {
      if (setting === undefined) {
        return {
          state: 'note',
          says: 'Not set up: no transcripts and no To Do. For them, set GRAPH_APP_ID and GRAPH_APP_CERTIFICATE.',
        };
      }
      if (setting.app === undefined) {
        return {
          state: 'note',
          says: 'Asked without a proof of the app, as on this machine alone.',
        };
      }
      const key = await (await keysOf(setting.app))({ kind: 'app' });
      if (key.kind !== 'answered') throw new Error(`Entra gives no token (${key.code}).`);
      const roles = Roles.parse(decodeJwt(key.value ?? '')['roles']);
      const more = roles.filter((role) => role !== forTranscripts);
      if (more.length > 0) {
        return {
          state: 'note',
          says: `The app holds more than Evenhand uses: ${more.join(', ')}. Take it away in Entra.`,
        };
      }
      return {
        state: 'well',
        says: `${
          roles.includes(forTranscripts)
            ? `${forTranscripts} is granted in the whole tenant.`
            : 'Nothing in the whole tenant: each meeting gives its own consent.'
        } Transcripts also need the application access policy; the log names meetings that are refused.`,
      };
    },
  };
}
