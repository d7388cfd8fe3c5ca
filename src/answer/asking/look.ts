import type { Lexicon } from '../../names/lexicon.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import type { Archive } from '../archive.ts'
import type { Question } from '../question.ts'
import { type AskedDays, daysOf } from './asked-days.ts'
import { askedTerms, type AskedTerm } from './asked-terms.ts'
import { attributed } from './attribution.ts'
import { type Candidate, readerOf } from './candidates.ts'
import { voiceOf } from './fits/voice.ts'
import { passageFilter } from './passage-filter.ts'
import { rank } from './rank.ts'
import type { Ranked } from './ranking.ts'
import { answers, isUnheardOf } from './refusal.ts'
import { synonymsOf } from './senses.ts'
import { contentWords } from './terms.ts'
import type { Want } from './wants/want.ts'
import { wantOf } from './wants/want-of.ts'

export interface LookParts {
  readonly question: Question
  readonly archive: Archive
  readonly index: SearchIndex
  readonly lexicon: Lexicon
}

/** A plain question as it was understood, and the sentences that were looked at for it. */
export interface Look {
  readonly want: Want
  readonly terms: readonly AskedTerm[]
  readonly days: AskedDays | null
  readonly candidates: readonly Candidate[]
  /** Those with an answer of the wanted kind, best first. */
  readonly ranked: readonly Ranked[]
  /** Those of them that are good enough to be given. */
  readonly good: readonly Ranked[]
}

/** "On what day": the day is what is wanted, not what it is about. */
const TIME_NOUN = /^(?:date|day|month|year|week|time)s?$/

/** Understands a plain question and ranks the sentences that may answer it. */
export async function lookInto(parts: LookParts): Promise<Look> {
  const { question, archive, lexicon } = parts
  const { rest: asked, voice: named } = attributed(question.subject)
  const voice = named === null ? null : voiceOf(named, lexicon)
  const want = wantOf(asked, lexicon)
  const days = daysOf(asked)
  const about = named === null ? asked : `${asked} ${named}`
  const terms = askedTerms(days === null ? about : about.replace(days.written, ' '), {
    lexicon,
    reader: readerOf(archive, lexicon),
  }).filter(({ shown }) => want.kind !== 'when' || !TIME_NOUN.test(shown))
  const candidates = await candidatesFor(parts, question.subject)
  const ranked = rank(candidates, { asked, want, terms, days, voice, lexicon })
  const good = isUnheardOf({ asked, want, terms })
    ? []
    : ranked.filter((each) => answers(each, want))
  return { want, terms, days, candidates, ranked, good }
}

/** Up to here every sentence is looked at; in a larger coverage those of the best articles. */
const SMALL = 60
const BEST_HITS = 80

async function candidatesFor(
  { question, archive, index, lexicon }: LookParts,
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
}: Pick<LookParts, 'archive' | 'index'> & { readonly asked: string }) {
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
