import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { sameName } from './same-name.ts'

/** Who says a thing in one version, with what has to be known to tell whether another version says otherwise. */
export interface Attributed {
  readonly who: string | null
  /** Equal where nobody touched the sentence. */
  readonly sentence: string
  /** Whether a name stands anywhere in that version. */
  readonly names: (name: string) => boolean
}

/**
 * Whether two versions give a thing to two different people. In a sentence that nobody touched, who speaks is worked
 * out from the sentences around it: only a name that is gone from the article was corrected there.
 */
export function whoDiffers(before: Attributed, after: Attributed, lexicon: Lexicon): boolean {
  const untouched = before.sentence === after.sentence
  if (before.who === null || after.who === null) return before.who !== after.who && !untouched
  if (sameName(before.who, after.who, lexicon)) return false
  return !untouched || !after.names(before.who)
}

/** Looks names up in the texts of one version, folded once. */
export function namesIn(texts: Iterable<string>): (name: string) => boolean {
  const whole = fold([...texts].join('\n'))
  return (name) => whole.includes(fold(name))
}
