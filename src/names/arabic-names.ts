import type { AnyName } from '../model/name.ts'
import type { Span } from '../model/span.ts'
import { isArabicWord } from '../text/arabic.ts'
import { fold } from '../text/fold.ts'
import type { Found } from './find-mentions.ts'

/** The names of the tables as Arabic writes them: data/names/arabic.csv. */
export interface ArabicNames {
  /** All of them in a text, the longest at each place, none inside another. Time is linear in the text. */
  find(text: string): readonly Found[]
  /** The names that a whole string may mean. */
  lookUp(asked: string): readonly AnyName[]
}

interface Word {
  readonly span: Span
  readonly key: string
  /** Written with the ending of an indefinite noun, which no name of the tables bears: `دوماً` is `always`, not Douma. */
  readonly indefinite: boolean
}

/** The words of a form after its first, and the names that are written so. */
interface Rest {
  readonly rest: readonly string[]
  readonly names: AnyName[]
}

export function arabicNames(names: readonly AnyName[]): ArabicNames {
  const forms = formsByFirstWord(names)
  const find = (text: string): readonly Found[] =>
    isArabicWord(text) ? findIn(wordsOf(text), text, forms) : []
  return {
    find,
    lookUp(asked) {
      const [found, ...more] = find(asked)
      if (found === undefined || more.length > 0) return []
      const { start, end } = found.mention.span
      const around = asked.slice(0, start) + asked.slice(end)
      return /[\p{L}\p{N}]/u.test(around) ? [] : found.rivals
    },
  }
}

function formsByFirstWord(names: readonly AnyName[]): ReadonlyMap<string, readonly Rest[]> {
  const forms = new Map<string, Rest[]>()
  for (const name of names) {
    for (const form of name.arabic) {
      const [first = '', ...rest] = wordsOf(form).map(({ key }) => key)
      const beside = forms.get(first) ?? []
      const same = beside.find((one) => one.rest.join(' ') === rest.join(' '))
      if (same === undefined) forms.set(first, [...beside, { rest, names: [name] }])
      else if (!same.names.includes(name)) same.names.push(name)
    }
  }
  return forms
}

function findIn(
  words: readonly Word[],
  text: string,
  forms: ReadonlyMap<string, readonly Rest[]>,
): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < words.length; ) {
    const longest = longestAt(words, at, { text, forms })
    if (longest !== null) found.push(longest.found)
    at = longest?.next ?? at + 1
  }
  return found
}

interface Sought {
  readonly text: string
  readonly forms: ReadonlyMap<string, readonly Rest[]>
}

function longestAt(
  words: readonly Word[],
  at: number,
  { text, forms }: Sought,
): { readonly found: Found; readonly next: number } | null {
  const first = words[at]
  if (first === undefined) return null
  const fitting = withoutPrefixes(first.key)
    .flatMap((key) => forms.get(key) ?? [])
    .filter(({ rest }) => goesOn(words, at, { rest, text }))
  const [longest] = fitting.toSorted((a, b) => b.rest.length - a.rest.length)
  const [name] = longest?.names ?? []
  if (longest === undefined || name === undefined) return null
  const next = at + 1 + longest.rest.length
  const end = words[next - 1]?.span.end ?? first.span.end
  const span = { start: first.span.start, end }
  return { found: { mention: { span, name }, rivals: longest.names }, next }
}

/** Whether the rest of a form stands behind the word, with nothing but spaces or a hyphen between its words. */
function goesOn(
  words: readonly Word[],
  at: number,
  { rest, text }: Pick<Rest, 'rest'> & Pick<Sought, 'text'>,
): boolean {
  const isThere = rest.every((key, offset) => {
    const [before, word] = [words[at + offset], words[at + offset + 1]]
    return word?.key === key && JOINT.test(text.slice(before?.span.end, word.span.start))
  })
  return isThere && words[at + rest.length]?.indefinite !== true
}

const WORD = /[\p{L}\p{M}\p{N}\u0640]+/gu
const JOINT = /^(?:[^\S\n]*[-‐‑–]?[^\S\n]*)$/u
const TANWIN = /[\u064b-\u064d]/u

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const span = { start: index, end: index + written.length }
    const indefinite = TANWIN.test(written)
    return parted(fold(written)).map((part) => ({ span, key: sameWord(part), indefinite }))
  })
}

/** `عبدالرحمن` is `عبد الرحمن`: many write the two together. */
const parted = (word: string): readonly string[] =>
  word.startsWith('عبدال') && word.length > 'عبدال'.length + 1
    ? ['عبد', word.slice('عبد'.length)]
    : [word]

/** Words that are written in several ways, or inflected inside a name, and the way in which they are compared. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['ابي', 'ابو'],
  ['ابا', 'ابو'],
  ['ابن', 'بن'],
])
const SAME_STEMS = [
  ['اميرك', 'امريك'],
  ['ديموقراط', 'ديمقراط'],
] as const

const sameWord = (word: string): string =>
  SAME_STEMS.reduce(
    (key, [other, usual]) => key.replace(other, usual),
    SAME_WORDS.get(word) ?? word,
  )

const AND_SO = ['و', 'ف'] as const
const PREPOSITIONS = ['ب', 'ل', 'ك'] as const
const FEWEST_LEFT = 3

/**
 * The word as it stands, then without what Arabic writes onto it: `وبحلب` is `and in Aleppo`. Behind `ل` the article
 * loses its alef, `للرقة` for الرقة, and of three lams one goes: `للاذقية` for اللاذقية. A name is taken from the
 * tables whole, so that a letter of its own is never taken for a preposition.
 */
function withoutPrefixes(word: string): readonly string[] {
  const bare = AND_SO.flatMap((one) => cut(word, one))
  return [word, ...bare].flatMap((one) => [
    one,
    ...PREPOSITIONS.flatMap((each) => cut(one, each)),
    ...cut(one, 'لل').flatMap((rest) => [`ال${rest}`, `الل${rest}`]),
  ])
}

const cut = (word: string, prefix: string): readonly string[] =>
  word.startsWith(prefix) && word.length - prefix.length >= FEWEST_LEFT
    ? [word.slice(prefix.length)]
    : []
