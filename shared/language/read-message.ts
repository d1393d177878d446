/** Reads a message in ICU's notation, as far as the app writes it: values, plural forms, choices. */

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  /** `#`: the number that the plural form around it was chosen by. */
  | { readonly kind: 'count' }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly by: 'plural' | 'select';
      readonly cases: ReadonlyMap<string, readonly Part[]>;
    };

/**
 * The libraries for it take more of what a panel may load before its first sight than its agenda
 * does. One of them is the judge in the tests: every message is read as that reads it.
 */
export function readMessage(message: string): readonly Part[] {
  let at = 0;

  /** What stands here, or its first group; undefined where something else does. */
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    if (found === null) return undefined;
    at = pattern.lastIndex;
    return found[1] ?? found[0];
  }

  function need(pattern: RegExp): string {
    const found = take(pattern);
    if (found === undefined) throw new Error(`"${message}" is no message: see character ${at}.`);
    return found;
  }

  function parts(isCounted: boolean): readonly Part[] {
    const found: Part[] = [];
    for (;;) {
      const text = take(isCounted ? /[^{}#]+/y : /[^{}]+/y);
      if (text !== undefined) found.push({ kind: 'text', text });
      else if (isCounted && take(/#/y) !== undefined) found.push({ kind: 'count' });
      else {
        const name = take(/\{\s*(\w+)\s*/y);
        if (name === undefined) return found;
        found.push(valueOrChoice(name, isCounted));
      }
    }
  }

  function valueOrChoice(name: string, isCounted: boolean): Part {
    if (take(/\}/y) !== undefined) return { kind: 'value', name };
    const by = need(/,\s*(plural|select)\s*,\s*/y) === 'plural' ? 'plural' : 'select';
    const cases = new Map<string, readonly Part[]>();
    for (let key = need(/(=?\w+)\s*\{/y); ; key = need(/(=?\w+)\s*\{/y)) {
      cases.set(key, parts(isCounted || by === 'plural'));
      need(/\}\s*/y);
      if (take(/\}/y) !== undefined) return { kind: 'choice', name, by, cases };
    }
  }

  const all = parts(false);
  need(/$/y);
  return all;
}
