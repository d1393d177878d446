/**
 * Tells the browser that all of a file is run as soon as it is there. It then compiles the file as a
 * whole, while it arrives and beside the page, and not each function when it is first called.
 * See https://v8.dev/blog/explicit-compile-hints: the words have to be the file's first.
 */
import type { Plugin } from 'vite';

const hint = '//# allFunctionsCalledOnLoad\n';

/** `names` are those of chunks: each has to be there. */
export function runAtOnce(names: readonly string[]): Plugin {
  return {
    name: 'run-at-once',
    apply: 'build',
    generateBundle: {
      // After whatever still puts something before the code.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        for (const name of names) {
          const chunk = chunks.find((each) => each.name === name);
          if (chunk === undefined) this.error(`There is no chunk "${name}" any more.`);
          chunk.code = `${hint}${chunk.code}`;
          if (chunk.map) chunk.map.mappings = `;${chunk.map.mappings}`;
        }
      },
    },
  };
}
