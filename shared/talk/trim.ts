/** Trimming: a panel's stretches without the time that its signal only held on. */
import type { Spans } from './span.ts';
import { spansOf } from './span.ts';

/** Something was said in every stretch, however short: this much of it is left. */
const leastSpeechMs = 100;

/** What the panel's closing cut off had no time to hold on, and keeps its length. */
export function trim(heard: Spans, lagMs: number, open: Spans): Spans {
  if (lagMs <= 0) return heard;
  let span = 0;
  return heard.map(({ from, to }) => {
    while ((open[span]?.to ?? Infinity) < to) span += 1;
    if (open[span]?.to === to) return { from, to };
    return { from, to: Math.max(to - lagMs, Math.min(to, from + leastSpeechMs)) };
  });
}

/**
 * The same ruler for both: pauses shorter than `rulerMs`, which the slower signal cannot show,
 * do not count as pauses on the quicker one either.
 */
export function bridge(speech: Spans, rulerMs: number): Spans {
  return spansOf(speech.map(({ from, to }) => ({ from, to: to + rulerMs }))).map(
    ({ from, to }) => ({
      from,
      to: to - rulerMs,
    }),
  );
}
