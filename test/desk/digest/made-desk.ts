import { archiveOf } from '../../../src/answer/archive.ts'
import { composeDigest, type Composed } from '../../../src/desk/digest/compose-digest.ts'
import { type DigestScope, EVERYTHING } from '../../../src/desk/digest/scope.ts'
import { extract } from '../../../src/extract/extract.ts'
import { changesBetween } from '../../../src/ingest/changes.ts'
import { prepare } from '../../../src/ingest/prepare.ts'
import { type Arriving, MADE_WEEK } from '../../support/made-week.ts'
import { openParts } from '../../ingest/open-parts.ts'

export interface Ordered {
  readonly scope?: DigestScope
  readonly heartbeat?: boolean
  readonly draw?: boolean
  readonly missed?: readonly Date[]
}

const EIGHT = 'T08:00:00Z'
const DAY = 86_400_000

/** Takes the made week in as it arrives, and has a digest of it every morning at eight, UTC. */
export async function madeDesk(arriving: readonly Arriving[] = MADE_WEEK) {
  const { store, lexicon } = await openParts()
  const archive = archiveOf(store)
  const left = [...arriving]
  let told: readonly { readonly key: string; readonly at: Date }[] = []
  const begun = { number: 0, at: new Date(`2015-03-02${EIGHT}`) }
  let since = begun

  async function takeUntil(moment: Date): Promise<void> {
    for (let next = left[0]; next && new Date(next.at) <= moment; next = left[0]) {
      left.shift()
      const article = prepare(next.raw)
      await store.keep(article, extract(article, lexicon), {
        at: new Date(next.at),
        compare: (before, after) => changesBetween(before, after, lexicon),
      })
    }
  }

  return {
    lexicon,
    store,
    /** The digest of a morning, as a channel would have it. */
    async morning(
      day: string,
      { draw = false, missed = [], ...ordered }: Ordered = {},
    ): Promise<Composed> {
      const now = new Date(`${day}${EIGHT}`)
      await takeUntil(now)
      const recent = told.filter(({ at }) => now.getTime() - at.getTime() <= 2 * DAY)
      const composed = await composeDigest({
        store,
        archive,
        lexicon,
        order: { zone: 'UTC', scope: EVERYTHING, heartbeat: false, ...ordered },
        since,
        now,
        draw,
        missed,
        told: new Set(recent.map(({ key }) => key)),
      })
      since = { number: composed.number, at: now }
      told = [...recent, ...(composed.digest?.stories ?? []).map((key) => ({ key, at: now }))]
      return composed
    },
    /** As if no digest had been made; what they told is remembered, or forgotten. */
    rewind({ forgets }: { readonly forgets: boolean }): void {
      since = begun
      if (forgets) told = []
    },
    close: () => store.close(),
  }
}
