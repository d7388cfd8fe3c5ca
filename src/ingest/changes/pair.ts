/** One thing of the former version and one of the new that are taken to be the same, or one without the other. */
export interface Pair<T> {
  readonly before: T | null
  readonly after: T | null
}

/** How much speaks for two things being one; 0 or less: nothing does. */
export type Fit<T> = (before: T, after: T) => number

/** So far apart in their order two things are still compared: the work does not grow with the square of a long page. */
const REACH = 200

/**
 * Pairs what two versions say: round after round, the surest first, each thing once. What is left over was added or
 * removed. In the order of the new version; what is gone comes last.
 */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  rounds: readonly Fit<T>[],
): readonly Pair<T>[] {
  const partners = new Map<T, T>()
  let olds = before
  let news = after
  for (const fit of rounds) {
    const used = new Set<T>()
    for (const { one, other } of candidates(olds, news, fit)) {
      if (used.has(one) || used.has(other)) continue
      used.add(one).add(other)
      partners.set(other, one)
    }
    olds = olds.filter((one) => !used.has(one))
    news = news.filter((one) => !used.has(one))
  }
  return [
    ...after.map((one) => ({ before: partners.get(one) ?? null, after: one })),
    ...olds.map((one) => ({ before: one, after: null })),
  ]
}

/** The pairs for which something speaks, the likeliest first; of equals, those that stand at like places. */
function candidates<T>(olds: readonly T[], news: readonly T[], fit: Fit<T>) {
  return olds
    .flatMap((one, i) =>
      news.slice(Math.max(0, i - REACH), i + REACH).map((other, j) => {
        const apart = Math.abs(i - (j + Math.max(0, i - REACH)))
        return { one, other, score: fit(one, other), apart }
      }),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.apart - b.apart)
}
