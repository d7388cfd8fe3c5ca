import type { Candidate } from '../candidates.ts'
import type { Want } from '../wants/want.ts'
import { distanceFits } from './distance.ts'
import { type Fit, type FitParts, whole } from './fit.ts'
import { memberFits } from './member.ts'
import { numberFits, shareFits } from './number.ts'
import { placeFits } from './place.ts'
import { properFits } from './proper.ts'
import { reasonFits } from './reason.ts'
import { identityFits, roleFits } from './role.ts'
import { saidFits } from './said.ts'
import { sourceFits } from './source.ts'
import { sortFits } from './sort.ts'
import { durationFits, timeFits } from './time.ts'
import { tollFits } from './toll.ts'
import { whoFits } from './who.ts'

/** A whole sentence answers what asks for no name, day or number. */
const SENTENCE = 0.6

/** Where in a sentence an answer of the wanted kind stands; none where it has no such thing. */
export function fitsOf(want: Want, candidate: Candidate, parts: FitParts): readonly Fit[] {
  const { text } = candidate
  const { lexicon, asked } = parts
  switch (want.kind) {
    case 'toll':
      return tollFits(want, candidate, parts)
    case 'number':
      return numberFits(want, candidate, asked)
    case 'source':
      return sourceFits(candidate, parts)
    case 'share':
      return shareFits(candidate, asked)
    case 'duration':
      return durationFits(candidate, asked)
    case 'distance':
      return distanceFits(candidate, asked)
    case 'when':
      return timeFits(candidate, asked)
    case 'where':
      return placeFits(candidate, want.of, parts)
    case 'who':
      return whoFits(want, candidate, lexicon, asked)
    case 'identity':
      return identityFits(want, candidate, lexicon)
    case 'role':
      return roleFits(want, candidate, lexicon, asked)
    case 'sort':
      return [...memberFits(want.of, text), ...sortFits(want.of, text)]
    case 'which':
      return [...memberFits(want.of, text), ...properFits(want.of, candidate, parts)]
    case 'called':
      return properFits(want.of, candidate, parts).filter(({ score }) => score >= 0.9)
    case 'why':
      return reasonFits(candidate, asked)
    case 'said':
      return saidFits(want.speaker, candidate, lexicon)
    case 'author':
    case 'picture':
      return []
    case 'whether':
    case 'what':
      return [{ span: whole(text), score: SENTENCE }]
    default:
      return want satisfies never
  }
}
