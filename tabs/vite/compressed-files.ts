/** Writes each file of the panel compressed beside it, once when it is built and not for every person. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Of 11: the last two steps take five times as long for a few percent. */
const brotliQuality = 9;

const isText = /\.(?:js|css|html|json)$/;
const kinds = [
  { ending: 'br', compress: brotli },
  { ending: 'gz', compress: promisify(gzip) },
] as const;

export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) this.error('The panel is built into a folder.');
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((each) => isText.test(each))) {
        const path = join(dir, file);
        const content = await readFile(path);
        for (const { ending, compress } of kinds)
          await writeFile(`${path}.${ending}`, await compress(content));
      }
    },
  };
}

function brotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality },
  });
}
