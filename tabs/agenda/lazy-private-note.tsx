/** A private note, loaded when it is first opened. */
import { Suspense, lazy } from 'react';
import type { ComponentProps } from 'react';
import type { PrivateNote } from './private-note.tsx';

const Note = lazy(async () => ({ default: (await import('./private-note.tsx')).PrivateNote }));

export function LazyPrivateNote(props: ComponentProps<typeof PrivateNote>) {
  return (
    <Suspense fallback={null}>
      <Note {...props} />
    </Suspense>
  );
}
