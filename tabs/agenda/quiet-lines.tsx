/** The quiet lines under a topic, which load after it: nobody waits for them. */
import { Suspense, lazy } from 'react';
import type { PromptSituation } from '../../shared/agenda/prompts.ts';

const LazyPrompt = lazy(async () => ({
  default: (await import('./prompt-line.tsx')).PromptLine,
}));
const LazyWording = lazy(async () => ({
  default: (await import('./wording-line.tsx')).WordingLine,
}));

export function QuietPrompt({ situation }: { readonly situation: PromptSituation }) {
  return (
    <Suspense fallback={null}>
      <LazyPrompt situation={situation} />
    </Suspense>
  );
}

export function QuietWording({
  text,
  onStop,
}: {
  readonly text: string;
  readonly onStop: () => void;
}) {
  return (
    <Suspense fallback={null}>
      <LazyWording text={text} onStop={onStop} />
    </Suspense>
  );
}
