/** What ours is held against: the signals taken as they are, and a dominant-speaker clock. */
import type { Observed } from '../../shared/talk/observed.ts';
import type { Span, Spans } from '../../shared/talk/span.ts';
import { intersect, totalOf } from '../../shared/talk/span.ts';

interface Crossing {
  readonly measured: Spans;
  /** The manager's stretches as heard, then the report's. */
  readonly heard: readonly [Spans, Spans];
}

function crossingOf({ panels }: Observed): Crossing {
  const [ana, ben] = [
    panels.find(({ user }) => user === 'ana')!,
    panels.find(({ user }) => user === 'ben')!,
  ];
  const measured = intersect(ana.open, ben.open);
  return { measured, heard: [intersect(ben.heard, measured), intersect(ana.heard, measured)] };
}

/** The manager's share with nothing taken off. */
export function uncorrectedShare(observed: Observed): number {
  const [manager, report] = crossingOf(observed).heard.map(totalOf);
  return manager! / (manager! + report!);
}

/**
 * The manager's share by one clock that always runs for somebody, as Jitsi's does: for who spoke
 * last, through silence, until the other speaks while that one does not.
 */
export function dominantShare(observed: Observed): number {
  const { measured, heard } = crossingOf(observed);
  const marks = heard
    .flatMap((spans, speaker) =>
      spans.flatMap(({ from, to }) => [
        { at: from, speaker, on: true },
        { at: to, speaker, on: false },
      ]),
    )
    .toSorted((a, b) => a.at - b.at);
  const isOn = [false, false];
  const clocks: [Span[], Span[]] = [[], []];
  let dominant: number | undefined;
  let since = 0;
  for (const { at, speaker, on } of marks) {
    isOn[speaker] = on;
    const next = dominant !== undefined && isOn[dominant] === true ? dominant : isOn.indexOf(true);
    if (next < 0 || next === dominant) continue;
    if (dominant !== undefined) clocks[dominant]!.push({ from: since, to: at });
    dominant = next;
    since = at;
  }
  if (dominant !== undefined) clocks[dominant]!.push({ from: since, to: observed.meetingMs });
  const [manager, report] = clocks.map((clock) => totalOf(intersect(clock, measured)));
  return manager! / (manager! + report!);
}
