import type { Archive } from '../answer/archive.ts'
import { bookOf } from '../answer/figures/book.ts'
import type { Book } from '../answer/figures/book.ts'
import { numberKey, treeOf } from '../answer/figures/statement.ts'
import { groupsFit, seriesOf } from '../answer/figures/tally.ts'
import type { Stated } from '../answer/figures/stated.ts'
import { valueOf } from '../model/known.ts'
import type { Shown } from '../model/standing.ts'
import type { Lexicon } from '../names/lexicon.ts'

/** A figure that was shown, and what the same source says of the same thing in an article that came later. */
export interface Revision {
  readonly shown: Shown & { readonly id: string }
  readonly before: Stated
  readonly after: Stated
}

/**
 * The figures among what was shown that the articles which just came in count anew: the same source on the same event,
 * or on the same tally of days or weeks. Of several the latest printed stands for all.
 */
export function revisionsOf(
  rows: readonly (Shown & { readonly id: string })[],
  came: ReadonlySet<string>,
  { archive, lexicon }: { readonly archive: Archive; readonly lexicon: Lexicon },
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
      .filter((stated) => revises(stated, before, book))
      .toSorted((a, b) => printed(b).localeCompare(printed(a)))[0]
    return after === undefined ? [] : [{ shown, before, after }]
  })
}

const isCounted = ({ claim }: Stated): boolean =>
  claim.source !== null && claim.countScope !== 'war' && numberKey(claim) !== null

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

function revises(after: Stated, before: Stated, book: Book): boolean {
  const { claim } = after
  return (
    after.article.id !== before.article.id &&
    claim.harm === before.claim.harm &&
    groupsFit(claim.group, before.claim.group) &&
    claim.countScope === before.claim.countScope &&
    book.sources.key(claim.source) === book.sources.key(before.claim.source) &&
    numberKey(claim) !== numberKey(before.claim) &&
    printed(after) >= printed(before) &&
    isSameThing(after, before, book)
  )
}

function isSameThing(after: Stated, before: Stated, book: Book): boolean {
  if (after.claim.subsetOf !== null || before.claim.subsetOf !== null) return false
  if (before.claim.countScope === 'event') return book.eventOf(before).includes(after)
  const pair = [before, after]
  const tree = treeOf({ selected: pair, all: book.all, sources: book.sources })
  return seriesOf(pair, { places: book.places, sources: book.sources, tree }).length === 1
}

const printed = ({ article }: Stated): string => valueOf(article.published) ?? ''
