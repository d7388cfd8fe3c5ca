import type { Named } from './naming.ts'
import { isSpeakerNoun } from './phrases.ts'
import { TAKEN_UP } from './taken-up.ts'
import * as words from './vocabulary.ts'

/** Somebody who speaks or acts at one place of the article. */
export interface Speaker {
  readonly name: string
  /** `place`: a capital that stands for a government, or only a place that a sentence is about. */
  readonly kind: 'person' | 'body' | 'plural' | 'place'
  readonly gender: 'f' | 'm' | null
  /** The nouns of the description, or of titles: `spokesman`, `source`, `group`. */
  readonly nouns: ReadonlySet<string>
}

const bodies = words.setOf(words.BODIES)

export const speakerOf = (named: Named, titled: readonly string[] = []): Speaker => ({
  name: named.text,
  kind: named.kind,
  gender: named.gender,
  nouns: new Set([
    ...named.role,
    ...titled.filter(isSpeakerNoun),
    ...named.words.filter(isSpeakerNoun),
    ...(named.name?.kind === 'organisation' ? TAKEN_UP[named.name.type] : []),
  ]),
})

/** What kind of speaker a noun describes. */
export const kindOfHead = (head: string): Speaker['kind'] => {
  if (
    bodies.has(head) &&
    !/^(?:sources|rescuers|authorities|forces|groups|reports|factions|brigades)$/u.test(head)
  )
    return head === 'source' ? 'person' : 'body'
  return /(?:s|men|women|people|children)$/u.test(head) && !head.endsWith('ss')
    ? 'plural'
    : 'person'
}
