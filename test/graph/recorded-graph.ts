/** Graph as a small server that gives recorded answers and remembers what it was asked. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export interface GraphRequest {
  /** `GET /me/todo/lists`, below the version of the API. */
  readonly what: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Recorded {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RecordedGraph extends AsyncDisposable {
  readonly url: string;
  readonly asked: GraphRequest[];
}

const Port = z.object({ port: z.number() });

export const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** `undefined` never answers. */
export async function recordedGraph(
  answer: (request: GraphRequest) => Recorded | undefined,
): Promise<RecordedGraph> {
  const asked: GraphRequest[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '').replace(/^\/v1\.0/, '');
    const got = {
      what: `${request.method} ${path}`,
      body: await text(request),
      headers: request.headers,
    };
    asked.push(got);
    const { status = 200, headers = {}, body = '' } = answer(got) ?? { status: 0 };
    if (status !== 0) response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Port.parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/v1.0`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
