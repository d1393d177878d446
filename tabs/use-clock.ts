/** The time for the screen: minutes need no finer clock than this. */
import { useEffect, useState } from 'react';

const tickMs = 5_000;

/** `now` is to be the same function for as long as the clock is the same. */
export function useClock(now: () => number, isRunning: boolean): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setAt(now()), tickMs);
    return () => clearInterval(timer);
  }, [now, isRunning]);
  return at;
}
