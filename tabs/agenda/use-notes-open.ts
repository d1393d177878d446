/** Whether the notes of a topic are shown. */
import { useCallback, useState } from 'react';

/** Notes open by themselves on the topic being discussed; what the person chose goes first. */
export function useNotesOpen(isDiscussing: boolean) {
  const [choice, setChoice] = useState<'open' | 'closed' | undefined>();
  const [wasDiscussing, setWasDiscussing] = useState(isDiscussing);
  if (wasDiscussing !== isDiscussing) {
    setWasDiscussing(isDiscussing);
    // Notes opened or being typed in stay open; closed ones open for a new discussion.
    if (choice === 'closed') setChoice(undefined);
  }
  const isOpen = choice === undefined ? isDiscussing : choice === 'open';
  const toggle = useCallback(() => setChoice(isOpen ? 'closed' : 'open'), [isOpen]);
  const keepOpen = useCallback(() => setChoice('open'), []);
  return {
    isOpen,
    toggle,
    keepOpen,
  };
}
