/** The two people's Teams clients: each has its ears, and the side panel while it is there. */
import type { PairKey } from '../contract.ts';
import { createHearing } from './hearing.ts';
import type { Speakers } from './hearing.ts';
import type { TeamsHost } from './teams-host.ts';

export interface Clients {
  /** The panel that this client shows now; undefined when it shows none. */
  show(who: PairKey, host: TeamsHost | undefined): void;
  hear(audible: Speakers, hangOverMs: number): void;
  /** Settles when the client's panel may be taken away. */
  unload(who: PairKey): Promise<void>;
  stop(): void;
}

export function createClients(): Clients {
  const panels = new Map<PairKey, TeamsHost>();
  const heard = new Map<PairKey, boolean>();
  const hearing = createHearing((client, detected) => {
    heard.set(client, detected);
    panels.get(client)?.reportSpeech(detected);
  });
  return {
    show(who, host) {
      if (!host) {
        panels.delete(who);
        return;
      }
      panels.set(who, host);
      host.reportSpeech(heard.get(who) ?? false);
    },
    hear: hearing.hear,
    unload: (who) => panels.get(who)?.unload() ?? Promise.resolve(),
    stop: hearing.stop,
  };
}
