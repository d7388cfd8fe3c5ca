import { setImmediate as breathe } from 'node:timers/promises'
import type { Query, QueryCombination, SearchResult } from 'minisearch'
import { overlaps, type Span } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { terms, tokens } from '../text/tokens.ts'
import { phraseTest } from './phrase.ts'
import type { Hit, Passage, SearchIndex, SearchQuery, Upto } from './search-index.ts'
import { type Content, readSnapshot, writeSnapshot } from './snapshot.ts'
import { type Entry, TermIndex } from './term-index.ts'
import { type Alternative, type Wanted, wantedFor } from './wanted.ts'

/** A passage as it went in: for phrases, for the words that matched, and to take it out again. */
interface Filed extends Entry {
  readonly article: string
  readonly paragraph: number
}

interface Opening {
  readonly lexicon: Lexicon
  /** The file of the snapshot, beside the database; null keeps none. */
  readonly snapshot: string | null
  /** How far the store is that it is to follow: a snapshot of another, or of a later state, is not loaded. */
  readonly upto: Upto
}

/** Words of a query told apart when they are counted; a longer one is a pasted text, where it matters little. */
const BITS = 31
/** Milliseconds after which adding lets other work have its turn. */
const SLICE = 8

/** Opens the index in memory, with what its snapshot has. */
export async function openMiniSearch({ lexicon, snapshot, upto }: Opening): Promise<SearchIndex> {
  const saved = snapshot === null ? null : await readSnapshot(snapshot, upto)
  const passages = new Passages(saved?.content ?? null)
  return {
    holds: saved?.number ?? 0,
    add: (added) => passages.add(added),
    remove: async (article) => passages.remove(article),
    search: async (query) => passages.search(query, lexicon),
    unknownWords: async (words) => passages.unknownWords(words, lexicon),
    save: async (at) => {
      if (snapshot !== null) await writeSnapshot(snapshot, at, passages.content())
    },
    close: async () => {},
  }
}

class Passages {
  readonly #filed = new Map<number, Filed>()
  /** The numbers of an article's passages by paragraph: a long article is added in the time that its length takes. */
  readonly #byArticle = new Map<string, Map<number, number>>()
  readonly #index: TermIndex
  #next = 0

  constructor(content: Content | null) {
    this.#index = content === null ? new TermIndex() : TermIndex.load(content.index)
    // the headline of all passages of an article is one string, as it was before it was saved
    const strings = new Map<string, string>()
    const shared = (text: string): string => {
      const known = strings.get(text)
      if (known === undefined) strings.set(text, text)
      return known ?? text
    }
    for (const [id, article, paragraph, text, headline, names] of content?.filed ?? [])
      this.#file({
        id,
        article: shared(article),
        paragraph,
        text,
        headline: shared(headline),
        names: shared(names),
      })
  }

  async add(passages: readonly Passage[]): Promise<void> {
    let turn = performance.now()
    for (const { article, paragraph, text, headline, names } of passages) {
      this.#forget(this.#byArticle.get(article)?.get(paragraph))
      const filed = { id: this.#next, article, paragraph, text, headline, names: names.join(' ; ') }
      this.#file(filed)
      this.#index.add(filed)
      if (performance.now() - turn < SLICE) continue
      await breathe()
      turn = performance.now()
    }
  }

  remove(article: string): void {
    for (const id of this.#byArticle.get(article)?.values() ?? []) this.#forget(id)
    this.#byArticle.delete(article)
  }

  /** As it is now: what is added while it is being written does not get in. */
  content(): Content {
    const filed = this.#filed.values().map((each) => {
      const { id, article, paragraph, text, headline, names } = each
      return [id, article, paragraph, text, headline, names] as const
    })
    return { filed: [...filed], index: this.#index.toJSON() }
  }

  unknownWords(words: string, lexicon: Lexicon): readonly string[] {
    const wanted = this.#wanted(words, lexicon)
    return [...new Set(wanted.filter((one) => !one.explained).map((one) => one.token.word))]
  }

  search(query: SearchQuery, lexicon: Lexicon): readonly Hit[] {
    const { words, phrases, limit } = query
    const wanted = this.#wanted([words, ...phrases].join(' '), lexicon)
    const admits = this.#admission(query)
    if (wanted.length === 0) return phrases.length > 0 ? this.#all(admits, query, lexicon) : []
    const found = this.#index.search(
      treeOf(wanted),
      admits === undefined ? {} : { boostDocument: (id: number) => (admits(id) ? 1 : 0) },
    )
    const share = sharesOf(wanted)
    const scored = found
      .map((result) => ({ result, score: scoreOf(result, share) }))
      .toSorted((a, b) => b.score - a.score || a.result.id - b.result.id)
    const best = scored[0]?.score ?? 1
    return scored.slice(0, limit).flatMap(({ result, score }) => {
      const matched = new Set(result.terms)
      return this.#hit({ id: result.id, score: score / best, matched }, lexicon)
    })
  }

  #wanted(words: string, lexicon: Lexicon): readonly Wanted[] {
    return wantedFor(words, { lexicon, vocabulary: this.#index })
  }

  /** Which passages the phrases and `within` let through; undefined lets all. Asked before anything is scored. */
  #admission({ phrases, within }: SearchQuery): ((id: number) => boolean) | undefined {
    const admitted = new Map<number, boolean>()
    const lets = (id: number): boolean => {
      const filed = this.#filed.get(id)
      const known = admitted.get(id)
      if (known !== undefined || filed === undefined) return known ?? false
      const fits = within?.(filed.article, filed.paragraph) ?? true
      admitted.set(id, fits)
      return fits
    }
    if (phrases.length === 0) return within && lets
    const tests = phrases.map(phraseTest)
    const holding = this.#holding(phrases.flatMap((phrase) => terms(phrase)))
    const standing = holding.filter((id) => {
      const text = this.#filed.get(id)?.text
      return text !== undefined && lets(id) && tests.every((test) => test(text))
    })
    const all = new Set(standing)
    return (id) => all.has(id)
  }

  /** The passages whose text has every one of the terms; only their texts have to be read for a phrase. */
  #holding(every: readonly string[]): readonly number[] {
    if (every.length === 0) return [...this.#filed.keys()]
    const query = { combineWith: 'AND' as const, fields: ['text'], queries: [...every] }
    return this.#index.search(query).map(({ id }): number => id)
  }

  #all(
    admits: ((id: number) => boolean) | undefined,
    { limit }: SearchQuery,
    lexicon: Lexicon,
  ): readonly Hit[] {
    const ids = [...this.#filed.keys()].filter((id) => admits?.(id) ?? true)
    return ids
      .slice(0, limit)
      .flatMap((id) => this.#hit({ id, score: 1, matched: new Set() }, lexicon))
  }

  #hit({ id, score, matched }: Matched, lexicon: Lexicon): readonly Hit[] {
    const filed = this.#filed.get(id)
    if (filed === undefined) return []
    const { article, paragraph, text } = filed
    const words = wordsMatched(text, matched, lexicon)
    return [{ article, paragraph, score, matched: [...new Set(words)] }]
  }

  #file(filed: Filed): void {
    const { id, article, paragraph } = filed
    this.#filed.set(id, filed)
    const ids = this.#byArticle.get(article)
    if (ids === undefined) this.#byArticle.set(article, new Map([[paragraph, id]]))
    else ids.set(paragraph, id)
    this.#next = Math.max(this.#next, id + 1)
  }

  /** Taken out term by term and not only marked as gone: nothing of it stays behind, and no clean-up is due later. */
  #forget(id: number | undefined): void {
    const filed = id === undefined ? undefined : this.#filed.get(id)
    if (filed === undefined) return
    this.#index.remove(filed)
    this.#filed.delete(filed.id)
  }
}

