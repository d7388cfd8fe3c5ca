import { setImmediate as breathe } from 'node:timers/promises'
import { extract } from '../extract/extract.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { Store } from '../store/store.ts'

export interface Again {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly clock: () => Date
  /** What the rules of reading and the tables of names are now: another print, other findings. */
  readonly rules: string
  /** Called after each article. */
  readonly onArticle?: (progress: { readonly done: number; readonly location: string }) => void
  readonly signal?: AbortSignal
}

export interface ReadAgain {
  readonly read: number
  /** Articles in which something else was found than before. */
  readonly changed: number
  readonly stopped: boolean
}

/** So many articles are held at once. */
const AT_ONCE = 50

/** Whether what is kept was read by other rules than today's. */
export const isReadBefore = async ({
  store,
  rules,
}: Pick<Again, 'store' | 'rules'>): Promise<boolean> => (await store.rules()) !== rules

/**
 * Reads the kept articles once more, by the rules as they are now: findings replace findings, and the text, which is
 * kept, is not fetched. It makes no version and no change: nothing was printed anew. A run that is stopped has read
 * what it has read, and the next one begins again.
 */
export async function readAgain({
  store,
  lexicon,
  clock,
  rules,
  onArticle,
  signal,
}: Again): Promise<ReadAgain> {
  const last = await store.number()
  let from = 0
  let read = 0
  let changed = 0
  while (from < last) {
    const { kept, number } = await store.since(from, AT_ONCE)
    for (const { article, number: own } of kept) {
      // those that came in meanwhile were read by these rules, and those read again stand behind them
      if (own > last) continue
      if (signal?.aborted === true) return { read, changed, stopped: true }
      await breathe()
      const outcome = await store.keep(article, extract(article, lexicon), { at: clock() })
      read += 1
      if (outcome !== 'same') changed += 1
      onArticle?.({ done: read, location: article.location })
    }
    if (number <= from) break
    from = number
  }
  await store.noteRules(rules)
  return { read, changed, stopped: false }
}
