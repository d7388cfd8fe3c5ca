import { createHash } from 'node:crypto'
import type { Article } from '../model/article.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Store } from '../store/store.ts'
import { passagesOf } from './indexed.ts'

export interface CatchUp {
  readonly store: Store
  readonly index: SearchIndex
  readonly lexicon: Lexicon
  /** The revision that the index holds; null where it holds nothing. */
  readonly indexed: string | null
}

/**
 * Brings an index up to what the store keeps: all of it at first, later what another process has taken in while this
 * one answers. Returns whether there was anything to do. Calls that come together wait for one and the same run.
 */
export function catchUp({ store, index, lexicon, indexed }: CatchUp): () => Promise<boolean> {
  let revision = indexed
  const prints = new Map<string, string>()

  const run = async (): Promise<boolean> => {
    const current = await store.revision()
    if (current === revision) return false
    for (const article of await store.articles()) {
      const print = fingerprint(article)
      if (prints.get(article.id) === print) continue
      await index.remove(article.id)
      await index.add(passagesOf(article, lexicon))
      prints.set(article.id, print)
    }
    revision = current
    return true
  }

  let running: Promise<boolean> | null = null
  return () => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
}

const fingerprint = ({ headline, paragraphs }: Article): string =>
  createHash('sha256')
    .update(JSON.stringify([headline, paragraphs]))
    .digest('base64')
