import { distance } from 'fastest-levenshtein'
import type { AnyName } from '../model/name.ts'
import type { FormNode, FormTree } from './form-tree.ts'
import type { Form } from './forms.ts'
import { TITLES } from './guarded-words.ts'
import { isArticle, soundsOf, spellingKey } from './spelling.ts'
import { isArticleAt, shapeOf, wordsOf } from './words.ts'

/** The names that a whole string may mean, best first: as the tables spell it, else in a near spelling. */
export function lookUpIn(tree: FormTree, asked: string): readonly AnyName[] {
  const words = askedWords(asked)
  if (words.length === 0) return []
  for (const attempt of attempts(words)) {
    const found = namesAt(tree.root, attempt)
    if (found.length > 0) return found
  }
  return writtenTogether(tree, words.join(''))
}

/** Whether a name is written so, or in a usual transliteration: `Hasakeh` is, `Alepo` and `Kery` are slips. */
export function isSpelledIn(tree: FormTree, asked: string): boolean {
  const words = askedWords(asked)
  if (words.length === 0) return false
  const isForm = attempts(words).some((attempt) =>
    formsAt(tree.root, attempt).some(({ folded }) =>
      attempt.every((word, at) => soundsOf(word) === soundsOf(folded.split(' ')[at] ?? '')),
    ),
  )
  return isForm || writtenTogether(tree, words.join('')).length > 0
}

const attempts = (words: readonly string[]): readonly (readonly string[])[] => [
  words,
  withoutThe(words),
  withoutArticles(words),
  withoutTitles(words),
  words.join(' ').replace(/s$/, '').split(' '),
]

/** The words of a query as forms have them: folded, without articles. */
function askedWords(asked: string): readonly string[] {
  const words = wordsOf(asked)
  return words.starts.flatMap((_, index) => {
    const article = index + 1 < words.starts.length && isArticleAt(words, index, index > 0)
    return article ? [] : [shapeOf(words, index).folded]
  })
}

const withoutThe = (words: readonly string[]): readonly string[] =>
  words[0] === 'the' && words.length > 1 ? words.slice(1) : words

/** `as sweida`: typed without a hyphen, an article looks like any short word. */
const withoutArticles = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => index === words.length - 1 || !isArticle(word, '-'))

function withoutTitles(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !TITLES.has(word))
  return first > 0 ? words.slice(first) : words
}

function formsAt(root: FormNode, words: readonly string[]): readonly Form[] {
  let node: FormNode | undefined = root
  for (const word of words) node = node?.next.get(spellingKey(word))
  return node?.forms ?? []
}

function namesAt(root: FormNode, words: readonly string[]): readonly AnyName[] {
  const forms = formsAt(root, words)
  const spelled = words.join(' ')
  const exact = forms.filter((form) => form.folded === spelled)
  const near = forms.filter((form) => !form.abbreviation && spelled.length >= 4)
  return namesOf(exact.length > 0 ? exact : near)
}

/**
 * Listed forms before those that were made. A listed form outdoes surnames (`assad` is Bashar al-Assad alone),
 * while a city leaves its province in second place.
 */
function namesOf(forms: readonly Form[]): readonly AnyName[] {
  const listed = forms.filter((form) => form.listed)
  const places = listed.length === 0 || listed.some(({ name }) => name.kind === 'place')
  const made = forms.filter(({ listed: isListed, name }) => {
    return !isListed && places && (listed.length === 0 || name.kind === 'place')
  })
  return [...new Set([...listed, ...made].map((form) => form.name))]
}

/** `deirezzor`, `alnusra`, `al nusrafront`. */
function writtenTogether(tree: FormTree, asked: string): readonly AnyName[] {
  const spellings = new Set([asked, asked.replace(/^[ae]l/, '')].filter((one) => one.length >= 5))
  const together = formsTogether(tree)
  return namesOf([...spellings].flatMap((one) => together.get(one) ?? []))
}

const kept = new WeakMap<FormTree, ReadonlyMap<string, readonly Form[]>>()

/** The forms by their letters without spaces; gone through once, not for every name that no table has. */
function formsTogether(tree: FormTree): ReadonlyMap<string, readonly Form[]> {
  const together =
    kept.get(tree) ?? Map.groupBy(tree.forms, ({ folded }) => folded.replaceAll(' ', ''))
  kept.set(tree, together)
  return together
}

interface Asked {
  readonly asked: string
  /** How many suggestions at most. */
  readonly limit: number
}

interface Near {
  readonly form: Form
  readonly distance: number
}

/** Names that are close to a string that means none: "did you mean". Never a far-off one. */
export function suggestFrom(tree: FormTree, { asked, limit }: Asked): readonly AnyName[] {
  const words = withoutArticles(withoutThe(askedWords(asked)))
  const spelled = words.join(' ')
  if (spelled.length < 3 || limit < 1) return []
  const key = words.map(spellingKey).join(' ')
  const near: Near[] = tree.forms
    .map((form) => ({ form, distance: distanceTo(form, { spelled, key }) }))
    .filter((one) => one.distance <= allowance(spelled.length))
    .toSorted((a, b) => a.distance - b.distance)
  return [...new Set(near.map((one) => one.form.name))].slice(0, limit)
}

/** One slip in a short word, two in a longer one, three in several words. */
const allowance = (length: number): number =>
  length < 4 ? 0.5 : length < 7 ? 1 : length < 12 ? 2 : 3

interface Spelled {
  readonly spelled: string
  readonly key: string
}

function distanceTo(form: Form, { spelled, key }: Spelled): number {
  if (Math.abs(form.folded.length - spelled.length) > 3) return Number.POSITIVE_INFINITY
  const slips = distance(form.folded, spelled)
  const swapped = slips === 2 && isSwap(form.folded, spelled)
  const sounds = form.spelledFreely ? distance(form.key, key) + 0.5 : slips
  return Math.min(swapped ? 1 : slips, sounds)
}

/** Two neighbouring letters changed places: `Idilb`. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = one.split('').findIndex((letter, index) => letter !== other[index])
  return one[at] === other[at + 1] && one[at + 1] === other[at]
}
