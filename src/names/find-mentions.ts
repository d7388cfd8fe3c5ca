import type { AnyName } from '../model/name.ts'
import type { FormNode, FormTree } from './form-tree.ts'
import type { Form } from './forms.ts'
import { ABBREVIATIONS_THAT_ARE_WORDS, PARTICLES, TITLES } from './guarded-words.ts'
import type { Mention } from './lexicon.ts'
import { spellingKey } from './spelling.ts'
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
  const reading: Reading = { words, tree, givenNames, small: !/\p{Lu}/u.test(text) }
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
    const next = node.next.get(shape.key)
    if (next === undefined) {
      longest = withoutFinalS(reading, { node, first, last: index, article, spelled }) ?? longest
      break
    }
    node = next
    spelled = spelled === '' ? shape.folded : `${spelled} ${shape.folded}`
    const attached = article || (index === first && shape.articleAttached)
    longest = choose(reading, { node, first, last: index, article: attached, spelled }) ?? longest
  }
  return longest
}

/** Whether the word at `index` may go on a name that the word before belongs to. */
function joins(words: Words, index: number): boolean {
  if (isInitialAt(words, index - 1)) return !isInitialAt(words, index)
  return jointAfter(words, index - 1) !== ''
}

/** `Deir (ez-)Zor`, `Joseph (L.) Votel`; never two of them in a row, or a long run would be read again and again. */
function isPassedOver(words: Words, index: number): boolean {
  const passes = isArticleAt(words, index) || isInitialAt(words, index)
  return passes && !isArticleAt(words, index - 1)
}

function hasCapital(words: Words, index: number): boolean {
  if (startsWithCapital(words, index)) return true
  const particle = PARTICLES.has(shapeOf(words, index).folded)
  return particle && index + 1 < words.starts.length && startsWithCapital(words, index + 1)
}

/** `Syrias`, where an apostrophe was lost on the way: the name ends before the s. */
function withoutFinalS(reading: Reading, path: Path): Longest | null {
  const { folded, upper } = shapeOf(reading.words, path.last)
  if (folded.length < 5 || upper || !folded.endsWith('s')) return null
  const bare = folded.slice(0, -1)
  const node = path.node.next.get(spellingKey(bare))
  if (node === undefined) return null
  const spelled = path.spelled === '' ? bare : `${path.spelled} ${bare}`
  const forms = node.forms.filter((form) => form.folded === spelled && !form.abbreviation)
  const chosen = choose(reading, { ...path, node: { next: node.next, forms }, spelled })
  if (chosen === null) return null
  const { span, name } = chosen.found.mention
  const mention = { span: { start: span.start, end: span.end - 1 }, name }
  return { ...chosen, found: { ...chosen.found, mention } }
}

/** The name that the path stands for: as the table spells it, else in the one spelling that is near enough. */
function choose(reading: Reading, path: Path): Longest | null {
  if (path.node.forms.length === 0) return null
  const fitting = path.node.forms.filter((form) => fits(form, reading, path))
  const exact = fitting.filter((form) => form.folded === path.spelled)
  const free = fitting.filter((form) => form.spelledFreely && path.spelled.length >= 5)
  const names = [...new Set((exact.length > 0 ? exact : free).map((form) => form.name))]
  const [name] = names
  if (name === undefined || (exact.length === 0 && names.length > 1)) return null
  const { words } = reading
  const beginning =
    path.first > 0 && isArticleAt(words, path.first - 1) ? path.first - 1 : path.first
  const span = { start: words.starts[beginning] ?? 0, end: words.ends[path.last] ?? 0 }
  return { found: { mention: { span, name }, rivals: names }, next: path.last + 1 }
}

function fits(form: Form, reading: Reading, path: Path): boolean {
  if (form.reach === 'asked' || (form.needsArticle && !path.article)) return false
  if (form.abbreviation) return isSpelledOut(form, reading, path)
  if (form.reach === 'after-title') return isTitle(reading.words, path.first - 1)
  return form.listed || !followsOtherGivenName(form, reading, path)
}

/** `US` and `IS` are capitals throughout, `Isis` and `Nato` need not be; `IS` in a heading all in capitals is a verb. */
function isSpelledOut(form: Form, { words, small }: Reading, path: Path): boolean {
  if (form.folded !== path.spelled) return false
  const { folded, upper, capital } = shapeOf(words, path.first)
  if (small) return folded.length > 2 && !ABBREVIATIONS_THAT_ARE_WORDS.has(folded)
  if (!upper) return capital && folded.length >= 4
  return !ABBREVIATIONS_THAT_ARE_WORDS.has(folded) || !isShouted(words, path.first)
}

const isShouted = (words: Words, index: number): boolean =>
  [index - 1, index + 1].some((beside) => {
    if (beside < 0 || beside >= words.starts.length) return false
    const { upper, folded } = shapeOf(words, beside)
    return upper && folded.length >= 5
  })

const isTitle = (words: Words, index: number): boolean =>
  index >= 0 && TITLES.has(shapeOf(words, index).folded)

/** `Teresa Kerry` is not John Kerry. */
function followsOtherGivenName(form: Form, { words, givenNames }: Reading, path: Path): boolean {
  const before = path.first - (path.first > 0 && isArticleAt(words, path.first - 1) ? 2 : 1)
  if (form.name.kind !== 'person' || before < 0 || !startsWithCapital(words, before)) return false
  return jointAfter(words, before) !== '' && givenNames.has(shapeOf(words, before).folded)
}
