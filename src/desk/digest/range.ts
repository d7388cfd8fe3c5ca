import type { Event } from '../../answer/figures/event.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { size } from '../../answer/figures/tally.ts'
import type { Toll } from '../../answer/figures/toll.ts'

/** How many, as the sources put it last. */
export interface Range {
  readonly low: Statement
  readonly high: Statement
  /** The last figure of each source, a source with a name before none. */
  readonly latest: readonly Statement[]
}

/** `Fourteen of the victims` counts some of them, whatever it is taken for. */
const SOME_OF = /\bof (?:the|them|those|whom)\b|\bothers\b|\bmore (?:people|civilians|victims)\b/iu

/** From the lowest to the highest of what each source says last: what it has taken back is no end of it. */
export function rangeOf({ tolls: [toll] }: Pick<Event, 'tolls'>): Range | null {
  if (!toll) return null
  const latest = lastOfEach(toll)
  const sized = latest.toSorted((a, b) => size(a.lead.claim) - size(b.lead.claim))
  const [low, high] = [sized[0], sized.at(-1)]
  if (!low || !high) return null
  // One number is told once, by whoever is named.
  const [first = low] = latest
  return size(low.lead.claim) === size(high.lead.claim)
    ? { low: first, high: first, latest }
    : { low, high, latest }
}

function lastOfEach({ voices, high }: Toll): readonly Statement[] {
  const last = voices.flatMap(({ puts }) => puts.filter(isWhole).slice(-1))
  return last.length > 0 ? last : [high]
}

export const isWhole = ({ lead }: Statement): boolean => !SOME_OF.test(lead.citation.exact)
