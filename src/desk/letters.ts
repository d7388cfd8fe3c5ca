import type { Offer, Report } from '../answer/report.ts'
import type { NewSending } from '../model/standing.ts'
import type { Store } from '../store/store.ts'
import { writeLetter } from './letter.ts'
import type { Letter } from './letter.ts'
import type { Poster } from './poster.ts'
import { findingsIn } from './shown.ts'

export interface Writing {
  /** The same for every process that would say the same. */
  readonly key: string
  readonly name: string
  readonly report: Report
  readonly picture?: Letter['picture']
  readonly menu?: readonly Offer[]
  readonly order: string | null
  readonly channel: string
  readonly thread?: string | null
  /** The key of the message in whose thread all of it goes. */
  readonly after?: string | null
  readonly person: string | null
  readonly dueAt: Date
}

/** A report as the messages that it takes: the first, and its further pages in the thread below it. */
export async function lettersOf(
  writing: Writing,
  { poster, store }: { readonly poster: Poster; readonly store: Store },
): Promise<readonly NewSending[]> {
  const { key, name, report, order, channel, person, dueAt } = writing
  const { picture = null, menu = [], thread = null, after = null } = writing
  const shown = await findingsIn(report, store)
  const pages = poster.pages(report, menu)
  return Array.from({ length: pages }, (_, at) => ({
    key: at === 0 ? key : `${key}:${at + 1}`,
    order,
    channel,
    thread,
    after: at === 0 ? after : (after ?? (thread === null ? key : null)),
    person,
    body: writeLetter({
      name,
      report,
      page: at + 1,
      picture: at === 0 ? picture : null,
      menu,
      // Noted with the first page: all pages stand in one thread.
      shown: at === 0 ? shown : [],
    }),
    dueAt: dueAt.toISOString(),
  }))
}
