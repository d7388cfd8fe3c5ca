// When two answers say the same thing, for scoring: looser than equality, stricter than a reader in a hurry.

/** Lower case, no accents, one kind of quotation mark, no punctuation but in `95%` and `1.5`. */
export const foldForScore = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%.]+/gu, ' ')
    .replaceAll(/\.(?!\d)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

const wordsOf = (text: string | null): string[] => foldForScore(text).split(' ').filter(Boolean)

/** Share of the shorter text's words that the other has too, 0 to 1. */
export function overlap(a: string | null, b: string | null): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length === 0 || right.length === 0) return 0
  const free = new Map<string, number>()
  for (const word of right) free.set(word, (free.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of left) {
    const count = free.get(word) ?? 0
    if (count === 0) continue
    shared += 1
    free.set(word, count - 1)
  }
  return shared / Math.min(left.length, right.length)
}

/** Share of all different words that both texts have, 0 to 1. */
export function jaccard(a: string | null, b: string | null): number {
  const left = new Set(wordsOf(a))
  const right = new Set(wordsOf(b))
  const shared = left.intersection(right).size
  return shared / (left.size + right.size - shared || 1)
}

/** An article's id without folder, prefix and file ending. */
export const bareId = (id: string): string =>
  (id.split(/[:/]/u).at(-1) ?? id).replace(/\.(?:txt|html|md)$/u, '')

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'the of for and a an in at mr mrs ms dr general president minister s'.split(' '),
)
const NOT_IN_INITIALS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and'])

const nameWords = (name: string): string[] => wordsOf(name).filter((word) => !SMALL_WORDS.has(word))

const initials = (name: string): string =>
  wordsOf(name)
    .filter((word) => !NOT_IN_INITIALS.has(word))
    .map((word) => word[0] ?? '')
    .join('')

/** `SOHR` is `Syrian Observatory for Human Rights`, `Kerry` is `John Kerry`; nobody is only nobody. */
export function sameName(a: string | null, b: string | null): boolean {
  if (!a && !b) return true
  if (!a || !b) return false
  const left = nameWords(a)
  const right = nameWords(b)
  if (left.length === 1 && left[0] === initials(b)) return true
  if (right.length === 1 && right[0] === initials(a)) return true
  const [short, long] =
    left.length <= right.length ? [left, new Set(right)] : [right, new Set(left)]
  if (short.length === 0) return false
  const shared = short.filter(
    (word) => long.has(word) || long.has(`${word}s`) || long.has(word.replace(/s$/u, '')),
  ).length
  const surname = short.at(-1) ?? ''
  return shared / short.length >= 0.6 || (short.length >= 2 && long.has(surname) && shared >= 1)
}

export const samePlace = (a: string | null, b: string | null): boolean => {
  if (!a && !b) return true
  return Boolean(a && b) && overlap(a, b) >= 0.6
}
