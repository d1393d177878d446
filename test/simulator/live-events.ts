/** Pushes what happens to every open page, as server-sent events. */
import type { Request, Response } from 'express';

/** Often enough that no proxy takes the silence for an end. */
const heartbeatMs = 15_000;

/** How soon a page looks for the server again. */
const retryMs = 500;

export interface LiveEvents {
  /** Answers a page that listens, beginning with `first`. */
  listen(request: Request, response: Response, first: LiveEvent): void;
  send(event: LiveEvent): void;
  close(): void;
}

export interface LiveEvent {
  readonly name: 'scene' | 'notice' | 'typing';
  readonly data: unknown;
}

export function createLiveEvents(): LiveEvents {
  const listeners = new Set<Response>();
  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(':\n\n');
  }, heartbeatMs).unref();

  return {
    listen(request, response, first) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write(`retry: ${retryMs}\n\n`);
      response.write(framed(first));
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    },
    send(event) {
      for (const listener of listeners) listener.write(framed(event));
    },
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}

const framed = ({ name, data }: LiveEvent): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
