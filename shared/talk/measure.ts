/** The talk of a meeting measured: by the signals where they can be crossed, by hand where they cannot. */
import type { Balance } from './balance.ts';
import { balanceOf } from './balance.ts';
import type { Crossed } from './crossed.ts';
import { cross } from './crossed.ts';
import { countTaps } from './manual.ts';
import type { Observed } from './observed.ts';
import type { Reason } from './reason.ts';
import type { Measured } from './source.ts';
import { totalOf } from './span.ts';

export type Mode =
  /** By what each panel heard of the other person. */
  | 'crossed'
  /** By taps. */
  | 'manual'
  /** Not at all: a client reports everybody's speech. */
  | 'anyone'
  /** Not at all, for another reason. */
  | 'undetermined';

export interface TalkMeasured {
  readonly mode: Mode;
  readonly source: Measured;
  readonly balance: Balance;
  readonly hangoverMs: Readonly<Record<string, number>>;
  readonly reasons: readonly Reason[];
}

export function measureTalk(observed: Observed): TalkMeasured {
  const crossed = cross(observed);
  const taps = countTaps(observed);
  const isManual = prefersTaps(crossed, taps);
  const source = isManual ? taps : crossed;
  const reasons = isManual
    ? [...taps.reasons, ...crossed.reasons.filter(({ kind }) => kind !== 'nothing-observed')]
    : crossed.reasons;
  return {
    mode: isManual ? 'manual' : modeOf(crossed),
    source,
    balance: balanceOf(source),
    hangoverMs: crossed.hangoverMs,
    reasons,
  };
}

/** Taps are the fallback: where the signals heard the two for most of the tapped time, they count. */
function prefersTaps(crossed: Measured, taps: Measured): boolean {
  const tappedMs = totalOf(taps.measured);
  if (tappedMs === 0) return false;
  const heardMs = totalOf(crossed.speech[0]) + totalOf(crossed.speech[1]);
  return heardMs === 0 || totalOf(crossed.measured) < tappedMs / 2;
}

function modeOf({ measured, hearsEverybody }: Crossed): Mode {
  if (measured.length > 0) return 'crossed';
  return hearsEverybody ? 'anyone' : 'undetermined';
}
