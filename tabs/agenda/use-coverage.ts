/** The five elements over the series, with what is talked about right now. */
import { useMemo } from 'react';
import { coverageFrom, type ElementCoverage } from '../../shared/agenda/coverage-of-elements.ts';
import type { LiveRoom } from '../room/live-room.ts';

export function useCoverage({
  memory: { past, patience },
  state: { meetingNumber, topics, calls },
}: LiveRoom): readonly ElementCoverage[] {
  return useMemo(() => {
    const called = new Set(calls?.map(({ topic }) => topic));
    const discussed = topics
      .filter(({ id, state }) => state === 'done' || state === 'discussing' || called.has(id))
      .map(({ element }) => element);
    return coverageFrom({
      meetings: [...past, { meetingNumber, discussed }],
      meetingNumber,
      patience,
    });
  }, [past, patience, meetingNumber, topics, calls]);
}
