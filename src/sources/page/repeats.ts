import { keyOf } from '../../text/white-space.ts'
import type { Part } from './story.ts'

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
  const seen = new Set<string>()
  const head = keyOf(headline ?? '')
  return parts.filter((part) => {
    const key = keyOf(part.text)
    if (part.kind !== 'headline' && key === head) return false
    if (part.kind === 'cross-heading') return true
    if (set.has(part) && isToldIn(part.text, runs)) return false
    if (seen.has(key) && words(part.text).length >= 4) return false
    seen.add(key)
    return true
  })
}

/** Four fifths of a pull quote are the story's own words. */
function isToldIn(text: string, told: ReadonlySet<string>): boolean {
  const runs = [...runsOf(text)]
  if (runs.length === 0) return true
  return runs.filter((run) => told.has(run)).length >= runs.length * 0.8
}

/** What is set off from the running text: asides, quotations set apart, boxes that are called so. */
function partsSetOff(parts: readonly Part[]): ReadonlySet<Part> {
  return new Set(
    parts.filter((part) => {
      if (part.kind !== 'body' && part.kind !== 'cross-heading') return false
      for (let box = part.block.box, steps = 0; steps < 4; steps += 1) {
        if (
          /^(?:aside|blockquote|q)$/u.test(box.tag) ||
          /(?:^|[\s-])(?:pull-?quote|pullout|quote)/u.test(box.names)
        )
          return true
        if (box.parent === null) return false
        box = box.parent
      }
      return false
    }),
  )
}
