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
    this.#readings = [
      ...this.#readings.filter((reading) => takenAt - reading.takenAt < believedForMs),
      { takenAt, roundTripMs, offsetMs },
    ];
  }

  now(): number {
    const [quickest] = this.#readings.toSorted((a, b) => a.roundTripMs - b.roundTripMs);
    return Math.round(this.#here() + (quickest?.offsetMs ?? 0));
  }
}
