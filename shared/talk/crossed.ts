/** The live source: what one's panel hears is the other, so the two panels together tell who speaks. */
import type { Calibration } from './calibrate.ts';
import { calibrate } from './calibrate.ts';
import { marginOf } from './margin.ts';
import type { Observed, ObservedPanel } from './observed.ts';
import type { Reason } from './reason.ts';
import type { CheckedPanel } from './self-check.ts';
import { checkPanels } from './self-check.ts';
import type { Measured } from './source.ts';
import type { Spans } from './span.ts';
import { intersect, subtract, totalOf, unite } from './span.ts';
import { bridge, trim } from './trim.ts';

export interface Crossed extends Measured {
  readonly method: 'crossed';
  /** What was taken off the end of every stretch that the panel heard, in milliseconds. */
  readonly hangoverMs: Readonly<Record<string, number>>;
  /** Whether a panel that reports everybody's speech cost us time. */
  readonly hearsEverybody: boolean;
}

export function cross(observed: Observed): Crossed {
  const checked = checkPanels(observed);
  const trusted = checked.map(({ panel, failing }): ObservedPanel => {
    if (failing.length === 0) return panel;
    return { ...panel, open: subtract(panel.open, failing), heard: subtract(panel.heard, failing) };
  });
  const calibration = calibrate(trusted);
  const corrections = trusted.map((_, index) => correctionOf(calibration, index));
  const [one, other] = observed.people;
  const measured = listeningTimes(observed, checked, trusted);
  const ruler = Math.max(0, ...corrections);
  const spokenTo = (user: string): Spans => {
    const heard = unite(
      ...trusted.map((panel, index) =>
        panel.user === user ? trim(panel.heard, corrections[index] ?? 0, panel.open) : [],
      ),
    );
    return intersect(ruler > 0 ? bridge(heard, ruler) : heard, measured);
  };
  // What one's panel hears is the other's speech.
  const speech = [spokenTo(other.id), spokenTo(one.id)] as const;
  return {
    method: 'crossed',
    people: observed.people,
    meetingMs: observed.meetingMs,
    measured,
    speech,
    margin: marginOf(trusted, calibration, speech, observed.people),
    hangoverMs: Object.fromEntries(
      trusted.map(({ panel }, index) => [panel, Math.round(corrections[index] ?? 0)]),
    ),
    hearsEverybody: checked.some(({ fault }) => fault === 'hears-everybody'),
    reasons: reasonsOf(observed, checked, calibration, measured, speech),
  };
}

/** Of so much time that cannot be trusted, the little that can be is not worth a claim. */
const leastTrustedPart = 0.2;

function listeningTimes(
  { people: [one, other] }: Observed,
  checked: readonly CheckedPanel[],
  trusted: readonly ObservedPanel[],
): Spans {
  const listening = (panels: readonly ObservedPanel[]) => {
    const by = (user: string) => unite(...panelsOf(panels, user).map(({ open }) => open));
    return intersect(by(one.id), by(other.id));
  };
  const measured = listening(trusted);
  const lostMs = totalOf(listening(checked.map(({ panel }) => panel))) - totalOf(measured);
  return totalOf(measured) < leastTrustedPart * lostMs ? [] : measured;
}

function panelsOf(panels: readonly ObservedPanel[], user: string): readonly ObservedPanel[] {
  return panels.filter((panel) => panel.user === user);
}

function correctionOf({ lags }: Calibration, index: number): number {
  const lag = lags[index];
  return lag?.verdict === 'corrected' ? lag.ms : 0;
}

function reasonsOf(
  observed: Observed,
  checked: readonly CheckedPanel[],
  { lags }: Calibration,
  measured: Spans,
  speech: readonly [Spans, Spans],
): readonly Reason[] {
  const reasons: Reason[] = [];
  const isOpen = (user: string) =>
    panelsOf(observed.panels, user).some(({ open }) => open.length > 0);
  const closed = observed.people.filter(({ id }) => !isOpen(id));
  if (closed.length === 2) reasons.push({ kind: 'nothing-observed' });
  if (closed.length === 1)
    reasons.push(...closed.map(({ id }): Reason => ({ kind: 'panel-not-open', user: id })));
  reasons.push(...everybodysReasons(checked));
  for (const { panel, fault } of checked) {
    if (fault === 'never-silent') reasons.push({ kind: fault, panel: panel.panel });
  }
  const companyMs = totalOf(intersect(observed.company, observed.together));
  if (companyMs > 0) reasons.push({ kind: 'company', ms: companyMs });
  if (observed.together.length === 0 && observed.meetingMs > 0)
    reasons.push({ kind: 'never-both', what: 'people' });
  if (measured.length === 0) {
    if (reasons.length === 0) reasons.push({ kind: 'never-both', what: 'panels' });
    return reasons;
  }
  if (speech.every((spans) => spans.length === 0)) return [...reasons, { kind: 'nobody-spoke' }];
  const unknown = lags.filter(({ verdict }, index) => {
    const panel = checked[index]?.panel;
    return verdict === 'unknown' && panel !== undefined && panel.heard.length > 0;
  });
  if (unknown.length > 0)
    reasons.push({ kind: 'lag-unknown', panels: unknown.map(({ panel }) => panel) });
  return reasons;
}

/** Panels that cannot be told from each other are one reason: only one of them may be at fault. */
function everybodysReasons(checked: readonly CheckedPanel[]): readonly Reason[] {
  const faulty = checked.filter(({ fault }) => fault === 'hears-everybody');
  const reasons = new Map<string, { readonly panels: readonly string[]; failing: Spans }>();
  for (const { suspects, failing } of faulty) {
    const panels = suspects.map(({ panel }) => panel).toSorted();
    const key = JSON.stringify(panels);
    reasons.set(key, { panels, failing: unite(failing, reasons.get(key)?.failing ?? []) });
  }
  return [...reasons.values()].map(({ panels, failing }) => ({
    kind: 'hears-everybody',
    panels,
    ms: totalOf(failing),
  }));
}
