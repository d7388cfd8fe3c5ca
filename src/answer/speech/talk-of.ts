import type { Span } from '../../model/span.ts'
import { contains } from '../../model/span.ts'
import { BODIES, setOf } from '../../extract/quotes/vocabulary.ts'
import { fold } from '../../text/fold.ts'

/** A quote in its sentence; the spans are places in `text`. */
export interface Talk {
  readonly text: string
  readonly words: Span
  readonly cue: Span | null
}

const bodies = setOf(BODIES)
/** Begins what happened around the talk: "Kerry said, after a week in which Moscow refused to rein in its ally". */
const CIRCUMSTANCE =
  /\b(?:after|before|while|whilst|as|when|during|following|amid|despite|since|because|ahead|alongside|with|where)\b/iu
/** `Kerry said of`, `she wrote about`. */
const TALKED_OF =
  /(?:\p{Lu}[\p{L}'’-]*|said|says|wrote|added|he|she)\s+(?:of|about)\s+(?:\p{L}[\p{L}.'’-]*\s+){0,3}$/u

/** Whether the talk is of somebody who is named at these places: in the words said, or as what the sentence says of them. */
export const isTalkOf = (talk: Talk, named: readonly Span[]): boolean =>
  named.some((place) => contains(talk.words, place) || isFramed(talk, place))

/** `said Kerry had made “…” clear`, `called Assad a “…”`, `“…,” he said of Assad`. */
function isFramed({ text, words, cue }: Talk, place: Span): boolean {
  if (cue === null || isAttributive(text.slice(place.end))) return false
  if (place.start >= cue.end && place.end <= words.start)
    return !CIRCUMSTANCE.test(text.slice(cue.end, place.start))
  return place.start >= words.end && TALKED_OF.test(text.slice(words.end, place.start))
}

/** `Assad’s forces`, `the Assad government`: somebody else, though the name is his. */
function isAttributive(after: string): boolean {
  if (/^['’]/u.test(after)) return true
  const next = /^\s+([\p{L}-]+)/u.exec(after)?.[1]
  return next !== undefined && bodies.has(fold(next))
}
