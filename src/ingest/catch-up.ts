import { setImmediate as breathe } from 'node:timers/promises'
import type { Article } from '../model/article.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { tailOf } from '../store/tail.ts'
import type { Store } from '../store/store.ts'
import { passagesOf } from './indexed.ts'

export interface CatchUp {
  readonly store: Store
  readonly index: SearchIndex
  readonly lexicon: Lexicon
  readonly clock: () => Date
}

/** Keeps an index in step with the store, and its snapshot in step with the index. */
export interface Keeper {
  /** When this has resolved, all that was kept when it was called is found. */
  follow(): Promise<void>
  /** Saves what is worth it. */
  close(): Promise<void>
}

// Saving goes through the whole index, so not each article is worth it: those that a snapshot lacks are taken in
// again by the next who opens it, a few hundred a second.
const MANY = 500
const SOME = 20
const WHILE = 10 * 60 * 1_000

/** So many go in between two breaths. */
const PARAGRAPHS = 20

export function catchUp({ store, index, lexicon, clock }: CatchUp): Keeper {
  let holds = index.holds
  let unsaved = 0
  let lastSaved = clock().getTime()
  let saving = Promise.resolve()

  const save = (): void => {
    unsaved = 0
    lastSaved = clock().getTime()
    saving = saving.then(async () => index.save({ store: await store.identity(), number: holds }))
  }
  /** Names are looked up some paragraphs at a time, so that nobody waits for a long article. */
  const add = async (article: Article): Promise<void> => {
    const { paragraphs } = article
    for (let from = 0; from < paragraphs.length; from += PARAGRAPHS) {
      const some = paragraphs.slice(from, from + PARAGRAPHS)
      await index.add(passagesOf({ ...article, paragraphs: some }, lexicon))
      if (from + PARAGRAPHS < paragraphs.length) await breathe()
    }
  }
  const tail = tailOf({
    store,
    from: holds,
    async apply({ number, kept, gone }) {
      for (const id of gone) await index.remove(id)
      for (const { article } of kept) {
        await index.remove(article.id)
        await add(article)
      }
      holds = number
      unsaved += kept.length + gone.length
    },
  })
  return {
    async follow() {
      await tail.follow()
      const isTime = clock().getTime() - lastSaved >= WHILE
      if (unsaved >= MANY || (unsaved >= SOME && isTime)) save()
    },
    async close() {
      await tail.stop()
      if (unsaved >= SOME) save()
      await saving
    },
  }
}
