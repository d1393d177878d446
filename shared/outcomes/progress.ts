/** A progress note: a line on how an outcome is getting on, written once by one of the two. */
import { z } from 'zod';
import { UserId } from '../people/person.ts';

/** Characters a person can type into one note, and notes that one outcome takes. */
export const progressLimit = 300;
export const progressNotesLimit = 30;

export const ProgressNote = z.object({
  id: z.string().min(1).max(128),
  by: UserId,
  /** Milliseconds of the server's clock. */
  at: z.number(),
  text: z.string().min(1).max(progressLimit),
});
export type ProgressNote = Readonly<z.infer<typeof ProgressNote>>;

/** The oldest first, each once: the same on both panels, whoever wrote first. */
export function inOrder(notes: readonly ProgressNote[]): ProgressNote[] {
  const unique = new Map(notes.map((note) => [note.id, note]));
  return [...unique.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
