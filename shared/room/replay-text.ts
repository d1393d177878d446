/** Repeats in a text what was typed into an earlier copy of it, unless it has arrived after all. */
import { spliceBetween, type Splice } from './splice.ts';

/** Above this many pairs of code points, texts are compared by their ends alone. */
const pairsCompared = 4_000_000;

/**
 * What `now` should read, where `before` became `mine` in one place and `now` in another. Letters that
 * either typed stay, and letters that either took out are gone.
 */
export function replayText(before: string, mine: string, now: string): string {
  const edit = spliceBetween(before, mine);
  if (edit === undefined || now === mine) return now;
  if (edit.remove === 0 && stands(mine, edit, before, now)) return now;
  const points = Array.from(now);
  const placeOf = alignment(Array.from(before), points);

  const end = edit.at + edit.remove;
  const isMineToRemove = new Set(placeOf.slice(edit.at, end));
  // What stands in `now` between the letters around the edit: mine if it has arrived, and the other's.
  const left = placeOf.slice(0, edit.at).findLast((place) => place !== undefined);
  const from = (left ?? -1) + 1;
  const to = placeOf.slice(end).find((place) => place !== undefined) ?? points.length;
  const here = points.slice(from, to).filter((_, index) => !isMineToRemove.has(from + index));

  const rest = notArrived(here.join(''), edit.insert);
  const kept = (start: number, stop?: number) =>
    points.slice(start, stop).filter((_, index) => !isMineToRemove.has(start + index));
  // A word goes on where it was begun, and not behind what the other wrote there.
  const place = rest === edit.insert && left !== undefined ? from : to;
  return [...kept(0, place), rest, ...kept(place)].join('');
}

/** Letters in front of an edit by which its place is known, where there are so many. */
const knownBy = 8;
/** Fewer than these, with what is in front of them, may stand there by chance. */
const tellingLetters = 4;

/** Where letters repeat, an edit may stand a little beside its place: it is known by what is around it. */
function stands(mine: string, edit: Splice, before: string, now: string): boolean {
  const points = Array.from(mine);
  const end = edit.at + Array.from(edit.insert).length;
  const known = points.slice(Math.max(0, edit.at - knownBy), end);
  if (known.length < tellingLetters) return false;
  const text = known.join('');
  return now.split(text).length > before.split(text).length;
}

function notArrived(here: string, insert: string): string {
  // Both may have typed the same there: one copy too few is rarer than one too many.
  if (here.includes(insert)) return '';
  // Of a quick word, the first letters may have arrived and the last may not.
  return insert.startsWith(here) ? insert.slice(here.length) : insert;
}

/** For each code point of `before`, where it stands in `now`; undefined where it was taken out. */
function alignment(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  const shorter = Math.min(before.length, now.length);
  // The end first, as `spliceBetween` does: where letters repeat, both find the same place.
  let suffix = 0;
  while (suffix < shorter && before[before.length - 1 - suffix] === now[now.length - 1 - suffix])
    suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === now[prefix]) prefix += 1;

  const middle = longestCommon(
    before.slice(prefix, before.length - suffix),
    now.slice(prefix, now.length - suffix),
  );
  return [
    ...before.slice(0, prefix).map((_, index) => index),
    ...middle.map((place) => (place === undefined ? undefined : place + prefix)),
    ...before.slice(before.length - suffix).map((_, index) => now.length - suffix + index),
  ];
}

function longestCommon(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  if (before.length * now.length > pairsCompared) return before.map(() => undefined);
  // lengths[i][j]: how long a common sequence the first i and the first j code points have.
  const lengths = [new Uint16Array(now.length + 1)];
  for (const [i, point] of before.entries()) {
    const above = lengths[i];
    const row = new Uint16Array(now.length + 1);
    for (let j = 0; j < now.length; j += 1) {
      row[j + 1] =
        point === now[j] ? (above?.[j] ?? 0) + 1 : Math.max(above?.[j + 1] ?? 0, row[j] ?? 0);
    }
    lengths.push(row);
  }
  const places: (number | undefined)[] = before.map(() => undefined);
  let i = before.length;
  let j = now.length;
  while (i > 0 && j > 0) {
    if (before[i - 1] === now[j - 1]) {
      i -= 1;
      j -= 1;
      places[i] = j;
    } else if ((lengths[i - 1]?.[j] ?? 0) >= (lengths[i]?.[j - 1] ?? 0)) i -= 1;
    else j -= 1;
  }
  return places;
}
