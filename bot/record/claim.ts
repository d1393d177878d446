/** How long, in milliseconds, anything can be in one process's hands: the longest is three minutes, and clocks differ. */
export const longestClaimMs = 15 * 60_000;
