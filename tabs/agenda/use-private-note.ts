/** One private note, as it stands in the notebook. */
import { useSyncExternalStore } from 'react';
import type { NoteAbout, PrivateNotebook } from './private-notebook.ts';

export function usePrivateNote(notebook: PrivateNotebook, about: NoteAbout) {
  const text = useSyncExternalStore(notebook.subscribe, () => notebook.textOf(about));
  const keeping = useSyncExternalStore(notebook.subscribe, notebook.keeping);
  return { text, keeping, write: (next: string) => notebook.write(about, next) };
}
