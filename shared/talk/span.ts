/** Spans of time: a list of them is kept in order, apart from each other, none of them empty. */
export interface Span {
  /** Milliseconds. */
  readonly from: number;
  /** Milliseconds, after `from`. */
  readonly to: number;
}
export type Spans = readonly Span[];

/** Any spans, in any order, as one list: empty ones go, what touches or overlaps becomes one. */
export function spansOf(loose: readonly Span[]): Spans {
  const sorted = loose.filter((span) => span.to > span.from).toSorted((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** When any of the lists is on. */
export function unite(...lists: readonly Spans[]): Spans {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length > 1 ? spansOf(filled.flat()) : (filled[0] ?? []);
}

/** When both lists are on. */
export function intersect(a: Spans, b: Spans): Spans {
  const common: Span[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return common;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (to > from) common.push({ from, to });
    if (left.to < right.to) i += 1;
    else j += 1;
  }
}

/** When `a` is on while `b` is off. */
export function subtract(a: Spans, b: Spans): Spans {
  const rest: Span[] = [];
  let j = 0;
  for (const span of a) {
    let from = span.from;
    while ((b[j]?.to ?? Infinity) <= from) j += 1;
    for (let k = j; ; k += 1) {
      const hole = b[k];
      if (hole === undefined || hole.from >= span.to) break;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = hole.to;
    }
    if (from < span.to) rest.push({ from, to: span.to });
  }
  return rest;
}

/** The part of the list that lies within one span. */
export function clip(spans: Spans, from: number, to: number): Spans {
  return to > from ? intersect(spans, [{ from, to }]) : [];
}

/** Milliseconds that the list is on. */
export function totalOf(spans: Spans): number {
  return spans.reduce((sum, span) => sum + (span.to - span.from), 0);
}

/** How many spans of the list start before the time. */
export function startedBefore(spans: Spans, at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
