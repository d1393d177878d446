/** Figures as a table, and the few numbers that are made of many. */
export type Row = Readonly<Record<string, string | number>>;

export function printTable(title: string, rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => shown(row[name])))];
  const widths = names.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  process.stdout.write(`\n${title}\n${cells.map((row) => `  ${line(row)}\n`).join('')}`);
}

function shown(cell: string | number | undefined): string {
  if (typeof cell !== 'number') return cell ?? '';
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(cell < 10 ? 2 : 1);
}

/** The number below which `part` of them lie: 0.5 is the median. NaN of none. */
export function at(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const median = (numbers: readonly number[]) => at(numbers, 0.5);
export const p95 = (numbers: readonly number[]) => at(numbers, 0.95);

/** `met` or `MISSED`, for the column that holds a figure against its goal. */
export const held = (figure: number, goal: number) => (figure <= goal ? 'met' : 'MISSED');
