/**
 * Leaves out of the panel what zod has for describing schemas as JSON: the panel only reads with
 * them, and every person would wait for it before their agenda shows.
 */
import type { Plugin } from 'vite';

const exported = /^export (?:(?:function|const) |\{ \w+ as )(\w+)/gm;

export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/ },
      handler(code) {
        const names = [...code.matchAll(exported)].map(([, name]) => name);
        if (names.length === 0)
          this.error('zod is built in another way: mend without-json-schema.ts.');
        // Some are asked for others when a schema is made, and none is ever asked for more.
        return {
          code: [
            'const absent = () => absent;',
            ...names.map((name) => `export { absent as ${name} };`),
          ].join('\n'),
          map: null,
        };
      },
    },
  };
}
