/** A private note, loaded when it is first opened. */
import { Suspense } from 'react';
import type { ComponentProps } from 'react';
import type { PrivateNote } from './private-note.tsx';
import { lazyPart } from '../lazy-part.ts';

const Note = lazyPart(async () => ({ default: (await import('./private-note.tsx')).PrivateNote }));

export function LazyPrivateNote(props: ComponentProps<typeof PrivateNote>) {
  return (
    <Suspense fallback={null}>
      <Note {...props} />
    </Suspense>
  );
}
