/** Keeps a former value where a new one says the same, so that what shows it is not drawn again. */

/** Of two objects with the same values in every field, the former. */
export function sameFields<Value extends object>(before: Value | undefined, next: Value): Value {
  if (before === undefined) return next;
  const had = new Map<string, unknown>(Object.entries(before));
  const has = Object.entries(next);
  const isSame = had.size === has.length && has.every(([name, value]) => had.get(name) === value);
  return isSame ? before : next;
}

/** Of two plain values that are written alike, the former. */
export function sameData<Value>(before: Value, next: Value): Value {
  return before === next || JSON.stringify(before) === JSON.stringify(next) ? before : next;
}
