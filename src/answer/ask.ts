import type { Span } from '../model/span.ts'
import type { Want } from './asking/wants/want.ts'
import type { AskedTerm } from './asking/asked-terms.ts'
import { bylineAnswer, pictureAnswer } from './asking/credits.ts'
import { type Candidate, readerOf } from './asking/candidates.ts'
import { passageFilter } from './asking/passage-filter.ts'
import { lookInto, type LookParts } from './asking/look.ts'
import type { Ranked } from './asking/ranking.ts'
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

const EVIDENCE = 3
const ASKING =
  /\?\s*$|^\s*(?:and |so |but |please |according to [^,]+, )?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|tell me|name|list|identify|for what|to what|with what)\b/i

/** Whether a text without a verb asks something; a few words thrown in are a search. */
export const isQuestion = ({ subject }: Question): boolean =>
  ASKING.test(subject) || /\b(?:how many|death toll|the author of)\b/i.test(subject)

/** Answers a plain question with the sentence that says so, or says that the coverage does not. */
export async function answerPlainly(parts: LookParts): Promise<FactAnswer | NotCoveredAnswer> {
  const { question, archive } = parts
  const { want, terms, candidates, ranked, good } = await lookInto(parts)
  const special =
    want.kind === 'author'
      ? bylineAnswer(candidates, terms)
      : want.kind === 'picture'
        ? pictureAnswer(candidates, terms)
        : null
  if (special !== null) return { kind: 'fact', want: want.kind, found: special, more: null }
  const found = distinct(good).slice(0, EVIDENCE)
  if (found.length > 0 && want.kind !== 'author' && want.kind !== 'picture')
    return { kind: 'fact', want: want.kind, found: found.flatMap(cite), more: moreOf(want, terms) }
  return notCovered(archive, {
    missing: missingOf(want, terms, candidates, ranked),
    nearest: await nearest(parts, question.subject),
  })
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
  { question, archive, index, lexicon }: LookParts,
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
