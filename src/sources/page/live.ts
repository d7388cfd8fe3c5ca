import type { FrameTest } from './frame.ts'
import { around, type Block, type Box, type Tree } from './tree.ts'

/** The entries of a live blog, in the order of the page. */
export interface Live {
  readonly list: Box
  readonly entries: ReadonlySet<Box>
}

const FEWEST = 3
const CLOCK = /(?<!\d)\d{1,2}[:.h]\d\d(?!\d)/u
/** An entry says something; a list of headlines with their times does not. */
const SAYS = 40

/** A block that is a time, or little more. */
export const isTime = (block: Block): boolean =>
  block.text.length <= 60 &&
  (block.timed > 0 || (CLOCK.test(block.text) && block.text.length <= 30))

/** Finds entries by their times: three boxes or more beside each other, each with a time of its own and sentences. */
export function liveIn({ blocks, root }: Tree, isFrame: FrameTest): Live | null {
  const times = blocks.filter((block) => isTime(block) && !isFrame(block.box))
  const timed = new Set(times.flatMap(({ box }) => [...around(box)]))
  const counts = new Map<Box, number>()
  for (const [at, block] of times.entries()) {
    const next = times[at + 1]
    const shared = next === undefined ? null : sharedBox(block.box, next.box)
    if (shared !== null) counts.set(shared, (counts.get(shared) ?? 0) + 1)
  }
  const lists = [...counts]
    .filter(([, count]) => count + 1 >= FEWEST)
    .map(([list]) => ({ list, entries: entriesOf(list, timed) }))
    .filter(({ entries }) => entries.size >= FEWEST)
  const best = lists.toSorted((a, b) => proseOf(b.entries) - proseOf(a.entries))[0]
  // Times beside a few teasers do not make a story a live blog.
  return best !== undefined && proseOf(best.entries) * 2 > root.prose ? best : null
}

function sharedBox(a: Box, b: Box): Box | null {
  const boxes = new Set(around(a))
  return around(b).find((box) => boxes.has(box)) ?? null
}

/** `timed`: the boxes in which a time stands. */
const entriesOf = (list: Box, timed: ReadonlySet<Box>): ReadonlySet<Box> =>
  new Set(list.children.filter((child) => child.prose >= SAYS && timed.has(child)))

const proseOf = (entries: ReadonlySet<Box>): number =>
  [...entries].reduce((sum, entry) => sum + entry.prose, 0)

/** What tells an entry's time: as printed where it is a clock's, by its machine form where it says `2h ago`. */
export const timeText = ({ text, datetime }: Block): string | null =>
  CLOCK.test(text) ? text : clockOf(datetime ?? '')

const MACHINE =
  /^(?<day>\d{4}-\d\d-\d\d)[T ](?<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/u

/** `2016-12-15 11:40 UTC` for a moment as machines write it; null for what is none. */
export function clockOf(moment: string): string | null {
  const parts = MACHINE.exec(moment.trim())?.groups
  if (parts === undefined) return null
  const zone = parts['zone'] === 'Z' ? 'UTC' : (parts['zone'] ?? '')
  return `${parts['day']} ${parts['clock']} ${zone}`.trim()
}
