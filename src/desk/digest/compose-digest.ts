import type { Archive } from '../../answer/archive.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Change } from '../../model/change.ts'
import type { Store } from '../../store/store.ts'
import { type Digest, type DigestOrder, digestOf } from './compose.ts'
import { type Correction, foldChanges } from './corrections.ts'

export interface ComposingDigest {
  readonly store: Pick<Store, 'since' | 'changes' | 'versions'>
  /** All that is kept, read after this is called: what comes in meanwhile is told the next time. */
  readonly archive: () => Promise<Archive>
  readonly lexicon: Lexicon
  readonly order: DigestOrder
  /** Up to where the last digest told, and when. */
  readonly since: { readonly number: number; readonly at: Date }
  readonly now: Date
  /** The times at which a digest was due and nobody was there to send it. */
  readonly missed?: readonly Date[]
  /** Keys of what was told within the last two days. */
  readonly told?: ReadonlySet<string>
  /** Whether a picture is wanted. */
  readonly draw?: boolean
}

export interface Composed {
  /** Null where nothing is new and no heartbeat was asked for. */
  readonly digest: Digest | null
  /** Up to where it tells: the next one begins here. */
  readonly number: number
}

/** The digest of all that was kept since the last one. */
export async function composeDigest(composing: ComposingDigest): Promise<Composed> {
  const { store, archive, since, ...rest } = composing
  const [{ number, kept }, changes] = await Promise.all([
    store.since(since.number),
    store.changes({ since: since.number }),
  ])
  const material = await archive()
  const digest = await digestOf({
    ...rest,
    material,
    since: since.at,
    came: new Set(
      kept.flatMap(({ article, firstNumber }) => (firstNumber > since.number ? [article.id] : [])),
    ),
    changes,
    corrections: await correctionsOf(changes, { store, articleOf: material.articleOf }),
  })
  return { digest, number }
}

interface Versions {
  readonly store: Pick<Store, 'versions'>
  readonly articleOf: Archive['articleOf']
}

async function correctionsOf(
  changes: readonly Change[],
  { store, articleOf }: Versions,
): Promise<readonly Correction[]> {
  const found = await Promise.all(
    foldChanges(changes).map(async ({ article: id, fromVersion, before, after }) => {
      const article = articleOf(id)
      const versions = article === null ? [] : await store.versions(id)
      const former = versions.find(({ version }) => version === fromVersion)?.article
      return article !== null && former && before !== null && after !== null
        ? { article, former, version: fromVersion, before, after }
        : null
    }),
  )
  return found.filter((each) => each !== null)
}
