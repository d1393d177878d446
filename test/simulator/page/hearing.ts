/** What each client's Teams reports of incoming speech, with the hang-over that real clients have. */
import type { PairKey } from '../contract.ts';

export interface Speakers {
  readonly ana: boolean;
  readonly ben: boolean;
}

/** A client hears the other; one that hears everyone hears its own user too. */
export function audibleTo(speaks: Speakers, hearsEveryone: Speakers): Speakers {
  return {
    ana: speaks.ben || (hearsEveryone.ana && speaks.ana),
    ben: speaks.ana || (hearsEveryone.ben && speaks.ben),
  };
}

export interface Hearing {
  /** Speech is reported at once; its end only `hangOverMs` later. */
  hear(audible: Speakers, hangOverMs: number): void;
  stop(): void;
}

export function createHearing(report: (client: PairKey, heard: boolean) => void): Hearing {
  const ears = {
    ana: createEar((heard) => report('ana', heard)),
    ben: createEar((heard) => report('ben', heard)),
  };
  return {
    hear(audible, hangOverMs) {
      ears.ana.hear(audible.ana, hangOverMs);
      ears.ben.hear(audible.ben, hangOverMs);
    },
    stop() {
      ears.ana.stop();
      ears.ben.stop();
    },
  };
}

function createEar(report: (heard: boolean) => void) {
  let heard = false;
  let ending: ReturnType<typeof setTimeout> | undefined;

  function hear(audible: boolean, hangOverMs: number): void {
    if (audible) {
      clearTimeout(ending);
      ending = undefined;
      if (!heard) report((heard = true));
    } else if (heard && ending === undefined) {
      ending = setTimeout(() => {
        ending = undefined;
        report((heard = false));
      }, hangOverMs);
    }
  }

  return { hear, stop: () => clearTimeout(ending) };
}
