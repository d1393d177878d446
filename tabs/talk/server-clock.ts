/** The server's clock as this panel knows it: the reading with the smallest round trip is believed. */

interface Reading {
  readonly takenAt: number;
  readonly roundTripMs: number;
  readonly offsetMs: number;
}

const readingsAtFirst = 4;
const readAgainMs = 60_000;
/** A clock drifts: an old reading is dropped, however quick it was. */
const believedForMs = 600_000;
/** How far two good clocks may drift apart in that time, with room to spare. */
const driftMs = 250;

export class ServerClock {
  readonly #ask: () => Promise<number | undefined>;
  readonly #here: () => number;
  #readings: readonly Reading[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `ask` answers the server's time in milliseconds; `here` is this machine's. */
  constructor(ask: () => Promise<number | undefined>, here: () => number) {
    this.#ask = ask;
    this.#here = here;
  }

  /** Settles when the clock is known, or could not be asked. */
  async start(): Promise<void> {
    this.#timer ??= setInterval(() => void this.read(), readAgainMs);
    for (let reading = 0; reading < readingsAtFirst; reading += 1) await this.read();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async read(): Promise<void> {
    const askedAt = this.#here();
    const answer = await this.#ask();
    const takenAt = this.#here();
    if (answer === undefined || takenAt < askedAt) return;
    const roundTripMs = takenAt - askedAt;
    const offsetMs = answer - (askedAt + roundTripMs / 2);
    const reading = { takenAt, roundTripMs, offsetMs };
    this.#readings = [
      ...this.#readings.filter(
        (each) => takenAt - each.takenAt < believedForMs && mayBothHold(each, reading),
      ),
      reading,
    ];
  }

  now(): number {
    const [quickest] = this.#readings.toSorted((a, b) => a.roundTripMs - b.roundTripMs);
    return Math.round(this.#here() + (quickest?.offsetMs ?? 0));
  }
}

/** A machine that slept, or a server whose clock was set, makes what was read before it worthless. */
function mayBothHold(one: Reading, other: Reading): boolean {
  const apartMs = Math.abs(one.offsetMs - other.offsetMs);
  return apartMs <= (one.roundTripMs + other.roundTripMs) / 2 + driftMs;
}
