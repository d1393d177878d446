/** Joins a room of the relay as a Fluid client does, over a bare web socket: what it answers is seen as it is. */

/** Resolves with the event the relay answers to `connect_document`, or 'closed'. */
export function joinOverSocket(
  origin: string,
  room: { readonly tenantId: string; readonly roomId: string; readonly token: string },
): Promise<string> {
  const address = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address);
  const { roomId: id, ...about } = room;
  const asked = { ...about, id, mode: 'write', versions: ['^0.4.0'], client: someClient };
  return new Promise((resolve) => {
    socket.addEventListener('close', () => resolve('closed'));
    socket.addEventListener('error', () => resolve('closed'));
    socket.addEventListener('message', ({ data }) => {
      const message = String(data);
      // Engine.io opens with 0, socket.io with 40; 42 is an event.
      if (message.startsWith('0')) socket.send('40');
      else if (message.startsWith('40')) {
        socket.send(`42${JSON.stringify(['connect_document', asked])}`);
      } else if (message.startsWith('42')) {
        const [event]: unknown[] = JSON.parse(message.slice(2));
        if (!String(event).startsWith('connect_document')) return;
        resolve(String(event));
        socket.close();
      }
    });
  });
}

const someClient = {
  mode: 'write',
  details: { capabilities: { interactive: true } },
  permission: [],
  user: { id: 'ana' },
  scopes: ['doc:read', 'doc:write', 'summary:write'],
};
