/** Writes into the page how the files of the live room are called, so that they can be fetched before they are run. */
import type { Plugin } from 'vite';

const roomModule = /\/tabs\/room\/fluid-room\.ts$/;

export function liveRoomFile(): Plugin {
  return {
    name: 'live-room-file',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, chunk: entry }) {
        const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
        const room = chunks.find(({ facadeModuleId }) => roomModule.test(facadeModuleId ?? ''));
        if (room === undefined) throw new Error('The live room is no part of its own any more.');
        const withPage = new Set([entry?.fileName, ...(entry?.imports ?? [])]);
        const files = [room.fileName, ...room.imports.filter((file) => !withPage.has(file))];
        const content = files.map((file) => `./${file}`).join(' ');
        return [{ tag: 'meta', attrs: { name: 'live-room', content }, injectTo: 'head' }];
      },
    },
  };
}
