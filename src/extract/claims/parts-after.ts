import type { Sentence } from '../reading.ts'
import { type Draft, wordAt } from './draft.ts'
import type { Figure } from './figures.ts'
import type { Harmed } from './harm-words.ts'

const OPENS_PARTS =
  /^(?:(?:and )?among (?:them|these|those|the victims)\b|(?:they|these|those|the victims) includ|of (?:them|those|these|the dead|the victims|the remainder)\b|(?:[\p{L}\d-]+ ){1,4}of (?:them|those|the victims)\b)/iu

/** Opens a sentence whose bare numbers are parts: "Of those, 40 were children". */
const OF_THOSE = /^of (?:them|those|these|the)\b/i

/**
 * "Among them were five children", "Six of them were women": a sentence without a word of harm that says who they were
 * whom the sentence before it counts.
 */
export function partsOfBefore(
  sentence: Sentence,
  figures: readonly Figure[],
  drafts: readonly Draft[],
): readonly Harmed[] {
  if (figures.length === 0 || !OPENS_PARTS.test(sentence.text)) return []
  const before = drafts.filter((draft) => draft.sentence.index === sentence.index - 1)
  const whole = before.find(({ harm }) => harm === 'killed') ?? before[0]
  if (whole === undefined || whole.sentence.paragraph.kind === 'headline') return []
  return figures
    .filter(
      ({ head, last, quantity }) =>
        head !== null ||
        (quantity.low !== null &&
          (OF_THOSE.test(sentence.text) || wordAt(sentence, last + 1) === 'that')),
    )
    .map((figure) => ({ figure, harm: whole.harm, at: figure.last, tie: 'listed' }))
}
