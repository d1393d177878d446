/**
 * Leaves out of the panel what reads styles that a server wrote into the page: none does here, and
 * with it goes the whole of what could read style sheets.
 */
import type { Plugin } from 'vite';

export function withoutServerStyles(): Plugin {
  return {
    name: 'without-server-styles',
    apply: 'build',
    transform: {
      filter: { id: /@griffel\/core\/src\/renderer\/rehydrateRendererCache\.js$/ },
      handler(code) {
        if (
          !/export \{ rehydrateRendererCache \}|export function rehydrateRendererCache/.test(code)
        )
          this.error('Griffel takes up styles in another way now: mend without-server-styles.ts.');
        return { code: 'export function rehydrateRendererCache() {}', map: null };
      },
    },
  };
}
