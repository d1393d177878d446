/** Takes the agenda out of the panel, as Markdown. */
import { agendaMarkdown } from '../../shared/agenda/export-markdown.ts';
import type { Language } from '../../shared/language/language.ts';
import type { Pair } from '../../shared/people/person.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { roomTitle } from '../room/room-title.ts';
import { fileName, saveFile } from '../series/save-file.ts';

function markdownOf(room: LiveRoom, language: Language): string {
  const { me, other, state } = room;
  const pair: Pair = me.role === 'manager' ? [me, other] : [other, me];
  return agendaMarkdown({ seriesTitle: roomTitle(language.say, room), pair, state }, language);
}

/** Answers whether it is on the clipboard. */
export async function copyAgenda(room: LiveRoom, language: Language): Promise<boolean> {
  const text = markdownOf(room, language);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Teams may not hand the clipboard to a frame; the older way needs no permission.
    return copyBySelection(text);
  }
}

export function downloadAgenda(room: LiveRoom, language: Language): void {
  const name = `${fileName(roomTitle(language.say, room))} ${room.state.meetingNumber}.md`;
  saveFile(name, markdownOf(room, language), 'text/markdown');
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way without permission
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}
