import type { Archive } from '../answer/archive.ts'
import { bookOf } from '../answer/figures/book.ts'
import type { Book } from '../answer/figures/book.ts'
import { numberKey } from '../answer/figures/statement.ts'
import type { Stated } from '../answer/figures/stated.ts'
import { size } from '../answer/figures/tally.ts'
import { valueOf } from '../model/known.ts'
import type { Shown } from '../model/standing.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { isCountAlone, isPutAnew, revisesCount } from './same-count.ts'

/** A figure that was shown, and what the same source says of the same thing in an article that came later. */
export interface Revision {
  readonly shown: Shown & { readonly id: string }
  readonly before: Stated
  readonly after: Stated
}

/**
 * The figures among what was shown that the articles which just came in count anew: the same source on the same event,
 * or on the same tally of days or weeks. Of several the latest printed stands for all. A wrong correction costs more
 * trust than a missing one, so that nothing is said where it is in doubt.
 */
export function revisionsOf(
  rows: readonly (Shown & { readonly id: string })[],
  came: ReadonlySet<string>,
  {
    archive,
    lexicon,
  }: {
    readonly archive: Pick<Archive, 'articles' | 'claims'>
    readonly lexicon: Lexicon
  },
): readonly Revision[] {
  const figures = rows.filter(({ kind, corrected }) => kind === 'figure' && corrected === 0)
  if (figures.length === 0 || came.size === 0) return []
  const book = bookOf({ claims: archive.claims, articles: archive.articles, lexicon })
  const fresh = book.all.filter((stated) => came.has(stated.article.id) && isCounted(stated))
  if (fresh.length === 0) return []
  return figures.flatMap((shown) => {
    const before = statedOf(shown, book)
    if (before === null) return []
    const after = fresh
      .filter((stated) => revises(stated, before, book) && isNews(stated, before, { book, came }))
      .toSorted((a, b) => printed(b).localeCompare(printed(a)))[0]
    return after === undefined ? [] : [{ shown, before, after }]
  })
}

const isCounted = ({ claim, citation }: Stated): boolean =>
  claim.source !== null &&
  claim.subsetOf === null &&
  claim.countScope !== 'war' &&
  claim.harm !== 'displaced' &&
  numberKey(claim) !== null &&
  isCountAlone(citation.exact)

/** The figure as it stands now: one that its own article has changed is a change of that article. */
const statedOf = (shown: Shown, book: Book): Stated | null =>
  book.all.find(
    (stated) =>
      stated.article.id === shown.article &&
      stated.claim.paragraph === shown.paragraph &&
      stated.citation.exact === shown.exact &&
      shown.sentence.includes(stated.citation.text) &&
      isCounted(stated),
  ) ?? null

/** A source without a name may be another one tomorrow. */
const sameSource = (a: Stated, b: Stated, { sources }: Book): boolean =>
  a.claim.source !== null &&
  sources.named(a.claim.source) &&
  sources.key(a.claim.source) === sources.key(b.claim.source)

function revises(after: Stated, before: Stated, book: Book): boolean {
  return (
    after.article.id !== before.article.id &&
    sameSource(after, before, book) &&
    after.claim.countScope === before.claim.countScope &&
    printed(after) >= printed(before) &&
    revisesCount(after, before) &&
    isSameThing(after, before, book)
  )
}

function isSameThing(after: Stated, before: Stated, book: Book): boolean {
  if (!isSamePlace(after, before, book)) return false
  if (before.claim.countScope === 'period') return continues(after, before)
  return (
    book.eventOf(before).includes(after) &&
    isSameDay(after, before) &&
    (isPutAnew(after) || isOneStrike(after, before))
  )
}

const isSamePlace = (after: Stated, before: Stated, { places }: Book): boolean =>
  after.claim.place !== null &&
  before.claim.place !== null &&
  (places.alike(after.claim.place, before.claim.place) ||
    (after.where !== null && after.where.sound === before.where?.sound))

/** A tally goes on from the same first day; what began on no known day may be another. */
const continues = ({ claim: after }: Stated, { claim: before }: Stated): boolean =>
  before.from !== null && after.from === before.from && (after.to ?? '') >= (before.to ?? '')

/** Two days' figures are two events; where a day is not given, the article has to say that the count is a new one. */
function isSameDay(after: Stated, before: Stated): boolean {
  const [one, other] = [after.claim, before.claim]
  const isGiven = (one.from ?? one.to) !== null && (other.from ?? other.to) !== null
  return isGiven ? one.from === other.from && one.to === other.to : isPutAnew(after)
}

/** In a city several things happen on one day: there the weapon tells, too. */
const isOneStrike = (after: Stated, before: Stated): boolean =>
  [after, before].every(({ where }) => where?.large !== true) ||
  (after.claim.weapon !== null && after.claim.weapon === before.claim.weapon)

interface Coverage {
  readonly book: Book
  readonly came: ReadonlySet<string>
}

/**
 * Whether the article gives this one count and no other, and nobody could have read it before: where its own numbers
 * differ, or where the source is known to have counted as many already, nothing tells what is revised by what.
 */
function isNews(after: Stated, before: Stated, { book, came }: Coverage): boolean {
  const beside = besideOf(after, before, book)
  const [is, was] = [size(after.claim), size(before.claim)]
  const isKnown = beside.some(
    (stated) =>
      !came.has(stated.article.id) &&
      printed(stated) >= printed(before) &&
      (is > was ? size(stated.claim) >= is : size(stated.claim) === is),
  )
  const own = beside.flatMap(({ article, claim }) =>
    article.id === after.article.id ? [size(claim)] : [],
  )
  if (isKnown) return false
  // Where the article says that it is a new count, the former may stand beside it.
  if (!isPutAnew(after)) return new Set(own).size === 1
  return is === (is > was ? Math.max(...own) : Math.min(...own))
}

/** What the same source says of the same thing, whoever prints it. */
const besideOf = (after: Stated, before: Stated, book: Book): readonly Stated[] =>
  (before.claim.countScope === 'event' ? book.eventOf(before) : book.all).filter(
    (stated) =>
      isCounted(stated) &&
      stated.claim.harm === after.claim.harm &&
      sameSource(stated, after, book) &&
      (before.claim.countScope === 'event' ||
        (isSamePlace(stated, after, book) && stated.claim.from === after.claim.from)),
  )

const printed = ({ article }: Stated): string => valueOf(article.published) ?? ''
