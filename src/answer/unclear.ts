import type { Question, QuestionProblem } from './question.ts'

/** What was typed cannot be answered before something is mended: a misspelt verb, a verb with nothing after it. */
export interface UnclearAnswer {
  readonly kind: 'unclear'
  /** The question as it was read. */
  readonly asked: string
  readonly problem: QuestionProblem
}

const NEEDS: Readonly<Record<string, QuestionProblem>> = {
  quote: {
    what: 'No words were given to look for.',
    hint: 'Type the words of the quote: quote "has to stop"',
    instead: [],
  },
  search: {
    what: 'No words were given to look for.',
    hint: 'Type a few words: search barrel bombs',
    instead: [],
  },
  check: {
    what: 'No draft was given to check.',
    hint: 'Paste a sentence or a paragraph after “check”.',
    instead: [],
  },
  article: {
    what: 'No article was named.',
    hint: 'Type its id as a citation shows it, or words of its headline, and the number of a paragraph if you like.',
    instead: [],
  },
  ask: {
    what: 'There is nothing here that can be looked up.',
    hint: 'Ask in English words, for example: how many civilians were killed in Aleppo?',
    instead: ['help'],
  },
}

/** The first thing to mend, or null where the question can be answered. */
export function unclear(question: Question): UnclearAnswer | null {
  const [first] = question.problems
  if (question.verb === 'ask' && first?.what.endsWith('is no command.') && first.instead.length > 0)
    return { kind: 'unclear', asked: question.text, problem: first }
  const need = NEEDS[question.verb]
  const empty = !/[\p{L}\p{N}]/u.test(`${question.subject}${question.phrases.join('')}`)
  return need !== undefined && empty
    ? { kind: 'unclear', asked: question.text, problem: need }
    : null
}
