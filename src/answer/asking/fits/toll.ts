import { type Claim, type Group, type Harm } from '../../../model/claim.ts'
import type { Want } from '../wants/want.ts'
import type { Candidate } from '../candidates.ts'
import type { Fit } from './fit.ts'

const NARROWER: Partial<Record<Group, readonly Group[]>> = {
  fighters: [
    'government_forces',
    'opposition_fighters',
    'is_fighters',
    'kurdish_forces',
    'foreign_forces',
  ],
}
const ALIKE: Partial<Record<Harm, readonly Harm[]>> = { killed: ['casualties'], injured: [] }

export function tollFit(
  want: Extract<Want, { kind: 'toll' }>,
  claim: Claim,
  { sentence }: Candidate,
): readonly Fit[] {
  if (
    want.harm !== null &&
    claim.harm !== want.harm &&
    !(ALIKE[want.harm]?.includes(claim.harm) ?? false)
  )
    return []
  if (
    want.group !== null &&
    claim.group !== want.group &&
    !(NARROWER[want.group]?.includes(claim.group) ?? false) &&
    !(want.group === 'civilians' && claim.group === 'people' && claim.subsetOf !== null)
  )
    return []
  if (
    want.group === null &&
    claim.group !== 'people' &&
    claim.group !== 'civilians' &&
    claim.harm !== 'displaced' &&
    want.harm !== null
  )
    return []
  if (want.by !== null && claim.actor !== want.by) return []
  if (want.whole !== (claim.countScope === 'war') && (want.whole || claim.cumulative)) return []
  const exactHarm = want.harm === null || claim.harm === want.harm ? 0.45 : 0
  const group = want.group === claim.group ? 0.2 : claim.subsetOf === null ? 0.1 : 0
  const counted = claim.low !== null || claim.high !== null ? 0.3 : 0
  const share = /\b(?:thirds?|half|quarter|per ?cent)\b|%/.test(claim.vague ?? '') ? -0.2 : 0
  const tally = claim.countScope === 'period' && !want.oneDay ? 0.3 : 0
  // A part by cause or place goes behind its whole unless the question's own words ask for it.
  const part =
    claim.subsetOf !== null &&
    want.by === null &&
    claim.group !== 'children' &&
    claim.group !== 'women'
      ? -0.3
      : 0
  const start = Math.max(0, claim.figure.start - sentence.start)
  return [
    {
      span: { start, end: claim.figure.end - sentence.start },
      score: 0.4 + exactHarm + group + counted + share + tally + part,
    },
  ]
}
