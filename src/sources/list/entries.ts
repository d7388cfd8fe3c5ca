import { canonicalAddress } from '../address.ts'
import type { ListEntry } from './address-list.ts'
import { momentOf } from './moment-of.ts'
import { plainText } from './plain-text.ts'

/** What stands about one address in a list, as it is written there. */
export interface Written {
  /** The first that is an address counts. */
  readonly addresses: readonly (string | undefined)[]
  readonly base?: string | undefined
  readonly title?: string | undefined
  /** The first that is a date counts. */
  readonly published?: readonly (string | undefined)[]
  readonly modified?: readonly (string | undefined)[]
  readonly id?: string | undefined
}

export interface Reading {
  readonly address: string
  readonly now: Date
  readonly most: number
}

/** Entries out of what is written: addresses made whole, dates that cannot be true left out, each address once. */
export function entriesOf(
  written: Iterable<Written>,
  { address, now, most }: Reading,
): ListEntry[] {
  const entries = new Map<string, ListEntry>()
  for (const each of written) {
    const base = URL.parse(each.base ?? '', address)?.href ?? address
    const own = each.addresses.map((one) => wholeAddress(one, base)).find((one) => one !== null)
    if (own === undefined || own === null) continue
    const key = canonicalAddress(own) ?? own
    const entry = entryOf(own, each, now)
    const before = entries.get(key)
    if (before === undefined) {
      if (entries.size < most) entries.set(key, entry)
    } else entries.set(key, joined(before, entry))
  }
  return [...entries.values()]
}

/** The whole address of what a list writes; null for what is no address of the web. */
export function wholeAddress(written: string | undefined, base: string): string | null {
  const text = written?.trim() ?? ''
  if (text === '' || text.length > 2000) return null
  const url = URL.parse(text, base)
  if (url === null || !/^https?:$/u.test(url.protocol)) return null
  return url.href
}

function entryOf(address: string, written: Written, now: Date): ListEntry {
  const published = firstMoment(written.published, now)
  const modified = firstMoment(written.modified, now)
  return {
    address,
    title: plainText(written.title),
    published,
    // what changed before it was there did not change
    modified:
      modified !== null && published !== null && modified < published.slice(0, 10)
        ? null
        : modified,
    id: written.id?.trim().slice(0, 500) || null,
  }
}

const firstMoment = (written: readonly (string | undefined)[] = [], now: Date): string | null => {
  for (const each of written) {
    const moment = momentOf(each, now)
    if (moment !== null) return moment
  }
  return null
}

/** Two entries of one address: what the first does not say the second may, and the later change counts. */
const joined = (first: ListEntry, second: ListEntry): ListEntry => ({
  address: first.address,
  title: first.title ?? second.title,
  published: first.published ?? second.published,
  modified:
    [first.modified, second.modified]
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null,
  id: first.id ?? second.id,
})
