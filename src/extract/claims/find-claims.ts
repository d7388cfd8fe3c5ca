import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { layOut, type Reading, type Sentence } from '../reading.ts'
import { type Follow, tellStep, type Trace } from '../trace.ts'
import { nameClaimants } from './blame.ts'
import { markBreakdowns } from './breakdowns.ts'
import { nameCauses } from './causes.ts'
import { divideClauses } from './clauses.ts'
import { type Draft, printed, type Refiner } from './draft.ts'
import { type Figure, findFigures } from './figures.ts'
import {
  goOnSameDay,
  goOnSameEvent,
  goOnWithEvent,
  goOnWithSource,
  headlineFromBody,
} from './goes-on.ts'
import { nameGroups } from './groups.ts'
import type { Harmed } from './harm-words.ts'
import { tieHarms } from './harms.ts'
import { inheritFromWhole, placeFromParts, sourceFromParts } from './inherit.ts'
import { partsOfBefore } from './parts-after.ts'
import { placeOnMap } from './places.ts'
import { dropImplausible } from './plausible.ts'
import { nameSources } from './sources.ts'
import { markSubsets } from './subsets.ts'
import { shareTellings } from './tellings.ts'
import { placeInTime } from './times.ts'
import { countScopeOf, markTotals } from './totals.ts'

/** What happens to a figure that is tied to a harm, in this order. */
const REFINERS: readonly Refiner[] = [
  divideClauses,
  nameGroups,
  markSubsets,
  markTotals, // before the places: a total of the war is Syria's
  placeInTime,
  markBreakdowns, // after the times: figures of another day are no parts
  placeOnMap,
  nameCauses,
  nameSources,
  sourceFromParts,
  placeFromParts,
  inheritFromWhole,
  shareTellings,
  goOnSameDay,
  goOnSameEvent,
  goOnWithEvent,
  goOnWithSource,
  dropImplausible, // before those who are blamed or claim it
  nameClaimants,
  headlineFromBody,
]

/**
 * The figures of people harmed in an article, in reading order, as docs/annotating.md defines them.
 * Pure: the same article and tables give the same claims.
 */
export function findClaims(article: Article, lexicon: Lexicon, trace?: Trace): readonly Claim[] {
  const reading = layOut(article, lexicon)
  const drafts = REFINERS.reduce(
    (before, refine) => {
      const after = refine(before, reading)
      if (trace !== undefined) tellStep(trace, { rule: refine.name, before, after, ...FOLLOW })
      return after
    },
    firstDrafts(reading, trace),
  )
  return drafts.map((draft, index) => toClaim(draft, index, article.id))
}

/** One draft a figure; a sentence that stands twice word for word is read once. */
function firstDrafts(reading: Reading, trace?: Trace): readonly Draft[] {
  const seen = new Set<string>()
  const drafts: Draft[] = []
  for (const sentence of reading.sentences) {
    if (seen.has(sentence.text)) continue
    seen.add(sentence.text)
    const figures = findFigures(sentence)
    const own = tieHarms(sentence, figures)
    const tied = own.length > 0 ? own : partsOfBefore(sentence, figures, drafts.slice(-LAST))
    for (const harmed of tied) drafts.push(draftOf(drafts.length, sentence, harmed))
    if (trace !== undefined) tellFigures(trace, { sentence, figures, tied })
  }
  return drafts
}

/** Figures in which those of the sentence before are looked for; a book is no article. */
const LAST = 24

interface Figures {
  readonly sentence: Sentence
  readonly figures: readonly Figure[]
  readonly tied: readonly Harmed[]
}

function tellFigures(trace: Trace, { sentence, figures, tied }: Figures): void {
  const at = { paragraph: sentence.paragraph.number, sentence: sentence.span }
  for (const figure of figures)
    trace(at, 'tieHarms', () => {
      const harmed = tied.find((one) => one.figure === figure)
      const how =
        harmed === undefined
          ? 'tied to no harm'
          : `${harmed.harm} by “${printed(sentence, harmed.at, harmed.at)}” (${harmed.tie})`
      return `“${printed(sentence, figure.first, figure.last)}” ${how}`
    })
}

const FOLLOW: Follow<Draft> = {
  key: ({ id }) => id,
  at: ({ sentence }) => ({ paragraph: sentence.paragraph.number, sentence: sentence.span }),
  words: ({ sentence, harmed }) => printed(sentence, harmed.figure.first, harmed.figure.last),
  fields: [
    'harm',
    'group',
    'whole',
    'place',
    'when',
    'from',
    'to',
    'weapon',
    'actor',
    'source',
    'cumulative',
  ],
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
  placed: null,
  when: null,
  from: null,
  to: null,
  weapon: null,
  actor: null,
  source: null,
  cumulative: false,
})

function toClaim(draft: Draft, index: number, article: string): Claim {
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
    subsetOf: draft.whole,
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
