import type { Harm } from '../../model/claim.ts'
import type { Token } from '../../text/words.ts'
import type { Figure } from './figures.ts'

/** A figure with the harm that a sentence ties to it. */
export interface Harmed {
  readonly figure: Figure
  readonly harm: Harm
  /** Token of the word of harm; the figure's own last where its noun says it. */
  readonly at: number
  /** How it was tied, for the trace. */
  readonly tie: 'own' | 'direct' | 'chain' | 'gap' | 'toll' | 'among' | 'listed'
}

export const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''

/** A word or phrase of harm in a sentence, and which side of it the people stand on. */
export interface HarmMark {
  readonly first: number
  readonly last: number
  readonly harm: Harm
  readonly voice: 'object' | 'subject' | 'state'
}

export const AUX = /^(?:was|were|is|are|be|been|being|got|get|gets|getting)$/
export const HAVE = /^(?:has|have|had|having|reportedly)$/
export const ADVERB =
  /^(?:\p{L}+ly|also|all|both|not|since|ever|even|then|now|already|still|yet|just)$/u
export const COORDINATES = /^(?:and|or|,|&|\/)$/
