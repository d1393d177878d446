/** A request that is refused, with the words that tell its sender what to do. */
import type { Refusal } from '../shared/room/contract.ts';

export class Refused extends Error {
  readonly kind: Refusal;

  constructor(kind: Refusal, message: string) {
    super(message);
    this.kind = kind;
  }
}
