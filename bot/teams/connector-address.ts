/** Whether an address is the Bot Connector of Teams: answers go there, with the bot's own token. */

/** As Microsoft lists them: the public cloud, GCC, GCC High and DoD. */
const connectors: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whom the bot takes activities from and answers: Teams alone, or a stand-in on this machine too. */
export type TrustedConnectors = 'teams' | 'teams-and-this-machine';

export function isConnector(address: unknown, trusted: TrustedConnectors): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname, port, username } = new URL(address);
  if (protocol === 'https:' && port === '' && username === '') {
    if (connectors.has(hostname)) return true;
  }
  return trusted === 'teams-and-this-machine' && loopback.has(hostname);
}
