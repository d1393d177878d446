/** What any way of measuring talk has to hand over, so that all of them are counted alike. */
import type { Talkers } from './event.ts';
import type { Reason } from './reason.ts';
import type { Spans } from './span.ts';

export const methods = ['crossed', 'manual', 'transcript'] as const;
type Method = (typeof methods)[number];

export interface Measured {
  readonly method: Method;
  readonly people: Talkers;
  readonly meetingMs: number;
  /** When the speech of both was measured. All that is said of speech is said of this time. */
  readonly measured: Spans;
  /** The stretches of each, in the order of `people`, within `measured`. */
  readonly speech: readonly [Spans, Spans];
  /**
   * By how much the share may be off, 0 to 1, on either side, nineteen times in twenty; null when
   * nothing is known of that.
   */
  readonly margin: number | null;
  readonly reasons: readonly Reason[];
}
