/** The middle of some numbers, which a few odd ones cannot move, with the spread around it. */
export function median(numbers: readonly number[]): number | undefined {
  return quantile(Float64Array.from(numbers).toSorted(), 0.5);
}

/** The number below which `part` (0 to 1) of them lie. */
export function quantile(ascending: Float64Array, part: number): number | undefined {
  const place = part * (ascending.length - 1);
  const low = ascending[Math.floor(place)];
  const high = ascending[Math.ceil(place)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (place % 1);
}

/** The standard deviation that a bell of the same quartiles would have. */
export function spreadOf(ascending: Float64Array): number {
  return ((quantile(ascending, 0.75) ?? 0) - (quantile(ascending, 0.25) ?? 0)) / 1.349;
}
