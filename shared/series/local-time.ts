/** Days and hours as people live them, in their own zone. */
import type { Day } from '../outcomes/outcome.ts';

const dayMs = 24 * 3_600_000;

/** The calendar day at a place. `zone` is an IANA name. */
export function localDay(at: number, zone: string): Day {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 10);
}

/** The moment at which that day's clock strikes `hour` at a place; milliseconds. */
export function atLocalHour(day: Day, hour: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  const guess = wanted - (wallClock(wanted, zone) - wanted);
  // Near a change of the clocks the first guess is an hour off.
  return guess - (wallClock(guess, zone) - wanted);
}

export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
}

/** Days from the first to the second; below zero when the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / dayMs);
}

/** How far the clocks there are ahead of UTC at that moment; whole minutes, below zero when behind. */
export function minutesAheadOfUtc(at: number, zone: string): number {
  return Math.round((wallClock(at, zone) - Math.floor(at / 1_000) * 1_000) / 60_000);
}

/** What the clocks there show, as if it were UTC; to the second. */
function wallClock(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
