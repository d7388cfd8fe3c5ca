import type { AnyName } from '../model/name.ts'
import type { FormNode, FormTree } from './form-tree.ts'
import type { Form } from './forms.ts'
import {
  ABBREVIATIONS_THAT_ARE_WORDS,
  NO_NEAR_SPELLINGS,
  PARTICLES,
  PLACE_TAILS,
  PLACES_THAT_ARE_GIVEN_NAMES,
  TITLES,
} from './guarded-words.ts'
import type { Mention } from './lexicon.ts'
import { spellingKey, withoutLeadingArticle } from './spelling.ts'
import {
  isArticleAt,
  isInitialAt,
  jointAfter,
  shapeOf,
  startsWithCapital,
  type Words,
  wordsOf,
} from './words.ts'

/** What stands at one place of a text: one name, or several that are written alike. */
export interface Found {
  readonly mention: Mention
  readonly rivals: readonly AnyName[]
}

interface Reading {
  readonly words: Words
  readonly tree: FormTree
  readonly givenNames: ReadonlySet<string>
  /** The text has no capitals at all, so that they tell nothing. */
  readonly small: boolean
}

/** A way through the tree: where the name's own words begin, and how they are written. */
interface Path {
  readonly node: FormNode
  readonly first: number
  readonly last: number
  /** Where the last word ends: before an s that belongs to no name. */
  readonly end: number
  readonly article: boolean
  readonly spelled: string
}

/** All names in a text, the longest at each place, none inside another. Time is linear in the text. */
export function findMentions(
  text: string,
  tree: FormTree,
  givenNames: ReadonlySet<string>,
): readonly Found[] {
  const words = wordsOf(text)
  const reading: Reading = { words, tree, givenNames, small: text === text.toLowerCase() }
  const found: Found[] = []
  let index = 0
  while (index < words.starts.length) {
    const longest = mayBegin(reading, index) ? longestAt(reading, index) : null
    if (longest !== null) found.push(longest.found)
    index = longest?.next ?? index + 1
  }
  return found
}

/** A name begins with a capital, or with a small word that binds the next one: `al-`, `de`. */
function mayBegin({ words, small }: Reading, index: number): boolean {
  if (small || startsWithCapital(words, index)) return true
  const length = (words.ends[index] ?? 0) - (words.starts[index] ?? 0)
  if (length < 2 || length > 3) return false
  return isArticleAt(words, index) || PARTICLES.has(shapeOf(words, index).folded)
}

interface Longest {
  readonly found: Found
  readonly next: number
}

function longestAt(reading: Reading, start: number): Longest | null {
  const { words, tree, small } = reading
  const article = isArticleAt(words, start)
  const first = article ? start + 1 : start
  if (!small && !hasCapital(words, first)) return null
  let longest: Longest | null = null
  let node = tree.root
  let spelled = ''
  for (let index = first; index < words.starts.length; index += 1) {
    if (index > first && !joins(words, index)) break
    if (index > first && isPassedOver(words, index)) continue
    const shape = shapeOf(words, index)
    const end = words.ends[index] ?? 0
    const before: Path = { node, first, last: index, end, article, spelled }
    const next = node.next.get(shape.key)
    if (next === undefined) {
      longest = changed(reading, before) ?? longest
      break
    }
    node = next
    spelled = joined(spelled, shape.folded)
    const attached = article || (index === first && shape.articleAttached)
    const path: Path = { ...before, node, article: attached, spelled }
    longest = choose(reading, path) ?? changed(reading, before) ?? longest
  }
  return longest
}

const joined = (spelled: string, word: string): string =>
  spelled === '' ? word : `${spelled} ${word}`

/** Whether the word at `index` may go on a name that the word before belongs to. */
function joins(words: Words, index: number): boolean {
  if (isInitialAt(words, index - 1)) return !isInitialAt(words, index)
  return jointAfter(words, index - 1) !== ''
}

/** `Deir (ez-)Zor`, `Joseph (L.) Votel`; never two of them in a row, or a long run would be read again and again. */
function isPassedOver(words: Words, index: number): boolean {
  const passes = isArticleAt(words, index, true) || isInitialAt(words, index)
  return passes && !isArticleAt(words, index - 1, true)
}

function hasCapital(words: Words, index: number): boolean {
  const { folded } = shapeOf(words, index)
  const next = index + 1 < words.starts.length && startsWithCapital(words, index + 1)
  // `The National` is a newspaper, `The national` anything.
  return folded === 'the' || PARTICLES.has(folded) ? next : startsWithCapital(words, index)
}

