/** All 1:1s of this person as the server tells of them, a page at a time, asked again on return. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MySeries } from '../../shared/series/my-series.ts';
import { pageLocale } from '../language/page-locale.ts';
import { serverFor } from '../room/server.ts';
import { troubleOf } from '../room/trouble.ts';
import type { Trouble } from '../room/live-room.ts';
import { getToken } from '../teams/teams-host.ts';

const server = serverFor(getToken, pageLocale);

const triesAgainMs = 5_000;

export type MySeriesOrNot =
  | { readonly kind: 'asking' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | {
      readonly kind: 'known';
      readonly series: readonly MySeries[];
      readonly hasMore: boolean;
      /** Milliseconds of the server's clock, when it answered last. */
      readonly now: number;
    };

export interface Pages {
  readonly known: MySeriesOrNot;
  /** Answers whether there was an answer. */
  readonly showMore: () => Promise<boolean>;
}

export function useMySeries(): Pages {
  const [known, setKnown] = useState<MySeriesOrNot>({ kind: 'asking' });
  const isAsking = useRef(false);

  const askAnew = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    const asked = await server.mySeries();
    isAsking.current = false;
    setKnown((before) => {
      if (asked.kind === 'answered') {
        // Whoever had asked for more pages keeps them, as they were, behind the new first one.
        const isFurther =
          before.kind === 'known' && before.series.length > asked.value.series.length;
        return isFurther ? before : { kind: 'known', ...asked.value };
      }
      // What was shown stays better than a screen that says that nothing can be shown.
      return before.kind === 'known' ? before : { kind: 'trouble', trouble: troubleOf(asked) };
    });
  }, []);

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') void askAnew();
    };
    void askAnew();
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [askAnew]);

  useEffect(() => {
    if (known.kind !== 'trouble' || known.trouble.kind !== 'unavailable') return undefined;
    const timer = setTimeout(() => void askAnew(), triesAgainMs);
    return () => clearTimeout(timer);
  }, [known, askAnew]);

  const last = known.kind === 'known' ? known.series.at(-1)?.seriesId : undefined;
  const showMore = useCallback(async () => {
    const asked = await server.mySeries(last);
    if (asked.kind !== 'answered') return false;
    setKnown((before) =>
      before.kind === 'known'
        ? { kind: 'known', ...asked.value, series: [...before.series, ...asked.value.series] }
        : before,
    );
    return true;
  }, [last]);

  return { known, showMore };
}
