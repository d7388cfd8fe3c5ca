import { overlaps, slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { QuestionProblem } from '../question.ts'
import { type FilterFound, type Known, squeeze } from './found.ts'

/**
 * "Did you mean" for a name that is spelt as in no table. It is answered for the one that it sounds like, but another
 * may have been meant, and nobody should have to look twice to see it.
 */
export const takenFor = (
  text: string,
  found: readonly FilterFound[],
  { lexicon }: Pick<Known, 'lexicon'>,
): readonly QuestionProblem[] =>
  found.flatMap(({ named, shown, span }) => {
    if (named === undefined || lexicon.spells(named)) return []
    // who speaks in the articles and stands in no table was found by their own words
    if (!lexicon.lookUp(named).some(({ name }) => name === shown)) return []
    const whole = slice(text, span)
    const key = /^\p{L}+:/u.exec(whole)?.[0]
    const meant = key === undefined ? whole.replace(named, () => shown) : `${key}"${shown}"`
    return [taken(named, shown, `${text.slice(0, span.start)}${meant}${text.slice(span.end)}`)]
  })

/** The same for the words of a plain question and of a search, which are no filters; those in quotation marks stand as typed. */
export function takenInWords(
  text: string,
  subject: string,
  lexicon: Lexicon,
): readonly { readonly typed: string; readonly problem: QuestionProblem }[] {
  const words = subject.replace(/"[^"]*"/g, (phrase) => ' '.repeat(phrase.length))
  const names = lexicon.mentions(words)
  // a name that texts have in capitals only, typed in a hurry
  const alone = [...words.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: word, index }) => {
    const span = { start: index, end: index + word.length }
    const [name] = names.some((each) => overlaps(each.span, span)) ? [] : lexicon.lookUp(word)
    return name === undefined ? [] : [{ name, span }]
  })
  return [...names, ...alone].flatMap(({ name: { name }, span }) => {
    const typed = slice(words, span)
    if (lexicon.spells(typed)) return []
    const instead = text.replace(typed, () => name)
    return [{ typed, problem: taken(typed, name, instead) }]
  })
}

const taken = (typed: string, name: string, instead: string): QuestionProblem => ({
  what: `“${typed}” stands in no table; it is taken for ${name}.`,
  hint: `Did you mean ${name}?`,
  instead: [squeeze(instead)],
  isTaken: true,
})
