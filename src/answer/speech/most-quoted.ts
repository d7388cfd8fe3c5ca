import { fold } from '../../text/fold.ts'
import type { Said } from '../quotes.ts'

/** A speaker with all that is quoted of them, in the order of the list. */
export interface Voice {
  readonly speaker: string
  readonly said: readonly Said[]
}

/** Who is quoted, those with the most quotes first; what nobody is told to have said is left out. */
export function mostQuoted(said: readonly Said[]): readonly Voice[] {
  const told = said.filter(({ speaker }) => speaker !== null)
  return [...Map.groupBy(told, ({ speaker }) => fold(speaker ?? '').replace(/^the /u, '')).values()]
    .map((own) => ({ speaker: own[0]?.speaker ?? '', said: own }))
    .toSorted((a, b) => b.said.length - a.said.length)
}
