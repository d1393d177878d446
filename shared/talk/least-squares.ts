/** Weighted least squares: the unknowns that fit all that is known of them best, with how sure that is. */
export interface Knowledge {
  /** Which sum of unknowns it tells of: pairs of index and factor. */
  readonly of: readonly (readonly [index: number, factor: number])[];
  readonly value: number;
  /** Standard deviation of its error; above zero. */
  readonly sd: number;
}

export interface Belief {
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * Every unknown needs at least one statement that tells of it alone (a prior), so that there is
 * one solution. Gauss-Jordan on the normal equations: a handful of unknowns, well conditioned.
 */
export function believe(unknowns: number, known: readonly Knowledge[]): Belief {
  const rows = Array.from({ length: unknowns }, (_, row) =>
    Array.from({ length: 2 * unknowns + 1 }, (_, column) => Number(column === unknowns + row)),
  );
  const last = 2 * unknowns;
  for (const { of, value, sd } of known)
    for (const [i, factor] of of) {
      add(rows, i, last, (factor * value) / sd ** 2);
      for (const [j, other] of of) add(rows, i, j, (factor * other) / sd ** 2);
    }
  for (let pivot = 0; pivot < unknowns; pivot += 1) {
    const row = rows[pivot] ?? [];
    const scale = row[pivot] ?? 1;
    for (let column = 0; column <= last; column += 1) row[column] = (row[column] ?? 0) / scale;
    for (const [index, other] of rows.entries()) {
      const factor = index === pivot ? 0 : (other[pivot] ?? 0);
      if (factor === 0) continue;
      for (let column = 0; column <= last; column += 1)
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
    }
  }
  return {
    mean: rows.map((row) => row[last] ?? 0),
    covariance: rows.map((row) => row.slice(unknowns, last)),
  };
}

/** What is believed of a sum of unknowns. */
export function valueOf(
  belief: Belief,
  of: Knowledge['of'],
): { readonly mean: number; readonly variance: number } {
  const mean = of.reduce((sum, [index, factor]) => sum + factor * (belief.mean[index] ?? 0), 0);
  return { mean, variance: covarianceOf(belief, of, of) };
}

/** How the errors of two sums of unknowns go together. */
export function covarianceOf(
  { covariance }: Belief,
  one: Knowledge['of'],
  other: Knowledge['of'],
): number {
  let sum = 0;
  for (const [i, factor] of one)
    for (const [j, otherFactor] of other) sum += factor * otherFactor * (covariance[i]?.[j] ?? 0);
  return sum;
}

function add(rows: number[][], row: number, column: number, value: number): void {
  const cells = rows[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + value;
}
