/**
 * A PostgreSQL server made of PGlite, for machines without one: the `pg` driver speaks to it as to any
 * other. PGlite has one session, so a connection has it to itself from its first message until its
 * transaction is over.
 */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

export interface PgliteServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function servePglite(pglite: PGlite): Promise<PgliteServer> {
  const sockets = new Set<Socket>();
  const takeTurn = turns();
  const server = createServer((socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    void serve(pglite, socket, takeTurn);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.');
  return {
    url: `postgres://postgres@127.0.0.1:${address.port}/postgres`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type EndTurn = () => void;
const noTurn: EndTurn = () => {};

function turns(): () => Promise<EndTurn> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const before = last;
    let endTurn = noTurn;
    last = new Promise<void>((resolve) => {
      endTurn = resolve;
    });
    return before.then(() => endTurn);
  };
}

async function serve(
  pglite: PGlite,
  socket: Socket,
  takeTurn: () => Promise<EndTurn>,
): Promise<void> {
  let endTurn: EndTurn | undefined;
  let isInTransaction = false;
  try {
    for await (const batch of batches(socket)) {
      endTurn ??= await takeTurn();
      const answers: Uint8Array[] = [];
      for (const message of batch) {
        const answer = await pglite.execProtocolRaw(message);
        isInTransaction = transactionAfter(answer) ?? isInTransaction;
        answers.push(answer);
      }
      if (socket.writable) socket.write(Buffer.concat(answers));
      if (!isInTransaction) {
        endTurn();
        endTurn = undefined;
      }
    }
  } catch {
    // The connection broke off: the client hears of it from its socket.
    socket.destroy();
  } finally {
    if (isInTransaction) await pglite.exec('rollback');
    endTurn?.();
  }
}

const letter = (byte: number | undefined) => String.fromCharCode(byte ?? 0);

/** What a client sends up to where it waits for an answer: messages of other clients stay out of it. */
async function* batches(socket: Socket): AsyncGenerator<Uint8Array[]> {
  let received: Buffer = Buffer.alloc(0);
  let batch: Uint8Array[] = [];
  let isStarted = false;
  for await (const data of socket) {
    received = Buffer.concat([received, data]);
    for (;;) {
      // The first message has no letter, only a length.
      const head = isStarted ? 1 : 0;
      if (received.length < head + 4) break;
      const length = head + received.readInt32BE(head);
      if (received.length < length) break;
      const message = new Uint8Array(received.subarray(0, length));
      received = received.subarray(length);
      const kind = isStarted ? letter(message[0]) : 'Q';
      isStarted = true;
      if (kind === 'X') return;
      batch.push(message);
      if (kind === 'Q' || kind === 'S') {
        yield batch;
        batch = [];
      }
    }
  }
}

/** What "ready for query" says at the end of an answer: idle, or inside a transaction. */
function transactionAfter(answer: Uint8Array): boolean | undefined {
  const ready = answer.subarray(-6);
  const isReady = letter(ready[0]) === 'Z' && ready[4] === 5;
  return isReady ? letter(ready[5]) !== 'I' : undefined;
}
