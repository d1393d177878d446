/** A network line to the product that can be cut and mended: one person's, or that to a database. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttableLine extends AsyncDisposable {
  readonly port: number;
  /** What flows breaks off, and whoever calls is refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Leads from a free port of this machine to `port`. */
export async function lineTo(port: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>();
  const join = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.pipe(other);
  };
  const server = createServer((near) => {
    const far = connect({ port, host: '127.0.0.1' });
    join(near, far);
    join(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.');

  async function cut(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    port: address.port,
    cut,
    async mend() {
      server.listen(address.port, '127.0.0.1');
      await once(server, 'listening');
    },
    [Symbol.asyncDispose]: cut,
  };
}
