const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

/**
 * How long to wait after so many failures in a row, in milliseconds: a minute after the first, twice as long after each
 * further one, up to six hours. A chance part of up to half of it keeps many from coming back at the same moment.
 */
export function backoff(failures: number, random: () => number): number {
  const whole = Math.min(LONGEST, MINUTE * 2 ** Math.max(0, failures - 1))
  return Math.round(whole * (1 - random() / 2))
}
