/** Text as PostgreSQL can keep it: a NUL or half of a character, which it refuses, is marked as unreadable. */
const unreadable = '\ufffd';

export function keptText(text: string): string {
  return text.replaceAll('\0', unreadable).replaceAll(/\p{Surrogate}/gu, unreadable);
}

export function keptJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? keptText(each) : each,
  );
}
