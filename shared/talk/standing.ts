/** How the meter stands at this moment, so that a panel can say what to do. */
import type { TalkMeasured } from './measure.ts';
import type { Observed } from './observed.ts';
import type { CheckedPanel } from './self-check.ts';
import { checkPanels } from './self-check.ts';
import type { Spans } from './span.ts';

export type Standing =
  | { readonly kind: 'measuring' }
  /** By taps: the signals cannot be crossed. */
  | { readonly kind: 'manual' }
  | { readonly kind: 'waiting-for-person' }
  | { readonly kind: 'waiting-for-panel'; readonly users: readonly string[] }
  /** Somebody else is in the meeting. */
  | { readonly kind: 'paused' }
  /** A client cannot be used for it: this person's, or that of one of the two, nobody can tell whose. */
  | { readonly kind: 'unusable'; readonly users: readonly string[] };

export function standingOf(observed: Observed, measured: TalkMeasured): Standing {
  const isNow = (spans: Spans) => spans.at(-1)?.to === observed.meetingMs;
  if (isNow(observed.company)) return { kind: 'paused' };
  if (isNow(measured.source.measured))
    return { kind: measured.mode === 'manual' ? 'manual' : 'measuring' };
  const failing = checkPanels(observed).filter((checked) => isNow(checked.failing));
  if (failing.length > 0) return { kind: 'unusable', users: whose(failing, observed) };
  if (!isNow(observed.together)) return { kind: 'waiting-for-person' };
  const closed = observed.people.filter(
    ({ id }) => !observed.panels.some(({ user, open }) => user === id && isNow(open)),
  );
  return { kind: 'waiting-for-panel', users: closed.map(({ id }) => id) };
}

/** In the order of the two. */
function whose(failing: readonly CheckedPanel[], { people }: Observed): readonly string[] {
  const users = new Set(failing.flatMap(({ suspects }) => suspects.map(({ user }) => user)));
  return people.map(({ id }) => id).filter((id) => users.has(id));
}
