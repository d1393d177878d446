/** A request that is refused, with the words that tell its sender what to do. */
import { english } from '../shared/language/language.ts';
import type { Say } from '../shared/language/say.ts';
import type { Refusal } from '../shared/room/contract.ts';

/** It speaks English to logs and to whoever looks at it here, and to its sender as they read. */
export class Refused extends Error {
  readonly kind: Refusal;
  readonly tell: (say: Say) => string;

  constructor(kind: Refusal, tell: (say: Say) => string) {
    super(tell(english.say));
    this.kind = kind;
    this.tell = tell;
  }
}
