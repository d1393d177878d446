/**
 * Serves Teams' list of trusted hosts from our own origin: teams-js would fetch it from a content
 * network at every start, a third party that the panel's content security policy does not let in.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const fetched =
  'new URL("https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json")';
const fileName = 'teams-hosts.json';

export function ownHostList(): Plugin {
  return {
    name: 'own-host-list',
    apply: 'build',
    transform: {
      filter: { id: /teams-js\/src\/internal\/constants\.js$/ },
      handler(code) {
        if (!code.includes(fetched)) {
          this.error('teams-js names its list of hosts in another way now: mend own-host-list.ts.');
        }
        return {
          code: code.replace(fetched, `new URL(${JSON.stringify(fileName)}, document.baseURI)`),
          map: null,
        };
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: hostsOfThisVersion() });
    },
  };
}

/** The list that the installed teams-js falls back to. */
function hostsOfThisVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@microsoft/teams-js');
  const listed = readFileSync(
    join(dirname(entry), '../esm/packages/teams-js/src/artifactsForCDN/validDomains.json.js'),
    'utf8',
  );
  const hosts = [...listed.matchAll(/"([a-z0-9*.-]+\.[a-z]+)"/g)].map(([, host]) => host);
  return `${JSON.stringify({ validOrigins: [...new Set(hosts)] }, undefined, 2)}\n`;
}
