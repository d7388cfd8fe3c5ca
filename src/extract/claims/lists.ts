import type { Token } from '../../text/words.ts'
import type { Figure } from './figures.ts'
import { low } from './harm-words.ts'

const INCLUDES = /^(?:including|include|includes|included|among|plus|comprising)$/

const between = (tokens: readonly Token[], left: Figure, right: Figure): readonly string[] =>
  tokens.slice(left.last + 1, right.first).map((token) => token.low)

/** Nothing but the joints of a list stands between the two. */
export function joins(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  // "four members of one family" are four
  if (words.length > 14 || (words.length === 1 && words[0] === 'of')) return false
  if (isPart(tokens, left, right) || isAmong(tokens, left, right)) return true
  return withoutAside(words).every((word) =>
    /^(?:,|and|or|&|–|-|\(|as|well|plus|along|with|the|his|her|their|together|also|of|in|addition|to|["”])$/.test(
      word,
    ),
  )
}

/** "15 civilians, including women and children, as well as three fighters": without who were among the 15. */
function withoutAside(words: readonly string[]): readonly string[] {
  const start = words[0] === ',' ? 1 : 0
  if (!INCLUDES.test(words[start] ?? '')) return words
  let end = start + 1
  while (/^(?:women|children|civilians|elderly|men|and|the|many|some)$/.test(words[end] ?? ''))
    end += 1
  return words.slice(end)
}

/** The right figure is said to be a part of the left one. */
export function isPart(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  if (right.ofThem) return true
  const words = between(tokens, left, right)
  if (isAmong(tokens, left, right)) return false
  const includes = words.findLastIndex((word) => INCLUDES.test(word))
  if (includes >= 0)
    return (
      words.length <= 14 &&
      words
        .slice(includes + 1)
        .every((word) =>
          /^(?:them|whom|which|were|are|the|those|,|at|least|a|and|also|–|children|women|civilians)$/.test(
            word,
          ),
        )
    )
  return (
    low(tokens, right.last + 1) === 'among' &&
    /^(?:them|those|whom)$/.test(low(tokens, right.last + 2))
  )
}

/** "Ten children were among at least 48 people killed", "six civilians, including a child, were among 22": the left is the part. */
export function isAmong(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  const at = words.findLastIndex((word) => word === 'among')
  if (at < 1 || words.length - at > 2 || (words.length - at === 2 && words[at + 1] !== 'the'))
    return false
  if (!/^(?:was|were|are|is)$/.test(words[at - 1] ?? '')) return false
  const opening = words[0] === ',' ? 1 : 0
  return at - 1 === opening || (INCLUDES.test(words[opening] ?? '') && at <= LONGEST_ASIDE)
}

/** Words of "…, including a child and two women," between a part and what it is among. */
const LONGEST_ASIDE = 10

/** The verb of the left one is understood: "… and 96 by rebel shelling", "and another five outside Kobane". */
export function gaps(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  const joint = words.at(-1) ?? ''
  const after = low(tokens, right.last + 1)
  const prepositional =
    /^(?:by|in|at|near|outside|inside|during|on|around|from|when|elsewhere|more|among)$/.test(after)
  return (
    words.length <= 20 &&
    /^(?:and|,|while|plus)$/.test(joint) &&
    (prepositional || (right.beside && after === ''))
  )
}
