/**
 * Which topic each of the two is at, and whether they are typing. Momentary: sent as signals, which
 * the relay passes on and nobody keeps.
 */
import { z } from 'zod';
import type { UserId } from '../../shared/people/person.ts';

export interface Whereabouts {
  readonly topicId: string;
  readonly isTyping: boolean;
}

const kind = 'evenhand.at';
const Signal = z.object({
  contents: z.object({
    type: z.literal(kind),
    content: z.object({ topicId: z.string().max(64).nullable(), isTyping: z.boolean() }),
  }),
});

/** Somebody who has not typed for this long is reading. */
const typingLastsMs = 2_500;

/** The part of Fluid's delta manager that carries signals. */
interface SignalLine {
  submitSignal(content: string): void;
  readonly inboundSignal: {
    on(event: 'op', heard: (signal: HeardSignal) => void): unknown;
    off(event: 'op', heard: (signal: HeardSignal) => void): unknown;
  };
}

interface HeardSignal {
  /** Given by the relay: nobody can speak for somebody else. */
  readonly clientId: string | null;
  readonly content: unknown;
}

export interface WhereaboutsLine {
  of(user: UserId): Whereabouts | undefined;
  /** Says where this person is now; null when at no topic. */
  tell(topicId: string | null, isTyping: boolean): void;
  /** Says it again, for somebody who has just come. */
  repeat(): void;
  stop(): void;
}

export function whereaboutsOn({
  line,
  isConnected,
  userOf,
  onChange,
}: {
  readonly line: SignalLine;
  isConnected(): boolean;
  /** Whose panel it is; undefined for one that has left. */
  userOf(clientId: string): UserId | undefined;
  onChange(): void;
}): WhereaboutsLine {
  const known = new Map<UserId, Whereabouts>();
  let mine: Whereabouts | undefined;
  let stillTyping: ReturnType<typeof setTimeout> | undefined;

  function heard({ clientId, content }: HeardSignal): void {
    const user = clientId === null ? undefined : userOf(clientId);
    const signal = Signal.safeParse(parsed(content));
    if (user === undefined || !signal.success) return;
    const { topicId, isTyping } = signal.data.contents.content;
    if (topicId === null) known.delete(user);
    else known.set(user, { topicId, isTyping });
    onChange();
  }

  function send(): void {
    if (!isConnected()) return;
    const content = mine ?? { topicId: null, isTyping: false };
    line.submitSignal(JSON.stringify({ contents: { type: kind, content } }));
  }

  function tell(topicId: string | null, isTyping: boolean): void {
    clearTimeout(stillTyping);
    if (isTyping) stillTyping = setTimeout(() => tell(topicId, false), typingLastsMs);
    if (mine?.topicId === (topicId ?? undefined) && (mine?.isTyping ?? false) === isTyping) return;
    mine = topicId === null ? undefined : { topicId, isTyping };
    send();
  }

  line.inboundSignal.on('op', heard);
  return {
    of: (user) => known.get(user),
    tell,
    repeat() {
      if (mine !== undefined) send();
    },
    stop() {
      clearTimeout(stillTyping);
      line.inboundSignal.off('op', heard);
    },
  };
}

/** Signals of Fluid itself come along the same way: whatever is not ours is passed over. */
function parsed(content: unknown): unknown {
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
