import { keyOf } from '../../text/white-space.ts'
import type { Part } from './story.ts'
import { around, isProse } from './tree.ts'

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const RUN = 3

function* runsOf(text: string): Generator<string> {
  const all = words(text)
  for (let at = 0; at + RUN <= all.length; at += 1) yield all.slice(at, at + RUN).join(' ')
}

/**
 * Says everything once: a paragraph that stands again word for word, the headline again, and a pull quote, whose words
 * a paragraph of the story has as well, be it a little cut.
 */
export function withoutRepeats(parts: readonly Part[], headline: string | null): readonly Part[] {
  const set = partsSetOff(parts)
  const runs = new Set<string>()
  for (const part of parts)
    if (part.kind === 'body' && !set.has(part)) for (const run of runsOf(part.text)) runs.add(run)
  const told = withSpeakers(
    parts.filter((part) => set.has(part) && isToldIn(part.text, runs, isNamed(part) ? 0.6 : 0.8)),
    set,
  )
  const seen = new Set<string>()
  const head = keyOf(headline ?? '')
  return parts.filter((part) => {
    const key = keyOf(part.text)
    if (part.kind !== 'headline' && key === head) return false
    if (part.kind === 'cross-heading') return true
    if (told.has(part)) return false
    if (seen.has(key) && words(part.text).length >= 4) return false
    seen.add(key)
    return true
  })
}

/** Who is quoted stands below a pull quote, and goes with it. */
function withSpeakers(told: readonly Part[], set: ReadonlySet<Part>): ReadonlySet<Part> {
  const boxes = new Set(told.map(({ block }) => block.box.parent))
  const speakers = [...set].filter(
    ({ block, text }) => !isProse(text) && (boxes.has(block.box) || boxes.has(block.box.parent)),
  )
  return new Set([...told, ...speakers])
}

/** Most of a pull quote are the story's own words; where the page calls it one, the speaker's name may stand in it. */
function isToldIn(text: string, told: ReadonlySet<string>, share: number): boolean {
  const runs = [...runsOf(text)]
  if (runs.length === 0) return true
  return runs.filter((run) => told.has(run)).length >= runs.length * share
}

const NEAR = 4
const SET_OFF = /^(?:aside|blockquote)$/u
const NAMED = /(?:^|[\s-])(?:pull-?quote|pullout|quote)/u

const isNamed = ({ block }: Part): boolean =>
  around(block.box)
    .take(NEAR)
    .some((box) => NAMED.test(box.names))

/** What is set off from the running text: asides, quotations set apart, boxes that are called so. */
const partsSetOff = (parts: readonly Part[]): ReadonlySet<Part> =>
  new Set(
    parts.filter(
      (part) =>
        (part.kind === 'body' || part.kind === 'cross-heading') &&
        (isNamed(part) ||
          around(part.block.box)
            .take(NEAR)
            .some((box) => SET_OFF.test(box.tag))),
    ),
  )
