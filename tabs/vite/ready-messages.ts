/**
 * Reads all messages when the panel is built, so that it loads what `icu-minify` makes of them and not
 * what reads them: English ones where the compiler would stand, the others in their catalogues.
 */
import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { z } from 'zod';
import type { Catalogue } from '../../shared/language/language.ts';
import { saidIn, sourcesOf } from './said-messages.ts';

const CatalogueFile = z.record(z.string(), z.string());
const compiler = '\0ready-messages';

export function readyMessages(): Plugin {
  return {
    name: 'ready-messages',
    apply: 'build',
    // Before Vite makes a module of a catalogue.
    enforce: 'pre',
    resolveId: {
      filter: { id: /^icu-minify\/compile$/ },
      handler: () => compiler,
    },
    load: {
      filter: { id: /^\0ready-messages$/ },
      handler: () => `const english = ${JSON.stringify(englishForms())};
        export default (message) => (typeof message === 'string' && english[message]) || message;`,
    },
    transform: {
      filter: { id: /shared\/language\/\w+\.json$/ },
      handler: (code) => ({
        code: JSON.stringify(formsOf(CatalogueFile.parse(JSON.parse(code)))),
        map: null,
      }),
    },
  };
}

/** Those that have any: what is said as it is written needs no form. */
function englishForms(): Readonly<Record<string, unknown>> {
  const messages = sourcesOf(['shared', 'tabs'])
    .flatMap((source) => saidIn(source))
    .flatMap(({ message }) => message ?? []);
  const forms = formsOf(Object.fromEntries(messages.map((message) => [message, message])));
  return Object.fromEntries(Object.entries(forms).filter(([message, form]) => form !== message));
}

function formsOf(catalogue: Catalogue): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([message, translation]) => [message, compile(translation)]),
  );
}
