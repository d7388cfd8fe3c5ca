import { bookOf } from '../answer/figures/book.ts'
import { select } from '../answer/figures/select.ts'
import type { Stated } from '../answer/figures/stated.ts'
import { citeParagraph, citePlace } from '../answer/cite.ts'
import type { Citation, Line, Run } from '../answer/report.ts'
import { plain } from '../answer/report.ts'
import { quotes } from '../answer/quotes.ts'
import { line } from '../answer/telling/words.ts'
import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { KeptArticle } from '../store/store.ts'
import { fold } from '../text/fold.ts'
import { sentences } from '../text/sentences.ts'
import { terms } from '../text/tokens.ts'
import type { AlertQuestion } from './alert-question.ts'

/** As many lines of one article as an alert tells. */
const MOST = 3

/** The lines in which an article answers a saved question; none where it does not. */
export function matchesIn(
  kept: KeptArticle,
  asked: AlertQuestion,
  lexicon: Lexicon,
): readonly Line[] {
  const { question } = asked
  switch (question.verb) {
    case 'casualties':
      return figuresIn(kept, asked, lexicon).slice(0, MOST)
    case 'quotes':
      return quotesIn(kept, asked, lexicon).slice(0, MOST)
    case 'quote':
    case 'search':
    case 'ask':
      return passagesIn(kept, asked, lexicon).slice(0, MOST)
    case 'help':
    case 'method':
    case 'article':
    case 'check':
    case 'digest':
    case 'alert':
    case 'corrections':
    case 'mute':
      return []
    default:
      return question.verb satisfies never
  }
}

function figuresIn(
  { article, claims }: KeptArticle,
  { question, least }: AlertQuestion,
  lexicon: Lexicon,
): readonly Line[] {
  const book = bookOf({ articles: [article], claims, lexicon })
  const { here } = select(book, question.filters)
  const enough = here.filter(({ claim }) => {
    const count = claim.low ?? claim.high
    return least === null || (count !== null && count >= least)
  })
  return onePerSentence(enough).map(({ citation, claim }) =>
    sentenceLine(citation, 'figure', claim.source),
  )
}

/** Several figures of one sentence are one line, with the first of them in it. */
const onePerSentence = (stated: readonly Stated[]): readonly Stated[] =>
  [
    ...new Map(
      stated
        .toReversed()
        .map((each) => [`${each.citation.paragraph} ${each.citation.text}`, each] as const),
    ).values(),
  ].toReversed()

function quotesIn(
  { article, quotes: all }: KeptArticle,
  { question }: AlertQuestion,
  lexicon: Lexicon,
): readonly Line[] {
  const { said } = quotes(question.filters, { articles: [article], quotes: all, lexicon })
  return said.flatMap(({ wordings, speaker }) => {
    const telling = wordings[0]?.tellings[0]
    return telling === undefined ? [] : [sentenceLine(telling.citation, 'quote', speaker)]
  })
}

/** A paragraph in which all phrases stand, and each word or name. */
function passagesIn(
  { article }: KeptArticle,
  { question }: AlertQuestion,
  lexicon: Lexicon,
): readonly Line[] {
  const { filters, phrases, subject } = question
  if (!fitsFilters(article, filters)) return []
  const named = lexicon.mentionsInAnyScript(subject).map(({ name }) => name.name)
  const spelt = lexicon
    .mentionsInAnyScript(subject)
    .reduce(
      (text, { span }) =>
        text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end),
      subject,
    )
  const words = terms(spelt)
  const wanted = [
    ...phrases.map(wordsOf),
    ...(phrases.length === 0 && named.length + words.length === 0 ? [wordsOf(subject)] : []),
  ]
  if (wanted.length + named.length + words.length === 0) return []
  return article.paragraphs.flatMap(({ number, kind, text }) => {
    if (kind === 'credit' || kind === 'byline') return []
    const here = ` ${wordsOf(text)} `
    const stand = new Set(terms(text))
    const names = new Set(lexicon.mentionsInAnyScript(text).map(({ name }) => name.name))
    const meets =
      wanted.every((phrase) => here.includes(` ${phrase} `)) &&
      words.every((word) => stand.has(word)) &&
      named.every((name) => names.has(name))
    if (!meets) return []
    const citation =
      sentenceWith(article, number, wanted[0] ?? '') ?? citeParagraph(article, number)
    return citation === null ? [] : [sentenceLine(citation, 'hit', null)]
  })
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function fitsFilters(article: Article, { outlet, from, to }: AlertQuestion['question']['filters']) {
  const day = valueOf(article.published)
  if (outlet !== null && fold(valueOf(article.outlet) ?? '') !== fold(outlet)) return false
  return (from === null || (day ?? '') >= from) && (to === null || (day ?? '9') <= to)
}

/** The sentence of a paragraph that has a phrase. */
function sentenceWith(article: Article, number: number, phrase: string): Citation | null {
  const text = article.paragraphs.find((each) => each.number === number)?.text ?? ''
  const sentence = sentences(text).find(
    ({ start, end }) =>
      phrase !== '' && ` ${wordsOf(text.slice(start, end))} `.includes(` ${phrase} `),
  )
  return sentence === undefined
    ? null
    : citePlace(article, { paragraph: number, sentence, exact: sentence })
}

/** So much of a sentence is shown around what it is about. */
const AROUND = 220

/** A sentence of an article with its figure or quote in it, and who says so where the sentence does not. */
function sentenceLine(
  citation: Citation,
  style: 'figure' | 'quote' | 'hit',
  who: string | null,
): Line {
  return line(runsOf(citation, style, who), [citation])
}

function runsOf(
  { text, exact }: Citation,
  style: 'figure' | 'quote' | 'hit',
  who: string | null,
): readonly Run[] {
  if (style === 'hit') return cut(exact)
  if (style === 'quote') {
    const speaker = who === null ? '' : ` – ${who}`
    return [plain('“'), { text: exact, style }, plain(`”${speaker}`)]
  }
  const at = text.indexOf(exact)
  const said = who === null || text.includes(who) ? [] : [plain(` – ${who}`)]
  const head = lastWords(text.slice(0, at))
  const tail = firstWords(text.slice(at + exact.length))
  return [
    ...(head.whole ? [] : [plain('… ')]),
    { text: head.text, style: 'quote' },
    { text: exact, style },
    { text: tail.text, style: 'quote' },
    ...(tail.whole ? [] : [plain(' …')]),
    ...said,
  ]
}

interface Words {
  readonly text: string
  readonly whole: boolean
}

function firstWords(text: string): Words {
  if (text.length <= AROUND) return { text, whole: true }
  return { text: text.slice(0, AROUND).replace(/\s+\S*$/u, ''), whole: false }
}

function lastWords(text: string): Words {
  if (text.length <= AROUND) return { text, whole: true }
  return { text: text.slice(-AROUND).replace(/^\S*\s+/u, ''), whole: false }
}

function cut(text: string): readonly Run[] {
  const { text: words, whole } =
    text.length <= 2 * AROUND ? { text, whole: true } : firstWords(text)
  return [{ text: words, style: 'hit' }, ...(whole ? [] : [plain(' …')])]
}
