/** A paragraph as the index sees it. */
export interface Passage {
  readonly article: string
  readonly paragraph: number
  readonly headline: string
  readonly text: string
  /** Names of the tables in the text, by their first form. */
  readonly names: readonly string[]
}

export interface SearchQuery {
  /** As typed, phrases taken out. */
  readonly words: string
  /** Each must stand in the passage as such, but for case, accents and kinds of quotation marks. */
  readonly phrases: readonly string[]
  /** Only passages that this lets through; filters by outlet, place, date and source are made of it. */
  readonly within?: (article: string, paragraph: number) => boolean
  readonly limit: number
}

export interface Hit {
  readonly article: string
  readonly paragraph: number
  readonly score: number
  /** Words of the passage that matched, as the passage's text has them folded. */
  readonly matched: readonly string[]
}

/** How far an index has followed a store. */
export interface Upto {
  readonly store: string
  readonly number: number
}

export interface SearchIndex {
  /** The number of the store up to which it had followed when it was saved; 0 where nothing was loaded. */
  readonly holds: number
  add(passages: readonly Passage[]): Promise<void>
  /** Forgets an article's passages; an unknown article is no error. */
  remove(article: string): Promise<void>
  /** Best first. An empty query finds nothing. */
  search(query: SearchQuery): Promise<readonly Hit[]>
  /** The words of the query that stand in no passage and that no name explains. */
  unknownWords(words: string): Promise<readonly string[]>
  /** Saves what it has when it is called, to be opened again without building anew; no error where it cannot. */
  save(upto: Upto): Promise<void>
  close(): Promise<void>
}
