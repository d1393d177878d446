/** Numbers that look drawn by chance, the same for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  readonly unit: () => number;
  readonly between: (low: number, high: number) => number;
  readonly normal: (mean: number, sd: number) => number;
  /** Log-normal, by its median and the standard deviation of its logarithm. */
  readonly logNormal: (median: number, sigma: number) => number;
  readonly chance: (probability: number) => boolean;
}

/** Mulberry32 for the units, Box-Muller for the normals. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const standard = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    normal: (mean, sd) => mean + sd * standard(),
    logNormal: (median, sigma) => median * Math.exp(sigma * standard()),
    chance: (probability) => unit() < probability,
  };
}
