import { type Claim, type Group, type Harm } from '../../../model/claim.ts'
import { addDays } from '../../../extract/dates/calendar.ts'
import { slice } from '../../../model/span.ts'
import type { AskedDays } from '../asked-days.ts'
import type { AskedTerm } from '../asked-terms.ts'
import type { Candidate } from '../candidates.ts'
import { likeAny, termsOf } from '../terms.ts'
import type { Want } from '../wants/want.ts'
import type { Fit, FitParts } from './fit.ts'
import { isOf } from './voice.ts'

type TollWant = Extract<Want, { kind: 'toll' }>

const FORCES: readonly Group[] = [
  'government_forces',
  'opposition_fighters',
  'is_fighters',
  'kurdish_forces',
  'foreign_forces',
]
const NARROWER: Partial<Record<Group, readonly Group[]>> = {
  fighters: FORCES,
  men: [...FORCES, 'fighters'],
}
const ALIKE: Partial<Record<Harm, readonly Harm[]>> = { killed: ['casualties'], injured: [] }
/** "Many more injured" does not say how many. */
const NO_NUMBER = /^(?:many|many more|some|others?|a number|more)$/
/** Words as far as this from the figure say who is counted. */
const REACH = 60

/** Figures of the harm and the people asked about; those of the same place, day, source and doer first. */
export function tollFits(want: TollWant, candidate: Candidate, parts: FitParts): readonly Fit[] {
  return candidate.claims
    .filter(
      (claim) =>
        isHarm(want, claim) &&
        !NO_NUMBER.test(claim.vague ?? '') &&
        !isOfOtherDays(claim, parts.days) &&
        !isOfOtherPlace(claim, parts) &&
        !isOfOtherVoice(claim, parts) &&
        isGroup(want, claim, { candidate, parts }) &&
        (want.by === null || claim.actor === null || claim.actor === want.by) &&
        (want.whole
          ? claim.countScope === 'war'
          : want.total || claim.countScope === 'event' || !claim.cumulative),
    )
    .map((claim) => {
      const start = Math.max(0, claim.figure.start - candidate.sentence.start)
      return {
        span: { start, end: claim.figure.end - candidate.sentence.start },
        score:
          0.4 +
          kindScore(want, claim) +
          aroundScore(want, claim, parts) +
          sideScore(parts.asked, candidate.text),
      }
    })
}

const isHarm = ({ harm }: TollWant, claim: Claim): boolean =>
  harm === null || claim.harm === harm || (ALIKE[harm]?.includes(claim.harm) ?? false)

function isGroup(
  want: TollWant,
  claim: Claim,
  { candidate, parts }: { readonly candidate: Candidate; readonly parts: FitParts },
): boolean {
  const beside = besideOf(claim, candidate)
  if (want.of.length > 0) return likeAny(beside, want.of.slice(-1))
  if (want.group === null)
    return (
      claim.group === 'people' ||
      claim.group === 'civilians' ||
      claim.harm === 'displaced' ||
      want.harm === null ||
      (want.by === null && claim.countScope !== 'war' && claim.subsetOf === null)
    )
  if (claim.group === want.group || (NARROWER[want.group]?.includes(claim.group) ?? false))
    return true
  if (claim.group !== 'people') return false
  if (want.group === 'civilians' && claim.subsetOf !== null) return true
  // "At least 15 dead among the ranks of Jaish al-Islam": people of a group that the question names.
  const isForce = want.group === 'fighters' || FORCES.includes(want.group) || want.group === 'men'
  const names = termsOf(beside, parts.lexicon)
  return (
    isForce &&
    parts.terms.some((term) => term.isName && !term.isPlace && names.names.has(term.shown))
  )
}

function besideOf({ figure }: Claim, { paragraph, sentence }: Candidate): string {
  return slice(paragraph.text, {
    start: figure.start,
    end: Math.max(figure.end, Math.min(figure.end + REACH, sentence.end)),
  })
}

function kindScore(want: TollWant, claim: Claim): number {
  const exactHarm = want.harm === null || claim.harm === want.harm ? 0.45 : 0
  const group = want.group === claim.group ? 0.2 : claim.subsetOf === null ? 0.1 : 0
  const others =
    want.group === null && claim.group !== 'people' && claim.group !== 'civilians' ? -0.4 : 0
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
  return exactHarm + group + others + counted + share + tally + part
}

/** What the question says around the figure, and the claim too: 0.4 for each that agrees, less for each that does not. */
function aroundScore(want: TollWant, claim: Claim, { terms, days, lexicon }: FitParts): number {
  const by = want.by === null ? 0 : claim.actor === want.by ? 0.3 : -0.3
  const places = terms.filter(({ isPlace }) => isPlace)
  const bodies = terms.filter(({ isName, isPlace }) => isName && !isPlace)
  return (
    by +
    agreement(claim.place, places, lexicon) +
    Math.max(0, agreement(claim.source, bodies, lexicon)) +
    dayScore(claim, days)
  )
}

function agreement(
  words: string | null,
  asked: readonly AskedTerm[],
  lexicon: FitParts['lexicon'],
): number {
  if (words === null || asked.length === 0) return 0
  const terms = termsOf(words, lexicon)
  const best = Math.max(...asked.map((term) => term.match(terms)))
  return best === 1 ? 0.4 : best > 0 ? 0.2 : -0.2
}

/** "In government-held parts": the side of the front on which people were harmed. */
const HELD =
  /\b(?:government|regime|army|rebel|opposition|insurgent|state|IS|jihadist|kurdish)[- ](?:held|controlled|run)\b/i
const HOLDING = /\b(?:held|controlled)\b|\bunder [\p{L} ]{0,20}control\b/iu

/** How well a sentence tells of the side of the front that the question asks about. */
function sideScore(asked: string, text: string): number {
  if (!HELD.test(asked)) return 0
  return HOLDING.test(text) ? 0.4 : -0.5
}

/** A figure of a town is no answer about another: "the strike on Helluk" did not kill in Kafr Hamra. */
function isOfOtherPlace({ place, countScope }: Claim, { terms, lexicon }: FitParts): boolean {
  const asked = terms.filter(({ isPlace }) => isPlace)
  if (place === null || asked.length === 0 || countScope === 'war') return false
  const own = termsOf(place, lexicon)
  const known = own.mentions.some((name) => name.kind === 'place' && name.type !== 'country')
  return (
    known && !asked.some((term) => term.match(own) > 0 || lexicon.within(place).has(term.shown))
  )
}

/** A figure that somebody else gives is no answer where one body's count is asked for. */
function isOfOtherVoice({ source }: Claim, { voice, lexicon }: FitParts): boolean {
  if (voice === null || voice.name === null || source === null) return false
  return !isOf(voice, source, lexicon) && lexicon.lookUp(source).length > 0
}

const SLACK_DAYS = 3

/** A figure that says its own days is no answer about others. */
function isOfOtherDays({ from, to, countScope }: Claim, days: AskedDays | null): boolean {
  if (days === null || from === null || countScope === 'war') return false
  return from > addDays(days.to, SLACK_DAYS) || (to ?? from) < addDays(days.from, -SLACK_DAYS)
}

function dayScore({ from, to, countScope }: Claim, days: AskedDays | null): number {
  if (days === null || from === null || countScope === 'war') return 0
  return from <= days.to && (to ?? from) >= days.from ? 0.4 : -0.5
}
