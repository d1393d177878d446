/** Parts of the panel that load when they are needed, or before: one that can't be had yet is waited for, and breaks nothing. */
import { lazy } from 'react';

const loads: (() => Promise<unknown>)[] = [];
const tryAgainMs = 2_000;
/** Where there is no room to be joined, nobody waits for it longer than this. */
const laterMs = 5_000;

let tellAhead = () => {};
const isAhead = new Promise<void>((resolve) => {
  tellAhead = resolve;
});

/** As React's own `lazy`, but a panel that is offline just does without the part for a while. */
export const lazyPart: typeof lazy = (load) => {
  loads.push(load);
  return lazy(() => untilLoaded(load));
};

/** As `lazyPart`, for what is seen soon after the first sight: it is fetched at once. */
export const soonPart: typeof lazy = (load) => {
  const loaded = untilLoaded(load);
  return lazy(() => loaded);
};

/** As `lazyPart`, for what stands beside what is read and must not hold up the room. */
export const laterPart: typeof lazy = (load) =>
  lazy(async () => {
    await Promise.race([isAhead, new Promise((resolve) => setTimeout(resolve, laterMs))]);
    return untilLoaded(load);
  });

/** Fetches every part while there is a line to the server. */
export async function loadAhead(): Promise<void> {
  tellAhead();
  for (const load of loads.splice(0)) await untilLoaded(load);
}

async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      // Offline, most likely: what the person is doing goes on without this part.
      await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
    }
  }
}
