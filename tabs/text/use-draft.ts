/** What a person is writing and has not added yet: how long it is, and why it can't be added. */
import { useState } from 'react';
import { useSay } from '../language/language-context.ts';

export interface Draft {
  readonly text: string;
  readonly limit: number;
  /** Longer than it may be. */
  readonly isTooLong: boolean;
  /** Why it can't be added as it is. */
  readonly problem: string | undefined;
  write(text: string): void;
  /** Says why it was not added; until the next letter. */
  refuse(why: string): void;
  clear(): void;
}

export function useDraft({
  limit,
  noun,
}: {
  /** Characters it may hold. */
  readonly limit: number;
  /** What it is, as a sentence begins with it: `A title`. */
  readonly noun: string;
}): Draft {
  const say = useSay();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>();
  const excess = text.trim().length - limit;
  const isTooLong = excess > 0;
  return {
    text,
    limit,
    isTooLong,
    problem:
      refusal ??
      (isTooLong
        ? say('{noun} holds {limit, number} characters: take out {count, number} to add it.', {
            noun,
            limit,
            count: excess,
          })
        : undefined),
    write(next) {
      setText(next);
      setRefusal(undefined);
    },
    refuse: setRefusal,
    clear() {
      setText('');
      setRefusal(undefined);
    },
  };
}
