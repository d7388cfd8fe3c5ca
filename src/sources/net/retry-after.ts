const DAY = 24 * 60 * 60 * 1000

/**
 * The moment that a Retry-After header names, in seconds or as a date; null where it names none. Not later than a day
 * from now: a slip of somebody's server is not to silence a feed for years.
 */
export function retryAfter(header: string | undefined, now: Date): Date | null {
  if (header === undefined) return null
  const text = header.trim()
  const at = /^\d+$/u.test(text) ? now.getTime() + Number(text) * 1000 : Date.parse(text)
  if (Number.isNaN(at)) return null
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + DAY))
}
