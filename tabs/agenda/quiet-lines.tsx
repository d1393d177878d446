/** The quiet lines under a topic, which load after it: nobody waits for them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { PromptSituation } from '../../shared/agenda/prompts.ts';
import { useLanguage } from '../language/language-context.ts';
import { laterPart, lazyPart } from '../lazy-part.ts';

const LazyPrompt = lazyPart(async () => ({
  default: (await import('./prompt-line.tsx')).PromptLine,
}));
const LazyWording = laterPart(async () => ({
  default: (await import('./wording-line.tsx')).WordingLine,
}));

// The question comes to stand where its place was kept.
const useStyles = makeStyles({
  prompt: { minHeight: `calc(2 * ${tokens.lineHeightBase200})` },
});

export function QuietPrompt({ situation }: { readonly situation: Omit<PromptSituation, 'say'> }) {
  const styles = useStyles();
  return (
    <Suspense fallback={<div className={styles.prompt} />}>
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
  // The guard reads English, and is not asked about anything else.
  if (useLanguage().tongue !== 'en') return null;
  return (
    <Suspense fallback={null}>
      <LazyWording text={text} onStop={onStop} />
    </Suspense>
  );
}
