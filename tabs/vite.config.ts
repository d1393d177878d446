/** How the panel is built: one small page, and the live room in a part that loads after it. */
import griffel from '@griffel/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedFiles } from './vite/compressed-files.ts';
import { liveRoomFile } from './vite/live-room-file.ts';
import { ownHostList } from './vite/own-host-list.ts';
import { readyMessages } from './vite/ready-messages.ts';
import { runAtOnce } from './vite/run-at-once.ts';
import { withoutDebugLog } from './vite/without-debug-log.ts';
import { withoutJsonSchema } from './vite/without-json-schema.ts';
import { withoutServerStyles } from './vite/without-server-styles.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [
    // Styles are worked out when the panel is built, not on each person's machine.
    griffel({ babelOptions: { presets: ['@babel/preset-typescript'] } }),
    react(),
    readyMessages(),
    ownHostList(),
    withoutJsonSchema(),
    withoutDebugLog(),
    withoutServerStyles(),
    liveRoomFile(),
    runAtOnce(['index', 'fluid-room']),
    compressedFiles(),
  ],
  // The server puts a new word in its place for each page, and in the page's policy.
  html: { cspNonce: 'NONCE_OF_THIS_PAGE' },
  // A catalogue is one object: as such it is read and compressed best.
  json: { namedExports: false, stringify: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    // By it a test counts what loads before the first sight.
    manifest: true,
    // Fluid is the larger half. It is only ever imported by `import()`, which alone puts it into a
    // part of its own: naming chunks by hand pulls it into the first page, by way of the small
    // packages that it shares with Teams' library.
    chunkSizeWarningLimit: 1200,
    // What is read at first sight is one file: cut into the parts that later ones share, it would be
    // compressed less well, and how it is cut changes with every import.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first-sight', tags: ['$initial'] }] } },
    },
  },
});
