/** Sizes of bars: in proportion, unless one is so large that others would be lines; then by the square root. */
export interface Scale {
  readonly of: (value: number) => number
  /** Whether it is by the square root, which is said beside it. */
  readonly steep: boolean
}

/** From here on the largest makes a line of the smallest. */
const STEEP = 15
/** A bar that is seen. */
const LEAST = 3

export function scaleOf(values: readonly number[], longest: number): Scale {
  const [most, least] = [Math.max(1, ...values), Math.max(1, Math.min(...values))]
  const steep = most / least > STEEP
  const share = (value: number): number => (steep ? Math.sqrt(value / most) : value / most)
  return { of: (value) => Math.max(LEAST, share(value) * longest), steep }
}
