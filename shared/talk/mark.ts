/** Marks: the moments at which something was said to be on or off, as they were reported. */
import type { Span, Spans } from './span.ts';

export interface Mark {
  readonly at: number;
  readonly on: boolean;
}

/** In the order of time, each once: what arrives late or twice changes nothing else. */
export function sortMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks
    .toSorted((a, b) => a.at - b.at || Number(a.on) - Number(b.on))
    .filter(({ at, on }, index, sorted) => {
      const before = sorted[index - 1];
      return before === undefined || before.at !== at || before.on !== on;
    });
}

/**
 * When it was on. Said to be on again, it stays on. Said to be on and off in the same instant,
 * what it was afterwards is told by what changed next; if nothing did, it is as it was before.
 */
export function spansOn(marks: readonly Mark[], until: number, onAtFirst = false): Spans {
  const spans: Span[] = [];
  let since: number | undefined = onAtFirst ? 0 : undefined;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.at >= until) break;
    let { on } = mark;
    if (marks[index + 1]?.at === mark.at) {
      index += 1;
      on = isOnAfterBoth(marks, index, since !== undefined);
    }
    const at = Math.max(0, mark.at);
    if (on) since ??= at;
    else if (since !== undefined) {
      if (at > since) spans.push({ from: since, to: at });
      since = undefined;
    }
  }
  if (since !== undefined && until > since) spans.push({ from: since, to: until });
  return spans;
}

function isOnAfterBoth(marks: readonly Mark[], second: number, before: boolean): boolean {
  const next = marks[second + 1];
  const isBothAgain = next !== undefined && marks[second + 2]?.at === next.at;
  return next === undefined || isBothAgain ? before : !next.on;
}
