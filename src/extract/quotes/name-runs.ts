import type { Token } from './frame.ts'
import { isGivenName } from './given-names.ts'
import { isCapital, titles, particles } from './phrases.ts'
import { NEXT_SENTENCE } from './phrase-starting.ts'
import * as words from './vocabulary.ts'

const bodies = words.setOf(words.BODIES)
const roles = words.setOf(words.ROLES)
/** A bound for texts that are no articles. */
const LONGEST_RUN = 30
/** Small words inside a name. */
export const LINKS = new Set(['for', 'of', 'the', 'and', 'without'])

/** As far as capitals reach, with the small words inside a name. */
export function runEnd(tokens: readonly Token[], start: number): number {
  let to = start
  let end = start
  while (to < tokens.length && to - start < LONGEST_RUN) {
    const token = tokens[to]
    if (end > start && NEXT_SENTENCE.test(token?.text ?? '') && to === end) break
    if (isCapital(token)) {
      to += 1
      end = to
      if (/['’]s?$/u.test(token?.text ?? '')) break
    } else if (end > start && token?.kind === 'word' && isLink(tokens, to)) to += 1
    else break
  }
  return end
}

/** A small word that belongs to the name around it. */
export const isLink = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? ''
  if (particles.has(word) && word !== 'of') return isCapital(tokens[at + 1])
  if (!LINKS.has(word) || word === 'and') return false
  const head = tokens[at - 1]?.lower ?? ''
  return word === 'the'
    ? LINKS.has(head)
    : isHead(head) &&
        !isGivenName(tokens[at - 2]?.lower ?? '') &&
        (isCapital(tokens[at + 1]) || tokens[at + 1]?.lower === 'the')
}

/** Names that go on after `of` or `for`: Ministry of Defence, Secretary of State, Observatory for Human Rights. */
export const isHead = (lower: string): boolean =>
  bodies.has(lower) || roles.has(lower) || lower === 'prohibition'

/** `State Department spokesman` ends before the title; what follows a title or a possessive is a name of its own. */
export function splitRun(
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'name' && !endsName(tokens, at, from) && !beginsName(tokens, at, end)) {
      if (at > from) parts.push([from, at])
      parts.push([at, at + 1])
      from = at + 1
    }
  }
  if (from < end) parts.push([from, end])
  return parts
}

/** Riad al-Asaad, where the tables know another al-Assad: one name, and not the one of the tables. */
export const endsName = (tokens: readonly Token[], at: number, floor: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  return (
    at > floor &&
    token?.name?.kind === 'person' &&
    !token.text.includes(' ') &&
    before?.kind === 'word' &&
    isCapital(before) &&
    !isTitle(before.lower) &&
    !bodies.has(before.lower) &&
    !/['’]s?$/u.test(before.text)
  )
}

/** Mohammad al-Halabi, where the tables know another Mohammad. */
export const beginsName = (tokens: readonly Token[], at: number, end: number): boolean => {
  const token = tokens[at]
  const next = tokens[at + 1]
  return (
    at + 1 < end &&
    token?.name?.kind === 'person' &&
    !/[\s'’]/u.test(token.text) &&
    next?.kind === 'word' &&
    isCapital(next) &&
    !isTitle(next.lower) &&
    !bodies.has(next.lower)
  )
}

/** A title or an office, as it stands before a name. */
export const isTitle = (lower: string): boolean => titles.has(lower) || roles.has(lower)
