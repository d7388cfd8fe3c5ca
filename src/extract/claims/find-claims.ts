import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { layOut, type Reading, type Sentence } from '../reading.ts'
import { markBreakdowns } from './breakdowns.ts'
import { nameCauses } from './causes.ts'
import { divideClauses } from './clauses.ts'
import type { Draft, Refiner } from './draft.ts'
import { findFigures } from './figures.ts'
import { nameGroups } from './groups.ts'
import { tieHarms } from './harms.ts'
import {
  fillRetellings,
  goOnSameDay,
  headlineFromBody,
  inheritFromWhole,
  sourceFromParts,
} from './inherit.ts'
import { placeOnMap } from './places.ts'
import { nameSources } from './sources.ts'
import { markSubsets } from './subsets.ts'
import { placeInTime } from './times.ts'
import { countScopeOf, markTotals } from './totals.ts'

/** What happens to a figure that is tied to a harm, in this order. */
const REFINERS: readonly Refiner[] = [
  divideClauses,
  nameGroups,
  markSubsets,
  markBreakdowns,
  markTotals, // before the places: a total of the war is Syria's
  placeInTime,
  placeOnMap,
  nameCauses,
  nameSources,
  sourceFromParts,
  inheritFromWhole,
  fillRetellings,
  goOnSameDay,
  headlineFromBody,
]

/**
 * The figures of people harmed in an article, in reading order, as gold/GUIDELINES.md defines them.
 * Pure: the same article and tables give the same claims.
 */
export function findClaims(article: Article, lexicon: Lexicon): readonly Claim[] {
  const reading = layOut(article, lexicon)
  const drafts = REFINERS.reduce((found, refine) => refine(found, reading), firstDrafts(reading))
  return drafts.map((draft, index) => toClaim(draft, index, drafts, article.id))
}

/** One draft a figure; a sentence that stands twice word for word is read once. */
function firstDrafts(reading: Reading): readonly Draft[] {
  const seen = new Set<string>()
  const drafts: Draft[] = []
  for (const sentence of reading.sentences) {
    if (seen.has(sentence.text)) continue
    seen.add(sentence.text)
    for (const harmed of tieHarms(sentence, findFigures(sentence)))
      drafts.push(draftOf(drafts.length, sentence, harmed))
  }
  return drafts
}

const draftOf = (id: number, sentence: Sentence, harmed: Draft['harmed']): Draft => ({
  id,
  sentence,
  harmed,
  harm: harmed.harm,
  group: 'people',
  whole: null,
  clause: { first: 0, last: sentence.tokens.length - 1 },
  place: null,
  when: null,
  from: null,
  to: null,
  weapon: null,
  actor: null,
  source: null,
  cumulative: false,
})

function toClaim(draft: Draft, index: number, drafts: readonly Draft[], article: string): Claim {
  const {
    sentence,
    harmed,
    place,
    when,
    from,
    to,
    weapon,
    actor,
    source,
    cumulative,
    harm,
    group,
  } = draft
  const { quantity, first, last } = harmed.figure
  const whole = draft.whole === null ? -1 : drafts.findIndex((other) => other.id === draft.whole)
  return {
    article,
    index,
    paragraph: sentence.paragraph.number,
    sentence: sentence.span,
    figure: {
      start: sentence.tokens[first]?.start ?? sentence.span.start,
      end: sentence.tokens[last]?.end ?? sentence.span.end,
    },
    harm,
    qualifier: quantity.hedge,
    low: quantity.low,
    high: quantity.high,
    vague: quantity.vague,
    group,
    subsetOf: whole < 0 ? null : whole,
    place,
    when,
    from,
    to,
    weapon,
    actor,
    source,
    cumulative,
    countScope: countScopeOf(draft),
  }
}
