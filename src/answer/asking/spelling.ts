import type { Lexicon } from '../../names/lexicon.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import type { Question } from '../question.ts'
import { takenInWords } from './taken-for.ts'

const SUGGESTIONS = 2
const SHORTEST = 4

/** The question with "did you mean" for words that stand nowhere in the coverage and lie close to a name. */
export async function withSpellings(
  question: Question,
  { index, lexicon }: { readonly index: SearchIndex; readonly lexicon: Lexicon },
): Promise<Question> {
  if (question.verb !== 'search' && question.verb !== 'ask') return question
  const unknown = await index.unknownWords(question.subject)
  const problems = unknown.flatMap((word) => {
    const at = question.text.toLowerCase().indexOf(word)
    if (word.length < SHORTEST || at < 0) return []
    const typed = question.text.slice(at, at + word.length)
    const names = lexicon.suggest(word, SUGGESTIONS).map(({ name }) => name)
    if (names.length === 0) return []
    return [
      {
        what: `“${typed}” stands nowhere in the coverage.`,
        hint: `Did you mean ${names.join(' or ')}?`,
        instead: names.map((name) => question.text.replace(typed, name)),
      },
    ]
  })
  const heard = takenInWords(question.text, question.subject, lexicon)
  const standing = await Promise.all(
    heard.map(({ typed }) => index.search({ words: '', phrases: [typed], limit: 1 })),
  )
  const taken = heard.filter((_, at) => standing[at]?.length === 0).map(({ problem }) => problem)
  return { ...question, problems: [...question.problems, ...problems, ...taken] }
}
