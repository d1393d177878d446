/** The source that always works: somebody says by a tap who is talking now. */
import type { Observed, ObservedPanel } from './observed.ts';
import { alone } from './observed.ts';
import type { Measured } from './source.ts';
import type { Span, Spans } from './span.ts';
import { intersect, spansOf, unite } from './span.ts';

/**
 * A tap holds until the next one, whoever makes it, and no longer than a panel of who made it is
 * open (where panels are known at all). Measured is the time from the first tap in which a tap
 * holds, also one that says that nobody talks.
 */
export function countTaps(observed: Observed): Measured {
  const { people, taps, meetingMs, panels } = observed;
  const held = taps.flatMap((tap, index) => {
    const span = { from: Math.max(0, tap.at), to: taps[index + 1]?.at ?? meetingMs };
    return holds(span, tap.by, panels).map((part) => ({ ...part, speaker: tap.speaker }));
  });
  const measured = intersect(spansOf(held.map(bare)), alone(observed));
  const speechOf = (user: string): Spans =>
    intersect(spansOf(held.filter(({ speaker }) => speaker === user).map(bare)), measured);
  const [one, other] = people;
  const speech = [speechOf(one.id), speechOf(other.id)] as const;
  return {
    method: 'manual',
    people,
    meetingMs,
    measured,
    speech,
    margin: null,
    reasons: [{ kind: 'by-hand' }],
  };
}

function bare({ from, to }: Span): Span {
  return { from, to };
}

function holds(span: Span, by: string, panels: readonly ObservedPanel[]): Spans {
  if (span.to <= span.from) return [];
  const own = panels.filter((panel) => panel.user === by);
  if (own.length === 0) return [span];
  const open = unite(...own.map((panel) => panel.open));
  // A tap is a sign of life too: it may come in a moment before the panel's opening does.
  const life = open.find(({ to }) => span.from < to);
  return life === undefined ? [] : [{ from: span.from, to: Math.min(span.to, life.to) }];
}
