import { setImmediate as breathe } from 'node:timers/promises'
import type { AsPlainObject, Query, QueryCombination, SearchResult } from 'minisearch'
import type { Lexicon } from '../names/lexicon.ts'
import { terms, tokens } from '../text/tokens.ts'
import { phraseTest } from './phrase.ts'
import type { Hit, Passage, SearchIndex, SearchQuery } from './search-index.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'
import { TermIndex } from './term-index.ts'
import { type Alternative, type Wanted, wantedFor } from './wanted.ts'

/** A passage under its number in the index, with its text, for phrases and for the words that matched. */
type Filed = readonly [article: string, paragraph: number, text: string]

interface Content {
  readonly filed: readonly (Filed | null)[]
  readonly index: AsPlainObject
}

interface Opening {
  readonly lexicon: Lexicon
  /** The file of the snapshot, beside the database; null keeps none. */
  readonly snapshot: string | null
  /** Of the store: a snapshot of another is not loaded. */
  readonly revision: string
}

/** Words of a query told apart when they are counted; a longer one is a pasted text, where it matters little. */
const BITS = 31
/** Milliseconds after which adding lets other work have its turn. */
const SLICE = 8

/** Opens the index in memory. Where it is `fresh`, nothing was loaded and every passage is to be added. */
export async function openMiniSearch(
  opening: Opening,
): Promise<SearchIndex & { readonly fresh: boolean }> {
  const { lexicon, snapshot, revision } = opening
  const saved = snapshot === null ? null : await readSnapshot(snapshot, revision)
  const content = isContent(saved) ? saved : null
  const passages = new Passages(content)
  return {
    fresh: content === null,
    add: (added) => passages.add(added),
    remove: async (article) => passages.remove(article),
    search: (query) => passages.search(query, lexicon),
    unknownWords: (words) => passages.unknownWords(words, lexicon),
    save: async (at) => {
      if (snapshot === null) return
      await writeSnapshot(snapshot, { revision: at, content: await passages.content() })
    },
    close: async () => {},
  }
}

/** Looks no deeper: its checksum has been compared, so it is what save() wrote. */
const isContent = (saved: unknown): saved is Content =>
  typeof saved === 'object' && saved !== null && 'filed' in saved && 'index' in saved

class Passages {
  readonly #filed: (Filed | null)[]
  /** The numbers of an article's passages by paragraph: a long article is added in the time that its length takes. */
  readonly #byArticle: Map<string, Map<number, number>>
  readonly #index: TermIndex

  constructor(content: Content | null) {
    this.#filed = content === null ? [] : [...content.filed]
    this.#index = content === null ? new TermIndex() : TermIndex.load(content.index)
    this.#byArticle = new Map()
    this.#filed.forEach((filed, id) => filed !== null && this.#note(filed, id))
  }

  async add(passages: readonly Passage[]): Promise<void> {
    let turn = performance.now()
    for (const { article, paragraph, text, headline, names } of passages) {
      this.#forget(this.#byArticle.get(article)?.get(paragraph))
      const filed: Filed = [article, paragraph, text]
      const id = this.#filed.push(filed) - 1
      this.#note(filed, id)
      this.#index.add({ id, text, headline, names: names.join(' ; ') })
      if (performance.now() - turn < SLICE) continue
      await breathe()
      turn = performance.now()
    }
  }

  remove(article: string): void {
    for (const id of this.#byArticle.get(article)?.values() ?? []) this.#forget(id)
    this.#byArticle.delete(article)
  }

  async content(): Promise<Content> {
    await this.#index.settle()
    return { filed: [...this.#filed], index: this.#index.toJSON() }
  }

  async unknownWords(words: string, lexicon: Lexicon): Promise<readonly string[]> {
    await this.#index.settle()
    const wanted = this.#wanted(words, lexicon)
    return [...new Set(wanted.filter((one) => !one.explained).map((one) => one.token.word))]
  }

  async search(query: SearchQuery, lexicon: Lexicon): Promise<readonly Hit[]> {
    await this.#index.settle()
    const { words, phrases, limit } = query
    const wanted = this.#wanted([words, ...phrases].join(' '), lexicon)
    const admits = this.#admission(query)
    if (wanted.length === 0) return phrases.length > 0 ? this.#all(admits, limit) : []
    const found = this.#index.search(
      treeOf(wanted),
      admits === undefined ? {} : { boostDocument: (id: number) => (admits(id) ? 1 : 0) },
    )
    const share = sharesOf(wanted)
    const scored = found
      .map((result) => ({ result, score: scoreOf(result, share) }))
      .toSorted((a, b) => b.score - a.score || a.result.id - b.result.id)
    const best = scored[0]?.score ?? 1
    return scored
      .slice(0, limit)
      .flatMap(({ result, score }) => this.#hit(result.id, score / best, new Set(result.terms)))
  }

  #wanted(words: string, lexicon: Lexicon): readonly Wanted[] {
    return wantedFor(words, { lexicon, vocabulary: this.#index })
  }

  /** Which passages the phrases and `within` let through; undefined lets all. Asked before anything is scored. */
  #admission({ phrases, within }: SearchQuery): ((id: number) => boolean) | undefined {
    const admitted = new Map<number, boolean>()
    const lets = (id: number): boolean => {
      const filed = this.#filed[id]
      const known = admitted.get(id)
      if (known !== undefined || filed == null) return known ?? false
      const fits = within?.(filed[0], filed[1]) ?? true
      admitted.set(id, fits)
      return fits
    }
    if (phrases.length === 0) return within && lets
    const tests = phrases.map(phraseTest)
    const holding = this.#holding(phrases.flatMap((phrase) => terms(phrase)))
    const standing = holding.filter((id) => {
      const filed = this.#filed[id]
      return filed != null && lets(id) && tests.every((test) => test(filed[2]))
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

  #all(admits: ((id: number) => boolean) | undefined, limit: number): readonly Hit[] {
    const ids = [...this.#filed.keys()].filter((id) => admits?.(id) ?? true)
    return ids.slice(0, limit).flatMap((id) => this.#hit(id, 1, new Set()))
  }

  #hit(id: number, score: number, matched: ReadonlySet<string>): readonly Hit[] {
    const filed = this.#filed[id]
    if (filed == null) return []
    const [article, paragraph, text] = filed
    const words = tokens(text)
      .filter(({ term }) => matched.has(term))
      .map(({ word }) => word)
    return [{ article, paragraph, score, matched: [...new Set(words)] }]
  }

  #note([article, paragraph]: Filed, id: number): void {
    const ids = this.#byArticle.get(article)
    if (ids === undefined) this.#byArticle.set(article, new Map([[paragraph, id]]))
    else ids.set(paragraph, id)
  }

  #forget(id: number | undefined): void {
    if (id === undefined) return
    this.#index.discard(id)
    this.#filed[id] = null
  }
}

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
