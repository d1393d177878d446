/** Asks Microsoft Graph over HTTPS and reads what it answers, once and in one place. */
import { z } from 'zod';
import type { Graph, GraphAnswer, GraphCaller, GraphTrouble } from './graph.ts';
import type { GraphKeys } from './graph-keys.ts';

const answersWithinMs = 20_000;
/** A transcript of three hours has about 3 MB. */
const largestAnswer = 32 * 1024 * 1024;
/** Graph gives lists in pages; more of them than this holds nothing that we look for. */
const mostPages = 40;

interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
}

export interface GraphPlace {
  /** With the version of the API, such as `https://graph.microsoft.com/v1.0`. */
  readonly url: string;
  readonly keys: GraphKeys;
  now(): number;
  /** Given up after this long. */
  readonly withinMs?: number;
}

export function graphAt({ url, keys, now, withinMs = answersWithinMs }: GraphPlace): Graph {
  const base = url.replace(/\/+$/, '');

  async function ask(as: GraphCaller, request: Request): Promise<GraphAnswer<string>> {
    const key = await keys(as);
    if (key.kind !== 'answered') return key;
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: {
          ...(key.value === undefined ? {} : { Authorization: `Bearer ${key.value}` }),
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(withinMs),
      });
      if (Number(response.headers.get('content-length') ?? 0) > largestAnswer) {
        await response.body?.cancel();
        return { kind: 'refused', code: 'too-large' };
      }
      const text = await response.text();
      return response.ok
        ? { kind: 'answered', value: text }
        : troubleIn(response.status, text, retryAfterMs(response.headers, now()));
    } catch (error) {
      // fetch has these two ways of saying that nobody answered.
      if (error instanceof DOMException && error.name === 'TimeoutError')
        return { kind: 'unavailable', code: 'timed-out' };
      if (error instanceof TypeError) return { kind: 'unavailable', code: 'not-reached' };
      throw error;
    }
  }

  async function parsed<Shape extends z.ZodType>(
    as: GraphCaller,
    request: Request,
    shape: Shape,
  ): Promise<GraphAnswer<z.infer<Shape>>> {
    const answer = await ask(as, request);
    if (answer.kind !== 'answered') return answer;
    const read = shape.safeParse(jsonOf(answer.value));
    return read.success
      ? { kind: 'answered', value: read.data }
      : { kind: 'refused', code: 'not-understood' };
  }

  return {
    read: (as, path, shape) => parsed(as, { method: 'GET', url: `${base}${path}` }, shape),

    async readAll(as, path, shape) {
      const Page = z.looseObject({
        value: z.array(shape),
        '@odata.nextLink': z.string().optional(),
      });
      const all: z.infer<typeof shape>[] = [];
      let next: string | undefined = `${base}${path}`;
      for (let page = 0; next !== undefined && page < mostPages; page += 1) {
        // A link elsewhere would carry the token there.
        if (!next.startsWith(`${base}/`)) return { kind: 'refused', code: 'foreign-link' };
        const answer: GraphAnswer<z.infer<typeof Page>> = await parsed(
          as,
          { method: 'GET', url: next },
          Page,
        );
        if (answer.kind !== 'answered') return answer;
        all.push(...answer.value.value);
        next = answer.value['@odata.nextLink'];
      }
      return { kind: 'answered', value: all };
    },

    readText: (as, path) => ask(as, { method: 'GET', url: `${base}${path}` }),

    add: (as, path, body, shape) =>
      parsed(as, { method: 'POST', url: `${base}${path}`, body }, shape),
  };
}

const GraphError = z.looseObject({ error: z.looseObject({ code: z.string() }) });

function troubleIn(status: number, text: string, wait: number | undefined): GraphTrouble {
  const code = GraphError.safeParse(jsonOf(text)).data?.error.code ?? String(status);
  const waiting = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 401) return { kind: 'sign-in', code };
  if (status === 403) return { kind: 'not-allowed', code };
  if (status === 404 || status === 410) return { kind: 'gone', code };
  if (status === 429) return { kind: 'busy', code, ...waiting };
  if (status === 408 || status >= 500) return { kind: 'unavailable', code, ...waiting };
  return { kind: 'refused', code };
}

/** `Retry-After` in seconds or as a date. */
function retryAfterMs(headers: Headers, now: number): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/** Undefined where it is none: what is not of the expected form is told apart by its shape. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
