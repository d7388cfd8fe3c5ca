import type { OutletKind } from '../../model/article.ts'
import { canonicalAddress, withoutPassword } from '../../sources/address.ts'
import { type Found, RANKS, type Visit } from '../../store/queue.ts'

/** A feed or sitemap of the newsroom's list. */
export interface Followed {
  /** What people call it. */
  readonly name: string
  readonly list: 'feed' | 'sitemap'
  readonly address: string
  /** Whose pages it leads to; null where it leads to many. */
  readonly outlet: string | null
  readonly kind: OutletKind | null
  /** Milliseconds between two visits. */
  readonly every: number
}

/** Where a visit comes from: the feed itself, or the one that led there. */
export const followedBy = (visit: Visit, followed: readonly Followed[]): Followed | undefined =>
  followed.find(({ address }) => listKey(address) === (visit.feed ?? visit.address))

/** Feeds are told apart by their whole address: what a page's has for tracking may be what chooses a feed. */
export function listKey(address: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  url.hash = ''
  return url.href
}

const nothing = { feed: null, title: null, published: null, modified: null } as const

export const foundList = ({ address, list }: Pick<Followed, 'address' | 'list'>): Found => ({
  ...nothing,
  address: listKey(address),
  url: address,
  kind: list,
  rank: RANKS.asked,
})

/** An address that somebody gives: what is there is told by what it answers. */
export const foundByHand = (address: string): Found => ({
  ...nothing,
  address: canonicalAddress(address) ?? address,
  url: withoutPassword(address),
  kind: 'unknown',
  rank: RANKS.asked,
})
