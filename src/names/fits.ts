import type { FormNode } from './form-tree.ts'
import type { Form } from './forms.ts'
import {
  ABBREVIATIONS_THAT_ARE_WORDS,
  NO_NEAR_SPELLINGS,
  PLACE_TAILS,
  PLACES_THAT_ARE_GIVEN_NAMES,
  TITLES,
} from './guarded-words.ts'
import { isArticleAt, jointAfter, shapeOf, startsWithCapital, type Words } from './words.ts'

/** A text as it is read for names. */
export interface Reading {
  readonly words: Words
  readonly givenNames: ReadonlySet<string>
  /** The text has no capitals at all, so that they tell nothing. */
  readonly small: boolean
}

/** A way through the tree: where the name's own words begin, and how they are written. */
export interface Path {
  readonly reading: Reading
  readonly node: FormNode
  readonly first: number
  readonly last: number
  /** Where the last word ends: before an s that belongs to no name. */
  readonly end: number
  readonly article: boolean
  readonly spelled: string
}

/** Whether a spelling of the same key may pass for the form. */
export const isNear = (form: Form, { spelled }: Path): boolean =>
  form.spelledFreely && spelled.length >= 5 && !NO_NEAR_SPELLINGS.has(spelled)

/** Whether the form may stand where the path lies: by its capitals, its article, its neighbours. */
export function fits(form: Form, path: Path): boolean {
  if (form.reach === 'asked' || (form.needsArticle && !path.article)) return false
  if (form.abbreviation) return isSpelledOut(form, path)
  if (form.reach === 'after-title') return isTitle(path.reading.words, path.first - 1)
  return !isPartOfAPersonsName(form, path)
}

/** `US` and `IS` are capitals throughout, `Isis` and `Nato` need not be; `IS` in a heading all in capitals is a verb. */
function isSpelledOut(form: Form, path: Path): boolean {
  const { words, small } = path.reading
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
function isPartOfAPersonsName(form: Form, path: Path): boolean {
  const { words, givenNames } = path.reading
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
