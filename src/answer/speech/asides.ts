import { findReported } from '../../extract/quotes/find-reported.ts'
import type { Article } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { citePlace } from '../cite.ts'
import type { Aside, Telling } from '../quotes.ts'
import type { Citation } from '../report.ts'
import { namedIn } from './named-in.ts'
import { isTalkOf, type Talk } from './talk-of.ts'
import { wordsOf } from './same-quote.ts'
import { nameWords, type Voices } from './voices.ts'

export interface Around {
  readonly asked: string
  readonly naming: readonly Article[]
  readonly tellings: readonly Telling[]
  readonly voices: Voices
  readonly lexicon: Lexicon
}

/** What stands near their quotes and is none of them: words, what others say of them, what is only reported. */
export function asidesOf({ asked, naming, tellings, voices, lexicon }: Around): readonly Aside[] {
  const reported = naming
    .flatMap((article) => findReported(article, lexicon).map((one) => ({ article, one })))
    .filter(({ one }) => voices.same(one.speaker, asked))
    .flatMap(({ article, one }) => {
      const exact = one.word ?? one.sentence
      const citation = citePlace(article, {
        paragraph: one.paragraph,
        sentence: one.sentence,
        exact,
      })
      return citation === null ? [] : [{ citation, isWord: one.word !== null }]
    })
  return [
    ...words(reported.filter(({ isWord }) => isWord).map(({ citation }) => citation)),
    ...about({ asked, naming, tellings, voices, lexicon }),
    ...once(reported.filter(({ isWord }) => !isWord).map(({ citation }) => citation)).map(
      (citations): Aside => ({ kind: 'reported', citations }),
    ),
  ]
}

const words = (citations: readonly Citation[]): readonly Aside[] =>
  [...Map.groupBy(citations, ({ exact }) => wordsOf(exact).join(' ')).values()].map((same) => ({
    kind: 'word',
    word: same[0]?.exact ?? '',
    citations: same,
  }))

/** One sentence in several articles is told once. */
const once = (citations: readonly Citation[]): readonly (readonly Citation[])[] => [
  ...Map.groupBy(citations, ({ text }) => fold(text)).values(),
]

/** What others say of them, by name or, next to a paragraph that names them, by their office: "the secretary". */
function about({ asked, naming, tellings, voices, lexicon }: Around): readonly Aside[] {
  const named = new Map(naming.map((article) => [article.id, article]))
  const person = lexicon.lookUp(asked).find(({ kind }) => kind === 'person')
  const offices = person?.kind === 'person' ? officesOf(person.role) : []
  const sought = { asked, last: nameWords(asked).at(-1) ?? '', lexicon }
  const isNamedNear = ({ quote }: Telling) =>
    named
      .get(quote.article)
      ?.paragraphs.some(
        ({ number, text }) =>
          (number === quote.paragraph || number === quote.paragraph - 1) &&
          namedIn(text, sought).length > 0,
      ) === true
  const others = tellings
    .filter(
      ({ speaker, quote }) =>
        speaker !== null && named.has(quote.article) && !voices.same(speaker, asked),
    )
    .filter(
      (telling) =>
        isTalkOf(talkOf(telling), namedIn(telling.citation.text, sought)) ||
        (offices.some((office) => fold(telling.words).includes(`the ${office}`)) &&
          isNamedNear(telling)),
    )
  return [
    ...Map.groupBy(others, (each) => `${each.speaker ?? ''}: ${fold(each.words)}`).values(),
  ].flatMap((same) => {
    const first = same[0]
    if (first === undefined) return []
    const citations = same.map(({ citation }) => citation)
    return [{ kind: 'about' as const, speaker: first.speaker ?? '', words: first.words, citations }]
  })
}

/** The quote in the text that is cited for it. */
function talkOf({ quote, citation }: Telling): Talk {
  const from = Math.min(quote.sentence.start, quote.words.start)
  const within = ({ start, end }: Span): Span => ({ start: start - from, end: end - from })
  return {
    text: citation.text,
    words: within(quote.words),
    cue: quote.cue === null ? null : within(quote.cue),
  }
}

const OFFICES = /\b(?:secretary|minister|president|envoy|ambassador|premier|chancellor|king)\b/gu

const officesOf = (role: string): readonly string[] => fold(role).match(OFFICES) ?? []
