import type { Draft, Refiner } from './draft.ts'

const MOST_PARTS = 8
/** Small numbers add up by chance, unless the lead is broken down at once or in a single sentence. */
const SMALLEST_TOTAL = 10
const SMALLEST_LEAD = 4
const AT_ONCE = 4

/**
 * Figures told after a total that make it up exactly are its parts: 22 killed, then 4, 17 and 1 of them.
 * The sum only tells what belongs together; it is never shown.
 */
export const markBreakdowns: Refiner = (drafts) => {
  const wholes = new Map<number, number>()
  for (const [index, whole] of drafts.entries()) {
    const total = sizeOf(whole)
    if (total === null || whole.whole !== null || whole.cumulative || wholes.has(whole.id)) continue
    const parts = partsOf(whole, total, drafts.slice(index + 1, index + 1 + REACH))
    if (!isPlain(whole, total, parts)) continue
    for (const part of parts) wholes.set(part.id, whole.id)
  }
  return drafts.map((draft) => {
    const whole = wholes.get(draft.id)
    return whole === undefined ? draft : { ...draft, whole }
  })
}

/** Figures after a total among which its parts are looked for. */
const REACH = 24

/** The run of figures, from the first after the total on, that adds up to it; empty where none does. */
function partsOf(whole: Draft, total: number, after: readonly Draft[]): readonly Draft[] {
  const parts: Draft[] = []
  let sum = 0
  for (const draft of after) {
    const size = sizeOf(draft)
    if (draft.harm !== whole.harm || draft.whole !== null || draft.sentence === whole.sentence)
      continue
    if (/^earlier\b(?! (?:in the|that|the same) day)/i.test(draft.sentence.text)) continue
    if (
      draft.harm === whole.harm &&
      /^(?:elsewhere in (?:the country|syria)|separately)\b/i.test(draft.sentence.text)
    )
      return []
    if (isOfAnotherDay(draft, whole) || parts.some((part) => isRetold(part, draft))) continue
    // told again, the total stands for itself; the parts then hang under the later telling
    if (size === total || size === null || parts.length === MOST_PARTS) return []
    parts.push(draft)
    sum += size
    if (sum === total) return parts.length > 1 ? parts : []
    if (sum > total) return []
  }
  return []
}

function isPlain(whole: Draft, total: number, parts: readonly Draft[]): boolean {
  if (total >= SMALLEST_TOTAL) return true
  const last = parts.at(-1)?.sentence
  if (last === undefined) return false
  const inOne = parts.every(({ sentence }) => sentence === last)
  // "three were hurt. A source said a shell hurt one and another one two"
  if (total < SMALLEST_LEAD)
    return inOne && whole.sentence.index <= 1 && last.index === whole.sentence.index + 1
  return (inOne || whole.sentence.index <= 1) && last.index - whole.sentence.index <= AT_ONCE
}

const isOfAnotherDay = (draft: Draft, whole: Draft): boolean =>
  draft.from !== null &&
  whole.from !== null &&
  (draft.from > (whole.to ?? whole.from) || (draft.to ?? draft.from) < whole.from)

/** The same count again, a sentence or two later. */
const isRetold = (part: Draft, draft: Draft): boolean =>
  part.sentence !== draft.sentence &&
  draft.sentence.index - part.sentence.index <= 2 &&
  sizeOf(part) === sizeOf(draft)

const sizeOf = (draft: Draft): number | null => draft.harmed.figure.quantity.low
