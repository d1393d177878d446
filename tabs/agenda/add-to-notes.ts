/** Adds a text to the notes that both can read. */
import { notesLimit, type Topic } from '../../shared/agenda/topic.ts';
import type { RoomEdits } from '../room/live-room.ts';
import { withinLimit } from '../text/within-limit.ts';

/** Below what stands there, as far as it fits. */
export function addToNotes(edits: RoomEdits, { id, notes }: Topic, added: string): void {
  const text = `${notes}${notes.trim() === '' ? '' : '\n\n'}${added}`;
  const { text: fitting, caret } = withinLimit({
    before: notes,
    edit: { text, caret: text.length },
    limit: notesLimit,
  });
  edits.writeNotes(id, { text: fitting, caret });
}
