/** A day as people of here write it. */
export function dayText(moment: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(moment);
}