/** A last word with something at its end or its beginning: `Syrias`, `SANAs`, `Alnusra`. */
function changed(reading: Reading, path: Path): Longest | null {
  const { folded } = shapeOf(reading.words, path.last)
  const withoutS = folded.length >= 3 && folded.endsWith('s') ? folded.slice(0, -1) : null
  const withoutArticle = withoutLeadingArticle(folded)
  return (
    lastWordAs(reading, { ...path, end: path.end - 1 }, withoutS) ??
    lastWordAs(reading, { ...path, article: true }, withoutArticle)
  )
}

/** Only as the table spells it: two liberties at once would be a guess. */
function lastWordAs(reading: Reading, path: Path, word: string | null): Longest | null {
  const node = word === null ? undefined : path.node.next.get(spellingKey(word))
  if (word === null || node === undefined) return null
  const spelled = joined(path.spelled, word)
  const forms = node.forms.filter((form) => {
    return form.folded === spelled && (form.abbreviation || word.length >= 4)
  })
  return choose(reading, { ...path, node: { next: node.next, forms }, spelled })
}

/** The name that the path stands for: as the table spells it, else in the one spelling that is near enough. */
function choose(reading: Reading, path: Path): Longest | null {
  if (path.node.forms.length === 0) return null
  const fitting = path.node.forms.filter((form) => fits(form, reading, path))
  const exact = fitting.filter((form) => form.folded === path.spelled)
  const free = fitting.filter((form) => isNear(form, path))
  const names = [...new Set((exact.length > 0 ? exact : free).map((form) => form.name))]
  const [name] = names
  if (name === undefined || (exact.length === 0 && names.length > 1)) return null
  const { words } = reading
  const beginning =
    path.first > 0 && isArticleAt(words, path.first - 1) ? path.first - 1 : path.first
  const span = { start: words.starts[beginning] ?? 0, end: path.end }
  return { found: { mention: { span, name }, rivals: names }, next: path.last + 1 }
}

const isNear = (form: Form, { spelled }: Path): boolean =>
  form.spelledFreely && spelled.length >= 5 && !NO_NEAR_SPELLINGS.has(spelled)

function fits(form: Form, reading: Reading, path: Path): boolean {
  if (form.reach === 'asked' || (form.needsArticle && !path.article)) return false
  if (form.abbreviation) return isSpelledOut(form, reading, path)
  if (form.reach === 'after-title') return isTitle(reading.words, path.first - 1)
  return !isPartOfAPersonsName(form, reading, path)
}

/** `US` and `IS` are capitals throughout, `Isis` and `Nato` need not be; `IS` in a heading all in capitals is a verb. */
function isSpelledOut(form: Form, { words, small }: Reading, path: Path): boolean {
  if (form.folded !== path.spelled) return false
  const { folded } = form
  const written = words.text.slice(words.starts[path.first], path.end)
  const upper = written === written.toUpperCase()
  if (small) return folded.length > 2 && !ABBREVIATIONS_THAT_ARE_WORDS.has(folded)
  if (!upper) return startsWithCapital(words, path.first) && folded.length >= 4
  return !ABBREVIATIONS_THAT_ARE_WORDS.has(folded) || !isShouted(words, path.first)
}

/** Whether the words around are all capitals too, so that capitals tell nothing. */
function isShouted(words: Words, index: number): boolean {
  const around = [index - 2, index - 1, index + 1, index + 2]
    .filter((beside) => beside >= 0 && beside < words.starts.length)
    .map((beside) => shapeOf(words, beside))
  return around.every(({ upper }) => upper) && around.some(({ folded }) => folded.length >= 4)
}

const isTitle = (words: Words, index: number): boolean =>
  index >= 0 && TITLES.has(shapeOf(words, index).folded)

/** `Teresa Kerry` is not John Kerry nor `Cameron Diaz` David Cameron; `Mohammed Jasim` and `Salma Kahale` are no towns. */
function isPartOfAPersonsName(form: Form, { words, givenNames }: Reading, path: Path): boolean {
  const surname = form.name.kind === 'person' && !form.listed
  const town = form.name.kind === 'place' && path.first === path.last
  const before = path.first - (path.first > 0 && isArticleAt(words, path.first - 1) ? 2 : 1)
  const given = (surname || town) && before >= 0 && startsWithCapital(words, before)
  if (given && jointAfter(words, before) === ' ' && givenNames.has(shapeOf(words, before).folded)) {
    return true
  }
  const first = town ? PLACES_THAT_ARE_GIVEN_NAMES : surname ? givenNames : null
  return first?.has(path.spelled) === true && goesOn(words, path.last)
}

const goesOn = (words: Words, index: number): boolean =>
  jointAfter(words, index) === ' ' &&
  startsWithCapital(words, index + 1) &&
  !PLACE_TAILS.has(shapeOf(words, index + 1).folded)
