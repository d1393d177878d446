/** Where a caret belongs after somebody else changed the text around it. */
import { spliceBetween } from '../../shared/room/splice.ts';

/** The UTF-16 offset in `after` of the place that was at `offset` in `before`. */
export function offsetAfter(before: string, after: string, offset: number): number {
  const change = changeBetween(before, after);
  if (change === undefined || offset <= change.start) return offset;
  // What stood around the caret was replaced: it goes behind what took its place.
  const past = Math.max(offset, change.end);
  return past + change.insert.length - (change.end - change.start);
}

/**
 * Joins what one person made of `base` (`mine`, with the caret at `caret`) to what the text has
 * become meanwhile (`theirs`). Both changes are kept.
 */
export function joinEdits({
  base,
  mine,
  caret,
  theirs,
}: {
  readonly base: string;
  readonly mine: string;
  readonly caret: number;
  readonly theirs: string;
}): { readonly text: string; readonly caret: number } {
  const change = changeBetween(base, mine, caret);
  if (change === undefined) return { text: theirs, caret: offsetAfter(base, theirs, caret) };
  const start = offsetAfter(base, theirs, change.start);
  const end = Math.max(start, offsetAfter(base, theirs, change.end));
  return {
    text: theirs.slice(0, start) + change.insert + theirs.slice(end),
    caret: start + change.insert.length,
  };
}

/** The same span as `spliceBetween`, in the UTF-16 offsets that text fields count in. */
function changeBetween(before: string, after: string, caret?: number) {
  const splice = spliceBetween(before, after, caret);
  if (splice === undefined) return undefined;
  const characters = Array.from(before);
  const start = characters.slice(0, splice.at).join('').length;
  const removed = characters.slice(splice.at, splice.at + splice.remove).join('').length;
  return { start, end: start + removed, insert: splice.insert };
}
