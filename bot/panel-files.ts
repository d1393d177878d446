/** The panel as it was built, with a new word on its page each time for its own styles. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { styleNonce } from './security-headers.ts';

/** As the build writes it. */
const noncePlace = 'NONCE_OF_THIS_PAGE';

export function panelFiles(
  folder: string = fileURLToPath(new URL('../tabs/dist', import.meta.url)),
): Router {
  const index = `${folder}/index.html`;
  if (!existsSync(index)) throw new Error('The panel is not built. Run "npm run build" first.');
  const page = readFileSync(index, 'utf8');
  const router = Router();
  router.get(['/', '/index.html'], (_request, response) => {
    // A page that was kept would have the word of an earlier one.
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replaceAll(noncePlace, styleNonce(response)));
  });
  router.use(
    // Compressed files stand beside them since the panel was built.
    expressStaticGzip(folder, {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: {
        setHeaders: (response, path) => {
          // The names of assets change with their content.
          const isAsset = path.includes('/assets/');
          response.setHeader(
            'Cache-Control',
            isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      },
    }),
  );
  return router;
}
