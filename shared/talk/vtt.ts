/** A Teams transcript read as cues: who spoke from when to when, in both kinds that Graph serves. */
import type { Refused } from './recording.ts';

export interface Cue {
  /** Milliseconds from the transcript's start; below zero is before it. */
  readonly from: number;
  /** Not before `from`. */
  readonly to: number;
  /** As written, entities resolved; empty when the cue does not say who speaks. */
  readonly speakers: readonly [string, ...string[]];
}

export type TranscriptRead =
  | { readonly kind: 'read'; readonly cues: readonly Cue[]; readonly skipped: number }
  | Refused;

/**
 * WebVTT whose cues name the speaker by voice tags (`<v Name>`) or carry a JSON object with
 * `speakerName`. Comments, styles and regions are passed over; what is none of these and cannot
 * be read as a cue is skipped and counted: broken times, an end before the start, no text, broken
 * JSON, lines without times.
 */
export function readTranscript(text: string): TranscriptRead {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''))
    return {
      kind: 'refused',
      line: 1,
      problem: 'this is not WebVTT: the first line must begin with WEBVTT',
    };
  const cues: Cue[] = [];
  let skipped = 0;
  for (const block of blocksOf(lines)) {
    if (isAside(block)) continue;
    const cue = readCue(block);
    if (cue === undefined) skipped += 1;
    else cues.push(cue);
  }
  return { kind: 'read', cues, skipped };
}

/** Graph writes times before the transcript's start with a minus, in front or at any part. */
const stamp = /(-?(?:-?(\d+):)?-?(\d{1,2}):-?(\d{1,2})(?:[.,]-?(\d+))?)/.source;
const timing = new RegExp(`^\\s*${stamp}\\s*-->\\s*${stamp}(?:\\s|$)`);

/** What stands between blank lines; also where a cue begins with no blank line before it. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let block: string[] = [];
  let hasTimes = false;
  for (const line of lines) {
    const hasArrow = line.includes('-->');
    const isBlank = line === '' || line.trim() === '';
    // Only a cue can be cut short by the next; what somebody said may hold an arrow.
    if (isBlank || (hasArrow && hasTimes && !isAside(block) && timing.test(line))) {
      if (block.length > 0) blocks.push(block);
      block = [];
      hasTimes = false;
    }
    if (isBlank) continue;
    block.push(line);
    hasTimes ||= hasArrow;
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function isAside([first = '']: readonly string[]): boolean {
  return /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/.test(first);
}

function readCue(block: readonly string[]): Cue | undefined {
  // A line before the times names the cue; we have no use for the name.
  const timed = block[0]?.includes('-->') === true ? 0 : 1;
  const parts = timing.exec(block[timed] ?? '');
  if (parts === null) return undefined;
  const from = readTime(parts[1], parts[2], parts[3], parts[4], parts[5]);
  const to = readTime(parts[6], parts[7], parts[8], parts[9], parts[10]);
  if (from === undefined || to === undefined || to < from) return undefined;
  const speakers = readSpeakers(block.slice(timed + 1).join('\n'));
  return speakers === undefined ? undefined : { from, to, speakers };
}

function readTime(
  whole = '',
  hours = '0',
  minutes = '0',
  seconds = '0',
  fraction = '0',
): number | undefined {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const ms =
    (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000 +
    Math.round(Number(`0.${fraction}`) * 1_000);
  return whole.includes('-') ? -ms : ms;
}

const voice = /<v(?:\.[^\s>]*)?(?:\s([^>]*))?>/g;

function readSpeakers(payload: string): Cue['speakers'] | undefined {
  if (payload === '') return undefined;
  if (/^\s*\{\s*"/.test(payload)) {
    const name = readSpokenBy(payload);
    return name === undefined ? undefined : [name];
  }
  const [first, ...others] = Array.from(payload.matchAll(voice), ([, name]) =>
    resolveEntities(name ?? ''),
  );
  return first === undefined ? [''] : [first, ...others];
}

/** By hand, as a transcript has thousands of these. Empty when nobody is named. */
function readSpokenBy(text: string): string | undefined {
  let spoken: unknown;
  try {
    spoken = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof spoken !== 'object' || spoken === null) return undefined;
  const name = 'speakerName' in spoken ? (spoken.speakerName ?? '') : '';
  return typeof name === 'string' ? name : undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
