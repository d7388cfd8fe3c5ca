import type { Article } from '../model/article.ts'
import type { Change } from '../model/change.ts'
import type { KeptVersion, Store, Withdrawn } from '../store/store.ts'

/** What became of articles: how they read before, what was changed in them, and which are gone. */
export interface Past {
  /** Oldest first; the last is the current one, or the one that was withdrawn. */
  versions(id: string): Promise<readonly KeptVersion[]>
  withdrawn(id: string): Promise<Withdrawn | null>
  /** What later versions changed in figures and quotes, in the order in which it came. */
  changes(id: string): readonly Change[]
}

/** The past of what is kept, as it stands now; what was read of it once is not read again. */
export function pastOf(store: Pick<Store, 'changes' | 'number' | 'versions' | 'withdrawn'>) {
  const byArticle = new Map<string, Change[]>()
  let number = 0
  let running: Promise<void> = Promise.resolve()
  const follow = async (): Promise<void> => {
    const now = await store.number()
    if (now === number) return
    for (const change of await store.changes({ since: number })) {
      const known = byArticle.get(change.article) ?? []
      byArticle.set(change.article, [...known, change])
      number = change.number
    }
    number = Math.max(number, now)
  }
  return async (): Promise<Past> => {
    running = running.catch(() => {}).then(follow)
    await running
    return {
      versions: (id) => store.versions(id),
      withdrawn: (id) => store.withdrawn(id),
      changes: (id) => byArticle.get(id) ?? [],
    }
  }
}

/** The article as one version had it; null where there is no such version. */
export async function versionOf(
  { versions }: Pick<Past, 'versions'>,
  id: string,
  version: number,
): Promise<Article | null> {
  return (await versions(id)).find((each) => each.version === version)?.article ?? null
}
