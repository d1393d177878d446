/** The smallest edit that turns one text into another. */
export interface Splice {
  /** Code points before the edit. */
  readonly at: number;
  /** Code points taken out. */
  readonly remove: number;
  readonly insert: string;
}

/**
 * The one span that differs between `before` and `after`, or undefined when they are equal.
 * Where letters repeat ("aa" typed into "aaa") the span is ambiguous; `caret`, the UTF-16 offset
 * of the caret after the edit, places it where the person really typed.
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | undefined {
  if (before === after) return undefined;
  const from = Array.from(before);
  const to = Array.from(after);
  // What stands behind the caret was not typed, as far as it still matches.
  const behindCaret = caret === undefined ? to.length : Array.from(after.slice(caret)).length;

  let suffix = 0;
  while (
    suffix < Math.min(from.length, to.length, behindCaret) &&
    from[from.length - 1 - suffix] === to[to.length - 1 - suffix]
  )
    suffix += 1;
  let prefix = 0;
  while (prefix < Math.min(from.length, to.length) - suffix && from[prefix] === to[prefix])
    prefix += 1;
  while (
    suffix < Math.min(from.length, to.length) - prefix &&
    from[from.length - 1 - suffix] === to[to.length - 1 - suffix]
  )
    suffix += 1;

  return {
    at: prefix,
    remove: from.length - prefix - suffix,
    insert: to.slice(prefix, to.length - suffix).join(''),
  };
}
