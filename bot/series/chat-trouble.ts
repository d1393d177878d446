/** The chat can't be reached or won't have it: what went wrong, in kinds that each have their answer. */
export type ChatTroubleKind =
  /** Evenhand was removed from the chat, or the message is gone: asking again does not help. */
  | 'gone'
  /** Teams asks to wait. */
  | 'busy'
  /** Teams did not take it, and would not the next time. */
  | 'refused'
  /** Teams failed or did not answer: it may have done it, or not. */
  | 'unavailable';

export class ChatTrouble extends Error {
  readonly kind: ChatTroubleKind;
  /** How long Teams asks to be left alone, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: ChatTroubleKind, message: string, retryAfterMs?: number) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
