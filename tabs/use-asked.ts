/** What the server answers to a question that is asked when something is first shown. */
import { useEffect, useState } from 'react';
import type { Asked } from './room/server.ts';

/** `ask` is to be the same function for as long as the question is the same. */
export function useAsked<Value>(ask: () => Promise<Asked<Value>>) {
  const [answer, setAnswer] = useState<Asked<Value> | undefined>();
  useEffect(() => {
    let isShown = true;
    // It never rejects: not being reached is an answer too.
    void ask().then((asked) => {
      if (isShown) setAnswer(asked);
    });
    return () => {
      isShown = false;
    };
  }, [ask]);
  return [answer, setAnswer] as const;
}
