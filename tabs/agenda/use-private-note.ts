/** One private note, as it stands in the notebook. */
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { NoteAbout, PrivateNotebook } from './private-notebook.ts';

export function usePrivateNote(notebook: PrivateNotebook, about: NoteAbout) {
  const text = useSyncExternalStore(notebook.subscribe, () => notebook.textOf(about));
  const keeping = useSyncExternalStore(notebook.subscribe, notebook.keeping);
  return { text, keeping, write: (next: string) => notebook.write(about, next) };
}

/** Whether one's own note on the topic is shown, and whether there is one. */
export function usePrivateOpen(notebook: PrivateNotebook, id: string) {
  const about = useMemo(() => ({ kind: 'topic', id }) as const, [id]);
  const { text } = usePrivateNote(notebook, about);
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useCallback(() => setIsOpen((isOpen) => !isOpen), []);
  return { about, isOpen, hasText: text.trim() !== '', toggle };
}
