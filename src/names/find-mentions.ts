import type { AnyName } from '../model/name.ts'
import type { FormTree } from './form-tree.ts'
import { fits, isNear, type Path, type Reading } from './fits.ts'
import { PARTICLES } from './guarded-words.ts'
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

/** The names that are looked for. */
export interface Sought {
  readonly tree: FormTree
  readonly givenNames: ReadonlySet<string>
}

/** What stands at one place of a text: one name, or several that are written alike. */
export interface Found {
  readonly mention: Mention
  readonly rivals: readonly AnyName[]
}

/** All names in a text, the longest at each place, none inside another. Time is linear in the text. */
export function findMentions(text: string, { tree, givenNames }: Sought): readonly Found[] {
  const words = wordsOf(text)
  const reading: Reading = { words, givenNames, small: text === text.toLowerCase() }
  const found: Found[] = []
  let index = 0
  while (index < words.starts.length) {
    const longest = mayBegin(reading, index) ? longestFrom({ reading, tree, start: index }) : null
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

interface Start {
  readonly reading: Reading
  readonly tree: FormTree
  readonly start: number
}

function longestFrom({ reading, tree, start }: Start): Longest | null {
  const { words, small } = reading
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
    const before: Path = { reading, node, first, last: index, end, article, spelled }
    const next = node.next.get(shape.key)
    if (next === undefined) {
      longest = changed(before) ?? longest
      break
    }
    node = next
    spelled = joined(spelled, shape.folded)
    const attached = article || (index === first && shape.articleAttached)
    const path: Path = { ...before, node, article: attached, spelled }
    longest = choose(path) ?? changed(before) ?? longest
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
function changed(path: Path): Longest | null {
  const { folded } = shapeOf(path.reading.words, path.last)
  const withoutS = folded.length >= 3 && folded.endsWith('s') ? folded.slice(0, -1) : null
  const withoutArticle = withoutLeadingArticle(folded)
  return (
    lastWordAs({ ...path, end: path.end - 1 }, withoutS) ??
    lastWordAs({ ...path, article: true }, withoutArticle)
  )
}

/** Only as the table spells it: two liberties at once would be a guess. */
function lastWordAs(path: Path, word: string | null): Longest | null {
  const node = word === null ? undefined : path.node.next.get(spellingKey(word))
  if (word === null || node === undefined) return null
  const spelled = joined(path.spelled, word)
  const forms = node.forms.filter((form) => {
    return form.folded === spelled && (form.abbreviation || word.length >= 4)
  })
  return choose({ ...path, node: { next: node.next, forms }, spelled })
}

/** The name that the path stands for: as the table spells it, else in the one spelling that is near enough. */
function choose(path: Path): Longest | null {
  if (path.node.forms.length === 0) return null
  const fitting = path.node.forms.filter((form) => fits(form, path))
  const exact = fitting.filter((form) => form.folded === path.spelled)
  const free = fitting.filter((form) => isNear(form, path))
  const names = [...new Set((exact.length > 0 ? exact : free).map((form) => form.name))]
  const [name] = names
  if (name === undefined || (exact.length === 0 && names.length > 1)) return null
  const { words } = path.reading
  const beginning =
    path.first > 0 && isArticleAt(words, path.first - 1) ? path.first - 1 : path.first
  const span = { start: words.starts[beginning] ?? 0, end: path.end }
  return { found: { mention: { span, name }, rivals: names }, next: path.last + 1 }
}
