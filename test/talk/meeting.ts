/** A made-up meeting: the true conversation, with the events that the two panels report of it. */
import type { Talkers, TalkEvent } from '../../shared/talk/event.ts';
import type { Recording } from '../../shared/talk/recording.ts';
import type { Span, Spans } from '../../shared/talk/span.ts';
import { intersect, spansOf, totalOf, unite } from '../../shared/talk/span.ts';
import type { Conversation, Manners } from './conversation.ts';
import { conversationOf, mannersOf } from './conversation.ts';
import type { Random } from './random.ts';
import { randomOf } from './random.ts';
import type { Ear } from './signal.ts';
import { earOf, heardBy, movedBy } from './signal.ts';

export const ana = { id: 'ana', role: 'manager' } as const;
export const ben = { id: 'ben', role: 'report' } as const;
export const people: Talkers = [ana, ben];

export interface Meeting {
  readonly conversation: Conversation;
  readonly manners: Manners;
  /** The ear of Ana's panel, then that of Ben's. */
  readonly ears: readonly [Ear, Ear];
  /** When both panels were truly open. */
  readonly bothOpen: Spans;
  readonly recording: Recording;
}

export interface MeetingWishes {
  readonly manners?: Partial<Manners>;
  readonly ears?: readonly [Partial<Ear>, Partial<Ear>];
  /** Whose client reports everybody's speech: Ana's, Ben's. */
  readonly hearsEverybody?: readonly [boolean, boolean];
  /** Signals that are each sound moved, with no delay to come on again soon after. */
  readonly movedOnly?: boolean;
  /** Panels open from start to end. */
  readonly alwaysOpen?: boolean;
}

export function meetingOf(seed: number, wishes: MeetingWishes = {}): Meeting {
  const random = randomOf(seed);
  const manners = { ...mannersOf(random), ...wishes.manners };
  const ears = [
    { ...earOf(random), ...wishes.ears?.[0] },
    { ...earOf(random), ...wishes.ears?.[1] },
  ] as const;
  const conversation = conversationOf(manners, random);
  const { ms, speech } = conversation;
  const opened = [0, 1].map(() =>
    wishes.alwaysOpen === true ? [{ from: 0, to: ms }] : openTimes(ms, random),
  );
  const events: TalkEvent[] = [
    { type: 'present', at: 0, user: ana.id, on: true },
    { type: 'present', at: 0, user: ben.id, on: true },
    { type: 'end', at: ms },
  ];
  const hear = wishes.movedOnly === true ? movedBy : heardBy;
  for (const side of [0, 1] as const) {
    const sounds = wishes.hearsEverybody?.[side] === true ? unite(...speech) : speech[1 - side]!;
    const ear = ears[side];
    events.push(
      ...panelEvents(people[side].id, opened[side]!, hear(ear, sounds, random), ear, random),
    );
  }
  return {
    conversation,
    manners,
    ears,
    bothOpen: intersect(opened[0]!, opened[1]!),
    recording: { people, events },
  };
}

/** Of what was said while both panels were open, the manager's part. */
export function shareToMeasure({ conversation, bothOpen }: Meeting): number {
  const [manager, report] = conversation.speech.map((spans) => totalOf(intersect(spans, bothOpen)));
  return manager! / (manager! + report!);
}

/** Opened somewhat late, at times closed and opened again. */
function openTimes(ms: number, random: Random): Spans {
  const first = random.chance(0.5) ? 0 : random.between(0, 180_000);
  const open: Span[] = [{ from: Math.round(first), to: ms }];
  for (let closings = Math.floor(random.between(0, 3)); closings > 0; closings -= 1) {
    const from = Math.round(random.between(first + 60_000, ms - 60_000));
    const to = Math.min(ms, from + Math.round(random.between(20_000, 240_000)));
    const last = open.pop();
    // A closing that falls into one before it changes nothing.
    if (last === undefined || from <= last.from) {
      if (last !== undefined) open.push(last);
      continue;
    }
    open.push({ from: last.from, to: from }, { from: to, to: ms });
  }
  return spansOf(open);
}

function panelEvents(
  user: string,
  open: Spans,
  heard: Spans,
  { clockErrorMs }: Ear,
  random: Random,
): readonly TalkEvent[] {
  const panel = `${user}-panel`;
  const stamp = (at: number) => Math.round(at + clockErrorMs);
  const tellsOnOpening = random.chance(0.5);
  return open.flatMap(({ from, to }): TalkEvent[] => [
    { type: 'panel', at: stamp(from), panel, user, on: true },
    { type: 'panel', at: stamp(to), panel, user, on: false },
    ...heard.flatMap((stretch): TalkEvent[] => {
      const isCut = stretch.from <= stamp(from);
      if (stretch.to <= stamp(from) || stretch.from >= stamp(to)) return [];
      if (isCut && !tellsOnOpening) return [];
      const on: TalkEvent = {
        type: 'heard',
        at: Math.max(stretch.from, stamp(from)),
        panel,
        on: true,
      };
      return stretch.to < stamp(to)
        ? [on, { type: 'heard', at: stretch.to, panel, on: false }]
        : [on];
    }),
  ]);
}
