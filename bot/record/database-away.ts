/** Tells a database that can't be reached, or can keep no more, from a fault of our own. */
import { z } from 'zod';

export type DatabaseTrouble = 'away' | 'full';

const Coded = z.looseObject({ code: z.string() });
/** What the `pg` driver says in words alone, when the connection breaks or none is to be had. */
const broken =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const network =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** PostgreSQL's classes: connection exceptions, shutting down or starting up, too many connections. */
const unreachable = /^(08...|57P0[1-5]|53300)$/;
/** The disk or the memory is full. */
const full = /^53[12]00$/;

/** Undefined for every other error. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  const coded = Coded.safeParse(error);
  const code = coded.success ? coded.data.code : '';
  if (full.test(code)) return 'full';
  if (network.test(code) || unreachable.test(code)) return 'away';
  return error instanceof Error && broken.test(error.message) ? 'away' : undefined;
}
