import { setImmediate as breathe } from 'node:timers/promises'
import type { Article } from '../model/article.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Store } from '../store/store.ts'
import { passagesOf } from './indexed.ts'

export interface CatchUp {
  readonly store: Store
  readonly index: SearchIndex
  readonly lexicon: Lexicon
  /** The number of the last write that the index holds; 0 where it holds nothing. */
  readonly indexed: number
}

/** An index in step with its store. */
export interface InStep {
  /**
   * Brings the index up to what the store keeps, whoever kept or withdrew it. Returns whether there was anything to do.
   * Calls that come together wait for one and the same run.
   */
  readonly follow: () => Promise<boolean>
  /** Saves the index where it has changed since it was last saved, and nothing is written meanwhile. */
  readonly save: () => Promise<void>
}

/** So many articles are read from the store at once, and so many paragraphs go in between two breaths. */
const ARTICLES = 100
const PARAGRAPHS = 20

export function catchUp({ store, index, lexicon, indexed }: CatchUp): InStep {
  let number = indexed
  let saved = indexed

  const run = async (): Promise<boolean> => {
    const before = number
    // what others write meanwhile is for the next time: who waits for this must not wait for ever
    const now = await store.number()
    while (number < now) {
      const news = await store.since(number, ARTICLES)
      for (const id of news.gone) await index.remove(id)
      for (const { article } of news.kept) {
        await index.remove(article.id)
        await add(article)
      }
      number = news.number
    }
    return number !== before
  }

  /** Names are looked up paragraph by paragraph, so that nobody waits for a long article. */
  const add = async (article: Article): Promise<void> => {
    const { paragraphs } = article
    for (let from = 0; from < paragraphs.length; from += PARAGRAPHS) {
      const some = paragraphs.slice(from, from + PARAGRAPHS)
      await index.add(passagesOf({ ...article, paragraphs: some }, lexicon))
      if (from + PARAGRAPHS < paragraphs.length) await breathe()
    }
  }

  let running: Promise<boolean> | null = null
  const follow = (): Promise<boolean> => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    follow,
    async save() {
      const revision = await store.revision()
      await follow()
      if (number === saved || revision !== (await store.revision())) return
      await index.save(revision)
      saved = number
    },
  }
}
