/** Parts of the panel that load when they are needed, or before: one that can't be had yet is waited for, and breaks nothing. */
import { lazy } from 'react';

const loads: (() => Promise<unknown>)[] = [];
const tryAgainMs = 2_000;

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

/** Fetches every part while there is a line to the server. */
export async function loadAhead(): Promise<void> {
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
