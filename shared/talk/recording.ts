/** A recorded event stream as text, one JSON object a line: read whole, or refused with the line that is wrong. */
import { z } from 'zod';
import type { Talkers } from './event.ts';
import { MeetingDescribed, TalkEvent } from './event.ts';

export interface Recording {
  readonly people: Talkers;
  readonly events: readonly TalkEvent[];
}

export interface Refused {
  readonly kind: 'refused';
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
}
export type RecordingRead = { readonly kind: 'read'; readonly recording: Recording } | Refused;

const Line = z.discriminatedUnion('type', [MeetingDescribed, ...TalkEvent.options]);

/**
 * The first line that is not blank describes the meeting; the others follow in any order. Keys
 * that are not known are let pass. Names have to add up over the whole stream: who opens a panel
 * or taps is of the pair or was in the meeting, and what hears is a panel that somebody opened.
 */
export function readRecording(text: string): RecordingRead {
  let people: Talkers | undefined;
  const events: TalkEvent[] = [];
  const lineOf: number[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '') continue;
    const number = index + 1;
    const read = readLine(line, number);
    if (read.kind === 'refused') return read;
    const { entry } = read;
    if (entry.type !== 'meeting') {
      if (people === undefined)
        return refuse(number, `the first line must describe the meeting, not "${entry.type}"`);
      events.push(entry);
      lineOf.push(number);
    } else if (people === undefined) people = entry.people;
    else if (!isSamePair(people, entry.people))
      return refuse(number, 'the meeting is described a second time, with other people');
  }
  if (people === undefined) return refuse(1, 'there is no line that describes the meeting');
  const wrong = wrongName(people, events);
  return wrong === undefined
    ? { kind: 'read', recording: { people, events } }
    : refuse(lineOf[wrong.index] ?? 1, wrong.problem);
}

function readLine(
  line: string,
  number: number,
): { readonly kind: 'read'; readonly entry: z.infer<typeof Line> } | Refused {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(number, 'this is not JSON');
    throw error;
  }
  const parsed = Line.safeParse(value);
  if (parsed.success) return { kind: 'read', entry: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
  return refuse(number, `${where}${issue?.message ?? 'this is not an event'}`);
}

function refuse(line: number, problem: string): Refused {
  return { kind: 'refused', line, problem };
}

function isSamePair(one: Talkers, other: Talkers): boolean {
  return one.every((person) =>
    other.some((same) => same.id === person.id && same.role === person.role),
  );
}

function wrongName(
  people: Talkers,
  events: readonly TalkEvent[],
): { readonly index: number; readonly problem: string } | undefined {
  const users = new Set<string>(people.map((person) => person.id));
  const owners = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'present') users.add(event.user);
    if (event.type === 'panel' && !owners.has(event.panel)) owners.set(event.panel, event.user);
  }
  for (const [index, event] of events.entries()) {
    const problem = nameProblem(event, users, owners);
    if (problem !== undefined) return { index, problem };
  }
  return undefined;
}

function nameProblem(
  event: TalkEvent,
  users: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): string | undefined {
  const stranger = (user: string) =>
    users.has(user) ? undefined : `"${user}" is not of the pair and was never in the meeting`;
  switch (event.type) {
    case 'panel':
      if (owners.get(event.panel) !== event.user)
        return `the panel "${event.panel}" belongs to "${owners.get(event.panel)}" elsewhere`;
      return stranger(event.user);
    case 'heard':
      return owners.has(event.panel) ? undefined : `the panel "${event.panel}" was never opened`;
    case 'tap':
      return stranger(event.by) ?? (event.speaker === null ? undefined : stranger(event.speaker));
    case 'present':
    case 'end':
      return undefined;
  }
}
