/** A person's private notes: given to their author, kept for their author, told to nobody else. */
import { PrivateNote } from '../../shared/agenda/agenda-memory.ts';
import type { Answer, ApiWorld, Asked } from '../api.ts';
import type { NoteBook } from '../record/private-note-record.ts';
import { ownMeeting } from '../series/own-series.ts';

export const privateNotes: Answer = async (world, asked) => {
  const book = await ownBook(world, asked);
  return { notes: await world.record(asked.caller.tenantId).privateNotes(book) };
};

export const keepPrivateNote: Answer = async (world, asked): Promise<PrivateNote> => {
  const note = PrivateNote.parse(asked.body);
  const book = await ownBook(world, asked);
  await world.record(asked.caller.tenantId).keepPrivateNote(book, note, world.now());
  return note;
};

/** The author is whoever the sign-in proves; no request can name another. */
async function ownBook(world: ApiWorld, asked: Asked): Promise<NoteBook> {
  const { meeting, series } = await ownMeeting(world, asked);
  return { seriesId: series.id, meetingId: meeting.id, author: asked.caller.userId };
}
