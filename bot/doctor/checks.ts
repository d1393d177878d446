/** Everything the doctor looks at, in the order in which it is mended. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { checkPublicAddress, checkSignIn } from './check-addresses.ts';
import { checkBot } from './check-bot.ts';
import { entraKeys } from '../graph/graph-keys.ts';
import { checkDatabase } from './check-database.ts';
import { checkGraph } from './check-graph.ts';
import { checkRelay } from './check-relay.ts';
import { cloudTokensOf } from './cloud-tokens.ts';
import type { Check } from './finding.ts';

export function checksOf(config: Config, log: Logger, now: () => number): readonly Check[] {
  const tokens = () => cloudTokensOf(config.bot);
  return [
    checkDatabase(config.database),
    checkRelay(config.relay, log, now),
    checkBot(config.bot, tokens),
    checkGraph(config.graph, entraKeys),
    checkSignIn(config),
    checkPublicAddress(config),
  ];
}
