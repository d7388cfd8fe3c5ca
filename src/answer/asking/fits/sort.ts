import { words as tokens } from '../../../text/words.ts'
import { sensesOf, stemOf } from '../senses.ts'
import type { Fit } from './fit.ts'

/** "a temporary truce": the word that says what kind of thing it is. */
export function sortFits(of: readonly string[], text: string): readonly Fit[] {
  const senses = of.flatMap(sensesOf)
  const stems = new Set(of.map(stemOf))
  const all = tokens(text)
  return all.flatMap(({ low, start, end }, at) => {
    const isThing =
      stems.has(stemOf(low)) ||
      sensesOf(low).some((sense) => senses.includes(sense)) ||
      (low === 'cessation' && senses.length > 0)
    if (!isThing) return []
    const before = all.slice(0, at).findLast((each) => /^\p{L}/u.test(each.low))
    if (
      before === undefined ||
      /^(?:a|an|the|this|that|any|some|its|their|of|to|in|on|for|with|from|by|and|or|declare|as|it|was|is|were|are|be)$/.test(
        before.low,
      )
    )
      return []
    return start - before.end > 3 ? [] : [{ span: { start: before.start, end }, score: 1 }]
  })
}
