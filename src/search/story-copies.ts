import { tokens } from '../text/tokens.ts'

/** An article as far as telling copies needs it: headline, captions and background are part of the text or not, as given. */
export interface Story {
  readonly id: string
  /** Days since any day, to compare; null where it is not known. */
  readonly day: number | null
  readonly text: string
}

// Measured on pairs of articles that were labelled by reading them (test/gold/copies.jsonl). Agency copy is cut, led
// differently and spelt anew: pairs of neighbouring words last through that, runs of three do not. What agencies put
// below every report of a war stands in other reports, too, so the beginning is asked for by itself.
const SHARED = 0.44
const SHARED_OF_LEAD = 0.35
const LEAD = 80
/** In a short story the phrases that all reports of one event share weigh more. */
const SHARED_OF_SHORT = 0.58
const SHORT = 60
/** Below this a story is too short for shares to mean anything. */
const FEWEST = 12
/** Outlets print a report on its day or the next ones. */
const DAYS = 3
/** Longer texts are compared by their beginnings. */
const MOST = 600

interface Read {
  readonly id: string
  readonly day: number | null
  readonly size: number
  readonly pairs: ReadonlySet<string>
  readonly lead: ReadonlySet<string>
  readonly weekdays: ReadonlySet<string>
  readonly leadWeekdays: ReadonlySet<string>
}

const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u

const readBefore = new WeakMap<Story, Read>()

/** Taken apart once for each story: asked about again, it is only compared. */
function read(story: Story): Read {
  const before = readBefore.get(story)
  if (before !== undefined) return before
  const now = takeApart(story)
  readBefore.set(story, now)
  return now
}

function takeApart({ id, day, text }: Story): Read {
  const words = tokens(text).slice(0, MOST)
  const terms = words.map(({ term }) => term)
  const weekdaysIn = (some: typeof words): ReadonlySet<string> =>
    new Set(some.flatMap(({ word, term }) => (WEEKDAYS.test(word) ? [term] : [])))
  return {
    id,
    day,
    size: terms.length,
    pairs: pairsOf(terms),
    lead: pairsOf(terms.slice(0, LEAD)),
    weekdays: weekdaysIn(words),
    leadWeekdays: weekdaysIn(words.slice(0, LEAD)),
  }
}

const pairsOf = (terms: readonly string[]): ReadonlySet<string> =>
  new Set(terms.slice(1).map((term, at) => `${terms[at] ?? ''} ${term}`))

const share = (part: ReadonlySet<string>, of: ReadonlySet<string>): number =>
  part.intersection(of).size / Math.max(1, part.size)

/** Whether a good half of the shorter report stands in the longer one, its beginning included. */
function copied(a: Read, b: Read): boolean {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > DAYS) return false
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  if (short.size < FEWEST) return false
  if (short.leadWeekdays.size > 0 && short.leadWeekdays.isDisjointFrom(long.weekdays)) return false
  const least = short.size < SHORT ? SHARED_OF_SHORT : SHARED
  return share(short.pairs, long.pairs) >= least && share(short.lead, long.pairs) >= SHARED_OF_LEAD
}

/** Whether one report was taken from the other, or both from a third: from the same agency, cut and led anew. */
export const isCopiedStory = (a: Story, b: Story): boolean => copied(read(a), read(b))

/**
 * For each story that is a copy, the id of the one that it is taken with: the first of them by day, then in the order
 * given. A story is a copy of a leader, never of another copy: nothing is chained through what lies between.
 */
export function copiedStories(stories: readonly Story[]): ReadonlyMap<string, string> {
  const all = stories.map(read).toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0))
  const leaders = new Map<string, Read[]>()
  const copies = new Map<string, string>()
  for (const story of all) {
    const leader = likely(story, leaders).find((other) => copied(other, story))
    if (leader !== undefined) {
      copies.set(story.id, leader.id)
      continue
    }
    for (const pair of story.pairs) {
      const found = leaders.get(pair)
      if (found === undefined) leaders.set(pair, [story])
      // what stands in many stories tells nothing, and would make the work grow with the square
      else if (found.length < COMMON) found.push(story)
    }
  }
  return copies
}

const COMMON = 24

/** Leaders that share some pairs with a story, most first. */
function likely(story: Read, leaders: ReadonlyMap<string, readonly Read[]>): readonly Read[] {
  const counts = new Map<Read, number>()
  for (const pair of story.pairs)
    for (const other of leaders.get(pair) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1)
  return [...counts]
    .filter(([{ pairs }, count]) => count >= RARE_SHARED * Math.min(pairs.size, story.pairs.size))
    .toSorted(([, many], [, few]) => few - many)
    .map(([other]) => other)
}

/** Of the pairs that a copy shares, some stand in few other stories. */
const RARE_SHARED = 0.2
