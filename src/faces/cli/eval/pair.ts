/** Which expected item goes with which given one, by their positions, both ways. */
export interface Pairs {
  readonly givenOf: ReadonlyMap<number, number>
  readonly expectedOf: ReadonlyMap<number, number>
}

/** Pairs items greedily, the best fit first; a fit of 0 is none. */
export function pair<Expected, Given>(
  expected: readonly Expected[],
  given: readonly Given[],
  fit: (expected: Expected, given: Given) => number,
): Pairs {
  const edges = expected
    .flatMap((one, at) => given.map((other, to) => ({ at, to, fit: fit(one, other) })))
    .filter((edge) => edge.fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
  const givenOf = new Map<number, number>()
  const expectedOf = new Map<number, number>()
  for (const { at, to } of edges) {
    if (givenOf.has(at) || expectedOf.has(to)) continue
    givenOf.set(at, to)
    expectedOf.set(to, at)
  }
  return { givenOf, expectedOf }
}
