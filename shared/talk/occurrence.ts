/** Which transcripts belong to one meeting, and when in it each was written. */
import type { Span } from './span.ts';
import { spansOf } from './span.ts';
import type { Transcribed } from './transcript.ts';
import type { Cue } from './vtt.ts';

/** Milliseconds since 1970. */
export interface WrittenTranscript {
  readonly from: number;
  /** Null where it is not told. */
  readonly to: number | null;
}

/** Teams' two services may differ by this much about when something was. */
const clocksDifferMs = 30_000;

/**
 * All meetings of a series share one list of transcripts. One belongs to the meeting in whose time
 * its middle lies; where its end is not told, its beginning.
 */
export function isOfMeeting({ from, to }: WrittenTranscript, meeting: Span): boolean {
  const middle = to === null ? from : (from + Math.max(from, to)) / 2;
  return middle >= meeting.from - clocksDifferMs && middle <= meeting.to + clocksDifferMs;
}

/**
 * Several transcripts of one meeting as one, on the meeting's own time: transcription may begin
 * late, and be stopped and begun again. What lies outside of the transcripts was not measured.
 */
export function placeTranscripts(
  meeting: Span,
  transcripts: readonly (WrittenTranscript & { readonly cues: readonly Cue[] })[],
): { readonly cues: readonly Cue[]; readonly transcribed: Transcribed } {
  const placed = transcripts.map(({ from, to, cues }) => {
    const start = from - meeting.from;
    const lastCue = cues.reduce((last, cue) => Math.max(last, cue.to), 0);
    return {
      cues: cues
        .filter((cue) => cue.to > 0)
        .map((cue) => ({
          ...cue,
          from: Math.max(0, cue.from) + start,
          to: cue.to + start,
        })),
      span: { from: start, to: start + Math.max(lastCue, (to ?? from) - from) },
    };
  });
  return {
    cues: placed.flatMap((each) => each.cues),
    transcribed: {
      meetingMs: Math.max(0, meeting.to - meeting.from),
      spans: spansOf(placed.map(({ span }) => span)),
    },
  };
}
