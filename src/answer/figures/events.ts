import { type Account, accountsOf, type Days, joined } from './account.ts'
import { ALIKE, type Busy, likeness } from './likeness.ts'
import type { Stated } from './stated.ts'

/** Puts the figures of single events together by the event of which they tell, whoever prints them. */
export function gatherEvents(stated: readonly Stated[]): readonly (readonly Stated[])[] {
  const byArticle = Map.groupBy(stated, ({ article }) => article.id)
  const accounts = [...byArticle.values()].flatMap(accountsOf)
  const blocks = blocksOf(accounts)
  const busy = busyIn(blocks)
  return unite(accounts, pairsOf(accounts, blocks, busy), busy).map((account) => account.stated)
}

type Blocks = ReadonlyMap<string, readonly Account[]>

/** Accounts by day and by each place that they name or that holds it: only those of one block are compared. */
function blocksOf(accounts: readonly Account[]): Blocks {
  const blocks = new Map<string, Account[]>()
  for (const account of accounts) {
    for (const key of keysOf(account)) {
      const block = blocks.get(key)
      if (block) block.push(account)
      else blocks.set(key, [account])
    }
  }
  return blocks
}

/** Longer stretches are of no single event. */
const LONGEST = 7
/** A number so large is met by chance so seldom that it is looked for in other places too. */
const LARGE = 10

function keysOf(account: Account): readonly string[] {
  const large = account.figures.filter(({ number }) => number >= LARGE)
  return dated(account, [
    ...placeKeysOf(account),
    ...account.places.flatMap(({ around }) => around),
    ...large.map(({ number }) => `#${number}`),
  ])
}

const placeKeysOf = ({ places }: Account): readonly string[] =>
  places.flatMap(({ known, names, sound }) => (known ? names : [sound]))

function dated({ days }: Account, keys: readonly string[]): readonly string[] {
  if (days === null || days.last - days.first > LONGEST) return []
  const each = new Set(keys)
  const all: string[] = []
  // One day more: outlets differ by a day about what happened in the night.
  for (let day = days.first; day <= days.last + 1; day += 1)
    for (const key of each) all.push(`${day} ${key}`)
  return all
}

/** How many articles tell of the busiest of an account's days and places. */
function busyIn(blocks: Blocks): Busy {
  const known = new Map<Account, number>()
  return (account) => {
    const before = known.get(account)
    if (before !== undefined) return before
    const articles = dated(account, placeKeysOf(account)).map(
      (key) => new Set((blocks.get(key) ?? []).map(({ article }) => article)).size,
    )
    const busy = Math.max(1, ...articles)
    known.set(account, busy)
    return busy
  }
}

interface Pair {
  readonly one: Account
  readonly other: Account
  readonly likeness: number
}

/** In a busy block an account is held against so many others of about its size: a whole city's day stays near linear. */
const MOST_BESIDE = 40

function pairsOf(accounts: readonly Account[], blocks: Blocks, busy: Busy): readonly Pair[] {
  const at = new Map(accounts.map((account, index) => [account, index]))
  const seen = new Set<number>()
  const pairs: Pair[] = []
  for (const block of blocks.values()) {
    if (block.length < 2) continue
    const sized = block.toSorted((a, b) => a.most - b.most)
    for (const [index, one] of sized.entries()) {
      for (const other of sized.slice(index + 1, index + 1 + MOST_BESIDE)) {
        const [a, b] = [at.get(one) ?? 0, at.get(other) ?? 0]
        const key = Math.min(a, b) * accounts.length + Math.max(a, b)
        if (seen.has(key)) continue
        seen.add(key)
        const alike = fit(one, other, busy)
        if (alike >= ALIKE) pairs.push({ one, other, likeness: alike })
      }
    }
  }
  return pairs
}

/** What one article tells as two events seldom is one. */
const ONE_ARTICLE = 1.5

const fit = (one: Account, other: Account, busy: Busy): number =>
  likeness(one, other, busy) - (one.article === other.article ? ONE_ARTICLE : 0)

/** A group of accounts must fit another as a whole, nearly as well as two of them do. */
const SLACK = 1

/** What one article tells of two days is two events, also where the account of another stands between them. */
const keptApart = (a: readonly Account[], b: readonly Account[]): boolean =>
  a.some((one) =>
    b.some((other) => other.article === one.article && otherDays(one.days, other.days)),
  )

const otherDays = (a: Days | null, b: Days | null): boolean =>
  a !== null && b !== null && a.given && b.given && (a.last < b.first || b.last < a.first)

/** Joins the accounts that fit best first; what has been joined is held against others as one. */
function unite(
  accounts: readonly Account[],
  pairs: readonly Pair[],
  busy: Busy,
): readonly Account[] {
  const groups = new Map(accounts.map((account) => [account, { account, members: [account] }]))
  for (const { one, other } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    const [a, b] = [groups.get(one), groups.get(other)]
    if (!a || !b || a === b) continue
    if (likeness(a.account, b.account, busy) < ALIKE - SLACK) continue
    if (keptApart(a.members, b.members)) continue
    const group = { account: joined(a.account, b.account), members: [...a.members, ...b.members] }
    for (const member of group.members) groups.set(member, group)
  }
  return [...new Set(groups.values())].map(({ account }) => account)
}