interface Matched {
  readonly id: number
  readonly score: number
  readonly matched: ReadonlySet<string>
}

/** The words of a text that have one of the terms, and those of a name that has a term which no word has: حلب for `aleppo`. */
function wordsMatched(
  text: string,
  matched: ReadonlySet<string>,
  lexicon: Lexicon,
): readonly string[] {
  const all = tokens(text)
  const lacking = matched.difference(new Set(all.map(({ term }) => term)))
  const spans = lacking.size === 0 ? [] : spansOfNames(text, lacking, lexicon)
  return all
    .filter(({ term, span }) => matched.has(term) || spans.some((name) => overlaps(name, span)))
    .map(({ word }) => word)
}

const spansOfNames = (
  text: string,
  wanted: ReadonlySet<string>,
  lexicon: Lexicon,
): readonly Span[] =>
  lexicon
    .mentionsInAnyScript(text)
    .flatMap(({ name, span }) => (terms(name.name).some((term) => wanted.has(term)) ? [span] : []))

const treeOf = (wanted: readonly Wanted[]): Query => ({
  queries: wanted.flatMap((one) => one.alternatives.map(branchOf)),
})

const branchOf = ({ terms: all, weight, field }: Alternative): QueryCombination => ({
  queries: [...all],
  combineWith: 'AND',
  // Several terms for one word must not count more than the word itself.
  boostTerm: () => weight / all.length,
  ...(field === 'names' ? { fields: ['names'] } : {}),
})

/** For each term that may match, the words of the query that it stands for, a bit each. */
function sharesOf(wanted: readonly Wanted[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  wanted.forEach(({ alternatives }, position) => {
    for (const term of alternatives.flatMap((alternative) => alternative.terms)) {
      shares.set(term, (shares.get(term) ?? 0) | (1 << (position % BITS)))
    }
  })
  return shares
}

/**
 * MiniSearch multiplies by the number of terms that matched, synonyms too. What should count is how many words
 * of the query are met, in whatever form.
 */
function scoreOf({ score, queryTerms }: SearchResult, shares: ReadonlyMap<string, number>): number {
  let met = 0
  for (const term of queryTerms) met |= shares.get(term) ?? 0
  let words = 0
  for (; met !== 0; met &= met - 1) words += 1
  return (score / queryTerms.length) * words
}
