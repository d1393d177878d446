/** Keeps the keyboard where it was when a pressed button gives way to another. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Call the answer when a button is pressed that will change `stage`. */
export function useFocusKept(actions: RefObject<HTMLElement | null>, stage: string): () => void {
  const pressedIn = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (pressedIn.current === undefined || pressedIn.current === stage) return;
    pressedIn.current = undefined;
    actions.current?.querySelector('button')?.focus();
  });
  return () => {
    pressedIn.current = stage;
  };
}
