/** Reads what the Bot Connector's errors mean, in one place. */
import { z } from 'zod';
import { ChatTrouble } from '../series/chat-trouble.ts';

const ConnectorError = z.looseObject({
  statusCode: z.number(),
  response: z.looseObject({ headers: z.unknown() }).optional(),
});
const WithGet = z.object({ get: z.custom<(name: string) => unknown>(isFunction) });

export function connectorTrouble(error: unknown): unknown {
  if (error instanceof ChatTrouble) return error;
  const parsed = ConnectorError.safeParse(error);
  // The SDK's own faults have no status; the network's have a code.
  if (!parsed.success) return hasCode(error) ? unavailable('Teams could not be reached.') : error;
  const { statusCode, response } = parsed.data;
  if (statusCode === 403 || statusCode === 404) {
    return new ChatTrouble('gone', `Teams answered ${statusCode}: the chat or message is gone.`);
  }
  if (statusCode === 429) {
    const wait = retryAfterMs(response?.headers);
    return new ChatTrouble('busy', 'Teams asks to wait (429).', wait);
  }
  if (statusCode === 408 || statusCode >= 500) {
    return unavailable(`Teams answered ${statusCode}.`, retryAfterMs(response?.headers));
  }
  return new ChatTrouble('refused', `Teams answered ${statusCode}.`);
}

const unavailable = (why: string, wait?: number) => new ChatTrouble('unavailable', why, wait);

/** `Retry-After` in seconds; Teams does not use its other form, a date. */
function retryAfterMs(headers: unknown): number | undefined {
  const read = WithGet.safeParse(headers);
  if (!read.success) return undefined;
  const seconds = z.coerce
    .number()
    .positive()
    .safeParse(Reflect.apply(read.data.get, headers, ['retry-after']));
  return seconds.success ? seconds.data * 1000 : undefined;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

const networkCodes = /^(ECONN|ETIMEDOUT|EAI_|ENOTFOUND|EPIPE|ERR_|REQUEST_|UND_)/;

function hasCode(error: unknown): boolean {
  const code = z.looseObject({ code: z.string() }).safeParse(error).data?.code ?? '';
  return networkCodes.test(code);
}
