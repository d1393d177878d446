/** The keys for undo and redo, in text fields too: the browser's own undo knows only one side. */
import { useAnnounce } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useSay } from '../language/language-context.ts';
import type { LiveRoom } from './live-room.ts';

export function useUndoKeys({ edits, canUndo, canRedo }: LiveRoom): void {
  const { announce } = useAnnounce();
  const say = useSay();
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const asked = stepFor(event);
      if (asked === undefined || edits === undefined || isInDraft(event.target)) return;
      event.preventDefault();
      if (asked === 'undo' && canUndo) {
        edits.undo();
        announce(say('Undone.'));
      }
      if (asked === 'redo' && canRedo) {
        edits.redo();
        announce(say('Redone.'));
      }
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [announce, say, edits, canUndo, canRedo]);
}

function stepFor(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}

/** What is not in the room yet is undone by the browser. */
function isInDraft(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.dataset['draft'] !== undefined &&
    target.value !== ''
  );
}
