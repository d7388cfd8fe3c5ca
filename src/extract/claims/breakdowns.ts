import type { Draft, Refiner } from './draft.ts'

const MOST_PARTS = 8
/** Small numbers add up by chance. */
const SMALLEST_TOTAL = 10

/**
 * Figures told after a total that make it up exactly are its parts: 22 killed, then 4, 17 and 1 of them.
 * The sum only tells what belongs together; it is never shown.
 */
export const markBreakdowns: Refiner = (drafts) => {
  const wholes = new Map<number, number>()
  for (const [index, whole] of drafts.entries()) {
    const total = sizeOf(whole)
    if (total === null || total < SMALLEST_TOTAL || whole.whole !== null || wholes.has(whole.id))
      continue
    for (const part of partsOf(whole, total, drafts.slice(index + 1))) wholes.set(part.id, whole.id)
  }
  return drafts.map((draft) => {
    const whole = wholes.get(draft.id)
    return whole === undefined ? draft : { ...draft, whole }
  })
}

/** The run of figures, from the first after the total on, that adds up to it; empty where none does. */
function partsOf(whole: Draft, total: number, after: readonly Draft[]): readonly Draft[] {
  const parts: Draft[] = []
  let sum = 0
  for (const draft of after) {
    const size = sizeOf(draft)
    if (draft.harm !== whole.harm || draft.whole !== null || draft.sentence === whole.sentence)
      continue
    // told again, the total stands for itself; the parts then hang under the later telling
    if (size === total || size === null || parts.length === MOST_PARTS) return []
    parts.push(draft)
    sum += size
    if (sum === total) return parts.length > 1 ? parts : []
    if (sum > total) return []
  }
  return []
}

const sizeOf = (draft: Draft): number | null => draft.harmed.figure.quantity.low
