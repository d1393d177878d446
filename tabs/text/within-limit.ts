/** Cuts what was just typed or pasted to what a text still holds. */
import { spliceBetween } from '../../shared/room/splice.ts';
import type { TextEdit } from '../room/live-room.ts';

export interface LimitedEdit extends TextEdit {
  /** Whether some of what was typed found no place. */
  readonly isCut: boolean;
}

/**
 * Nothing that was there is lost: only the new part is shortened, character by character. A text
 * that is over its limit already (two people filled it at once) can be shortened freely.
 */
export function withinLimit({
  before,
  edit,
  limit,
}: {
  readonly before: string;
  readonly edit: TextEdit;
  readonly limit: number;
}): LimitedEdit {
  const splice = spliceBetween(before, edit.text, edit.caret);
  if (splice === undefined || edit.text.length <= Math.max(limit, before.length))
    return { ...edit, isCut: false };

  const characters = Array.from(before);
  const head = characters.slice(0, splice.at).join('');
  const tail = characters.slice(splice.at + splice.remove).join('');
  const space = Math.max(limit, before.length) - head.length - tail.length;
  const kept = startOf(splice.insert, space);
  return { text: head + kept + tail, caret: head.length + kept.length, isCut: true };
}

/** The first whole characters of `text` that fit: an emoji is never cut in two. */
function startOf(text: string, space: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > space) return kept;
    kept += character;
  }
  return kept;
}
