import { hasMembers } from './fits/member.ts'
import type { Ranked, Ranking } from './ranking.ts'
import { contentWords } from './terms.ts'
import type { Want } from './wants/want.ts'

/** How much of a question must be met before its answer is given: a wrong answer is worse than none. */
const LEAST: Readonly<Record<Want['kind'], number>> = {
  toll: 0.3,
  number: 0.45,
  source: 0.4,
  share: 0.45,
  duration: 0.5,
  distance: 0.5,
  author: 0.4,
  picture: 0,
  said: 0.35,
  // What says which minister it is was asked of the words beside the name.
  role: 0,
  identity: 0.3,
  who: 0.55,
  when: 0.55,
  where: 0.5,
  why: 0.5,
  called: 0.5,
  sort: 0.5,
  which: 0.5,
  whether: 0.5,
  what: 0.5,
}

/** Kinds whose matter is in their words alone: where most of these are unheard of, no sentence can be the answer. */
const BY_WORDS: ReadonlySet<Want['kind']> = new Set([
  'whether',
  'what',
  'who',
  'when',
  'where',
  'why',
  'which',
  'sort',
  'duration',
  'distance',
])

/** Whether the coverage lacks what the question is about, so that nothing near it can be the answer. */
export function isUnheardOf({
  asked,
  want,
  terms,
}: Pick<Ranking, 'asked' | 'want' | 'terms'>): boolean {
  if (!BY_WORDS.has(want.kind)) return false
  const words = terms.filter(({ isName }) => !isName)
  // "Which pilot …": where there is no pilot, there is no answer.
  const things = /\bwhich\s+([\p{L}-]+)(?:\s+([\p{L}-]+))?/iu.exec(asked)?.slice(1) ?? []
  if (
    words.some(
      (term) =>
        term.unheard &&
        !hasMembers(term.shown) &&
        things.some((thing) => contentWords(thing ?? '').includes(term.shown)),
    )
  )
    return true
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  const unheard = words.reduce((sum, term) => sum + (term.unheard ? term.weight : 0), 0)
  return all > 0 && unheard / all > 0.5
}

/** Whether a sentence has enough of the question, and lacks none of its names. */
export const answers = (ranked: Ranked, want: Want): boolean =>
  ranked.lacks === null && ranked.coverage >= LEAST[want.kind]
