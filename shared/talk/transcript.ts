/** The source of afterwards: the meeting's transcript, its speakers matched to the two by name. */
import type { Pair, Person } from '../people/person.ts';
import type { Talker } from './event.ts';
import type { Measured } from './source.ts';
import type { Spans } from './span.ts';
import { clip, intersect, subtract, unite } from './span.ts';
import { nameKey } from './speaker-name.ts';
import type { Voice } from './tally.ts';
import { durationOf, voicesOf } from './tally.ts';
import type { Cue } from './vtt.ts';

export type TranscriptMatch =
  | {
      readonly kind: 'matched';
      readonly source: Measured;
      /** Names of whoever else spoke; that time is left out. */
      readonly others: readonly string[];
    }
  /** The two share a name: a transcript cannot tell them apart. */
  | { readonly kind: 'same-name' }
  /** Neither of them is named in it. */
  | { readonly kind: 'nobody-known'; readonly names: readonly string[] }
  /** One is not named, but somebody is whom we don't know: it may be the same person. */
  | { readonly kind: 'one-unknown'; readonly names: readonly string[] };

/** What was listened to: the meeting's length, and the parts of it that were transcribed. */
export interface Transcribed {
  readonly meetingMs: number;
  readonly spans: Spans;
}

/**
 * A transcript has no ids, only display names; who is never named in it has not spoken, as long as
 * nobody else is named. `transcribed` is the whole of it where nothing else is known.
 */
export function matchTranscript(
  pair: Pair,
  cues: readonly Cue[],
  transcribed: Transcribed = wholeOf(cues),
): TranscriptMatch {
  const [one, other] = pair;
  if (nameKey(one.name) === nameKey(other.name)) return { kind: 'same-name' };
  const voices = voicesOf(cues);
  const known = voices.filter((voice) => pair.some((person) => isVoiceOf(person, voice)));
  const others = voices.filter((voice) => !known.includes(voice));
  if (known.length === 0) return { kind: 'nobody-known', names: others.map((voice) => voice.name) };
  if (known.length === 1 && others.length > 0)
    return { kind: 'one-unknown', names: others.map((voice) => voice.name) };
  const { meetingMs } = transcribed;
  const listened = clip(transcribed.spans, 0, meetingMs);
  const company = unite(...others.map((voice) => voice.speech));
  const speechOf = (person: Person) =>
    intersect(
      subtract(known.find((voice) => isVoiceOf(person, voice))?.speech ?? [], company),
      listened,
    );
  return {
    kind: 'matched',
    others: others.map((voice) => voice.name),
    source: {
      method: 'transcript',
      people: [talkerOf(one), talkerOf(other)],
      meetingMs,
      measured: subtract(listened, company),
      speech: [speechOf(one), speechOf(other)],
      margin: null,
      reasons: [],
    },
  };
}

function wholeOf(cues: readonly Cue[]): Transcribed {
  const meetingMs = durationOf(cues);
  return { meetingMs, spans: meetingMs > 0 ? [{ from: 0, to: meetingMs }] : [] };
}

function isVoiceOf(person: Person, voice: Voice): boolean {
  return voice.key === nameKey(person.name);
}

function talkerOf({ id, role }: Person): Talker {
  return { id, role };
}
