/** What the two are called where there is little room: by first name, unless they share it. */
import type { Person } from '../../shared/people/person.ts';

export function firstNames(
  me: Person,
  other: Person,
): { readonly me: string; readonly other: string; readonly of: (user: string) => string } {
  const [mine = me.name] = me.name.trim().split(/\s+/);
  const [theirs = other.name] = other.name.trim().split(/\s+/);
  const isClear = mine !== '' && theirs !== '' && mine !== theirs;
  const names = isClear ? { me: mine, other: theirs } : { me: me.name, other: other.name };
  return { ...names, of: (user) => (user === me.id ? names.me : names.other) };
}
