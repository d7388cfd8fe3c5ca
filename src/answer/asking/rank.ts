import { ofDays } from './asked-days.ts'
import { type AskedTerm, matchIn } from './asked-terms.ts'
import type { Candidate } from './candidates.ts'
import { fitsOf } from './fits/fits-of.ts'
import { givesWordOf } from './fits/voice.ts'
import { lacking } from './lacking.ts'
import { acrossClauses, closeness, inOrder, placesOf } from './nearness.ts'
import type { Ranked, Ranking } from './ranking.ts'
import type { Want } from './wants/want.ts'

const ORDER = 0.08

/** Sentences that have an answer of the wanted kind, best first; those that fall short are left out. */
export function rank(candidates: readonly Candidate[], ranking: Ranking): readonly Ranked[] {
  const roughly = candidates.flatMap((candidate) => rankOne(candidate, ranking)).toSorted(byScore)
  // How close the words stand is looked at only where it may still change the order.
  const front = roughly.slice(0, FRONT).map((each) => closely(each, ranking))
  return [...front.toSorted(byScore), ...roughly.slice(FRONT)]
}

const FRONT = 80

const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score || newest(b).localeCompare(newest(a))

function rankOne(candidate: Candidate, ranking: Ranking): readonly Ranked[] {
  const { want, terms, days, voice, lexicon } = ranking
  const fits = fitsOf(want, candidate, ranking)
  const fit = fits.toSorted((a, b) => b.score - a.score)[0]
  if (fit === undefined) return []
  const needed = want.kind === 'said' ? terms.filter(({ shown }) => shown !== want.speaker) : terms
  const dayWeight = days === null ? 0 : DAY_WEIGHT
  const ofDay = days === null ? 0 : DAY_WEIGHT * ofDays(days, candidate)
  const all = needed.reduce((sum, { weight }) => sum + weight, dayWeight)
  // A figure's source and place are as good as said in its sentence.
  const said = (term: AskedTerm): number =>
    want.kind === 'toll' && term.isName ? term.match(candidate.claimed) * CLAIMED : 0
  const around = needed.reduce(
    (sum, term) => sum + term.weight * Math.max(matchIn(term, candidate), said(term)),
    ofDay,
  )
  const here = needed.reduce(
    (sum, term) => sum + term.weight * Math.max(term.match(candidate.terms), said(term)),
    ofDay,
  )
  const coverage = all === 0 ? 1 : around / all
  const direct = all === 0 ? 1 : here / all
  const matched = needed.filter((term) => term.match(candidate.terms) > 0).length
  const density = Math.min(1, matched / Math.max(4, candidate.terms.stems.size))
  const verbose = Math.max(0, candidate.text.length - 320) / 2_000
  return [
    {
      candidate,
      fit,
      fits,
      coverage,
      score:
        0.45 * coverage +
        0.35 * direct +
        weightOfFit(want) * fit.score +
        0.25 * density +
        (voice === null ? 0 : VOICED * givesWordOf(voice, candidate, lexicon)) -
        verbose -
        furniture(candidate),
      lacks:
        days !== null && ofDay === 0
          ? days.written
          : lacking({ asked: ranking.asked, candidate, want, terms: needed, lexicon }),
    },
  ]
}

/** The same with the fit that stands closest to the words asked about, and the words of the question in their order. */
function closely(ranked: Ranked, ranking: Ranking): Ranked {
  const { want, terms, lexicon } = ranking
  const { candidate, fits, fit: before, score } = ranked
  const places = placesOf(candidate.text, terms, lexicon)
  const hits = places.flatMap(({ at }) => at)
  const [rarest = []] = terms
    .map(({ weight }, index) => ({ weight, at: places[index]?.at ?? [] }))
    .filter(({ at }) => at.length > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ at }) => at)
  const fit = fits
    .map((each) => ({
      ...each,
      score: each.score + closeness(each, hits) + acrossClauses(each, rarest, candidate.text),
    }))
    .toSorted((a, b) => b.score - a.score)[0]
  if (fit === undefined) return ranked
  const order = ORDER * inOrder(places.toSorted((a, b) => a.asked - b.asked))
  return { ...ranked, fit, score: score + order + weightOfFit(want) * (fit.score - before.score) }
}

const weightOfFit = ({ kind }: Want): number => (kind === 'toll' ? TOLL_FIT : FIT)

/** How much the kind of answer counts beside the words; a figure has more to agree in. */
const FIT = 0.3
const CLAIMED = 1
/** The word of whom the question asks goes before anybody else's. */
const VOICED = 0.2
const TOLL_FIT = 0.4
/** A day counts as a rare word does. */
const DAY_WEIGHT = 1

/** Captions and headlines shorten what the text says in full. */
const furniture = ({ paragraph }: Candidate): number =>
  paragraph.kind === 'headline' ||
  paragraph.kind === 'standfirst' ||
  paragraph.kind === 'cross-heading'
    ? 0.12
    : paragraph.kind === 'caption'
      ? 0.04
      : 0

const newest = ({ candidate }: Ranked): string =>
  candidate.article.published.how === 'unknown' ? '' : candidate.article.published.value
