import type { Span } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Archive } from './archive.ts'
import type { Want } from './asking/wants/want.ts'
import { wantOf } from './asking/wants/want-of.ts'
import { askedTerms, type AskedTerm } from './asking/asked-terms.ts'
import { daysOf } from './asking/asked-days.ts'
import { bylineAnswer, pictureAnswer } from './asking/credits.ts'
import { type Candidate, readerOf } from './asking/candidates.ts'
import { passageFilter } from './asking/passage-filter.ts'
import { rank } from './asking/rank.ts'
import type { Ranked } from './asking/ranking.ts'
import { answers, isUnheardOf } from './asking/refusal.ts'
import { contentWords } from './asking/terms.ts'
import { synonymsOf } from './asking/senses.ts'
import { citePlace } from './cite.ts'
import { type NotCoveredAnswer, notCovered } from './not-covered.ts'
import type { Question } from './question.ts'
import type { Citation } from './report.ts'
import { isCopy } from '../search/copies.ts'

/** A plain question's answer: the shortest words of an article that answer it, and the sentence around them. */
export interface FactAnswer {
  readonly kind: 'fact'
  readonly want: Want['kind']
  /** `exact` is the answer, `text` the sentence; the first is the best, the others bear it out or differ. */
  readonly found: readonly Citation[]
  /** A command that tells more of the same, or null. */
  readonly more: string | null
}

export interface AskParts {
  readonly question: Question
  readonly archive: Archive
  readonly index: SearchIndex
  readonly lexicon: Lexicon
}

const EVIDENCE = 3
/** Up to here every sentence is looked at; in a larger coverage those of the best articles. */
const SMALL = 60
const BEST_HITS = 80

/** "On what day": the day is what is wanted, not what it is about. */
const TIME_NOUN = /^(?:date|day|month|year|week|time)s?$/

const ASKING =
  /\?\s*$|^\s*(?:and |so |but |please |according to [^,]+, )?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|tell me|name|list|identify|for what|to what|with what)\b/i

/** Whether a text without a verb asks something; a few words thrown in are a search. */
export const isQuestion = ({ subject }: Question): boolean =>
  ASKING.test(subject) || /\b(?:how many|death toll|the author of)\b/i.test(subject)

/** Answers a plain question with the sentence that says so, or says that the coverage does not. */
export async function answerPlainly(parts: AskParts): Promise<FactAnswer | NotCoveredAnswer> {
  const { question, archive, lexicon } = parts
  const asked = question.subject
  const want = wantOf(asked, lexicon)
  const reader = readerOf(archive, lexicon)
  const days = daysOf(asked)
  const terms = askedTerms(days === null ? asked : asked.replace(days.written, ' '), {
    lexicon,
    reader,
  }).filter(({ shown }) => want.kind !== 'when' || !TIME_NOUN.test(shown))
  const candidates = await candidatesFor(parts, asked)
  const ranked = rank(candidates, { asked, want, terms, days, lexicon })
  const special =
    want.kind === 'author'
      ? bylineAnswer(candidates, terms)
      : want.kind === 'picture'
        ? pictureAnswer(candidates, terms)
        : null
  if (special !== null) return { kind: 'fact', want: want.kind, found: special, more: null }
  const good = isUnheardOf({ asked, want, terms })
    ? []
    : ranked.filter((each) => answers(each, want))
  const found = distinct(good).slice(0, EVIDENCE)
  if (found.length > 0 && want.kind !== 'author' && want.kind !== 'picture')
    return { kind: 'fact', want: want.kind, found: found.flatMap(cite), more: moreOf(want, terms) }
  return notCovered(archive, {
    missing: missingOf(want, terms, candidates, ranked),
    nearest: await nearest(parts, asked),
  })
}

async function candidatesFor(
  { question, archive, index, lexicon }: AskParts,
  asked: string,
): Promise<readonly Candidate[]> {
  const reader = readerOf(archive, lexicon)
  const within = passageFilter(question.filters, { archive, lexicon })
  const all =
    archive.articles.length <= SMALL
      ? archive.articles
      : await bestArticles({ archive, index, asked })
  const candidates = all.flatMap((article) => reader.candidatesIn(article))
  return within === undefined
    ? candidates
    : candidates.filter(({ article, paragraph }) => within(article.id, paragraph.number))
}

async function bestArticles({
  archive,
  index,
  asked,
}: Pick<AskParts, 'archive' | 'index'> & { readonly asked: string }) {
  const wider = contentWords(asked)
    .flatMap((word) => synonymsOf(word).slice(0, 6))
    .join(' ')
  const [close, wide] = await Promise.all([
    index.search({ words: asked, phrases: [], limit: BEST_HITS }),
    index.search({ words: `${asked} ${wider}`, phrases: [], limit: BEST_HITS }),
  ])
  const ids = new Set([...close, ...wide].map(({ article }) => article))
  return [...ids].flatMap((id) => archive.articleOf(id) ?? [])
}

function cite({ candidate, fit }: Ranked): readonly Citation[] {
  const { article, paragraph, sentence } = candidate
  const exact: Span = {
    start: sentence.start + fit.span.start,
    end: Math.min(sentence.start + fit.span.end, sentence.end),
  }
  const citation = citePlace(article, { paragraph: paragraph.number, sentence, exact })
  return citation === null ? [] : [citation]
}

/** One of each story: a copy bears nothing out. */
function distinct(ranked: readonly Ranked[]): readonly Ranked[] {
  const kept: Ranked[] = []
  for (const each of ranked) {
    if (kept.length >= EVIDENCE) break
    if (!kept.some(({ candidate }) => isCopy(candidate.text, each.candidate.text))) kept.push(each)
  }
  return kept
}

async function nearest(
  { question, archive, index, lexicon }: AskParts,
  asked: string,
): Promise<readonly Citation[]> {
  const within = passageFilter(question.filters, { archive, lexicon })
  const hits = await index.search({
    words: asked,
    phrases: [],
    limit: 12,
    ...(within === undefined ? {} : { within }),
  })
  const reader = readerOf(archive, lexicon)
  const found: Citation[] = []
  for (const { article: id, paragraph } of hits) {
    const article = archive.articleOf(id)
    const first =
      article && reader.candidatesIn(article).find((each) => each.paragraph.number === paragraph)
    const citation =
      first &&
      citePlace(first.article, { paragraph, sentence: first.sentence, exact: first.sentence })
    if (
      citation &&
      found.length < EVIDENCE &&
      !found.some((each) => isCopy(each.text, citation.text))
    )
      found.push(citation)
  }
  return found
}

/** What the coverage lacks, said only where it is certain. */
function missingOf(
  want: Want,
  terms: readonly AskedTerm[],
  candidates: readonly Candidate[],
  ranked: readonly Ranked[],
): string | null {
  const absent = terms.find(
    (term) => term.isName && !candidates.some((each) => term.match(each.terms) > 0),
  )
  if (absent !== undefined) return `“${absent.shown}” is named nowhere in what was searched.`
  if (ranked.length > 0) return null
  if (want.kind === 'said') return `No words of ${want.speaker} are reported.`
  return MISSING[want.kind] ?? null
}

const MISSING: Partial<Record<Want['kind'], string>> = {
  toll: 'No article gives such a figure.',
  number: 'No article gives such a number.',
  role: 'Nobody is named in that role.',
}

function moreOf(want: Want, terms: readonly AskedTerm[]): string | null {
  const place = terms.find(({ isName }) => isName)?.shown
  if (want.kind === 'toll') return place === undefined ? 'casualties' : `casualties ${place}`
  return want.kind === 'said' ? `quotes ${want.speaker}` : null
}
