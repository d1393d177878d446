/** What the naming screen asks of the server, for the chat that the panel is open in. */
import type { NamedPair, NamingAnswer } from '../../shared/people/naming.ts';
import type { Asked } from '../room/server.ts';

export interface NamingServer {
  question(): Promise<Asked<NamingAnswer>>;
  /** Null takes back what one has said. */
  name(pair: NamedPair | null): Promise<Asked<NamingAnswer>>;
}
