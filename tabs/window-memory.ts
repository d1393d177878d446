/**
 * What this window remembers from one panel in it to the next. Where the browser keeps nothing for a
 * page in a frame, or has no room left, it is remembered for as long as this panel lives.
 */
const own = new Map<string, string>();

/** The first look costs a wait for the browser: to be had while something else is waited for anyway. */
export function bringMemoryNear(): void {
  recall('');
}

export function recall(key: string): string | undefined {
  const kept = own.get(key);
  if (kept !== undefined) return kept;
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Answers whether the next panel will know it. */
export function remember(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text);
    own.delete(key);
    return true;
  } catch {
    own.set(key, text);
    return false;
  }
}

export function forget(key: string): void {
  own.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // What was never kept is forgotten already.
  }
}
