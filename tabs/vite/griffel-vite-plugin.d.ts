/** Its own types describe a CommonJS module, which it is not. */
declare module '@griffel/vite-plugin' {
  import type { Plugin } from 'vite';

  /** `babelOptions`: how modules are read whose styles are worked out. */
  export default function griffel(options: {
    readonly babelOptions: { readonly presets: readonly string[] };
  }): Plugin;
}
