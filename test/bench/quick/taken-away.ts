/** How much of the processors' time the host gave to others: where that is much, no figure is the product's. */
import { readFileSync } from 'node:fs';

/** Answers what part was taken away since it was called, from 0 to 1; undefined where the system does not tell. */
export function watchTakenAway(): () => number | undefined {
  const before = processorTimes();
  return () => {
    const after = processorTimes();
    if (before === undefined || after === undefined) return undefined;
    const all = after.all - before.all;
    return all > 0 ? (after.stolen - before.stolen) / all : undefined;
  };
}

/** In ticks since the machine started. Of `cpu` in Linux's `/proc/stat`, the eighth column is "steal". */
function processorTimes(): { readonly all: number; readonly stolen: number } | undefined {
  let stat: string;
  try {
    stat = readFileSync('/proc/stat', 'utf8');
  } catch {
    return undefined;
  }
  const ticks = /^cpu +(.*)$/m.exec(stat)?.[1]?.split(' ').slice(0, 8).map(Number) ?? [];
  const stolen = ticks[7];
  if (stolen === undefined) return undefined;
  return { all: ticks.reduce((sum, each) => sum + each, 0), stolen };
}
