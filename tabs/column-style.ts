/** Things below each other, each as wide as the column. */

/** Not a grid: of grids in grids, each measures all that it holds again with each letter in it. */
export function columnStyle(gap: string) {
  return { display: 'flex', flexDirection: 'column', rowGap: gap } as const;
}
