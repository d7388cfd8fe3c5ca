import type { Lexicon } from '../../names/lexicon.ts'
import type { Want } from './wants/want.ts'
import { type AskedDays, ofDays } from './asked-days.ts'
import { type AskedTerm, matchIn } from './asked-terms.ts'
import type { Candidate } from './candidates.ts'
import type { Fit } from './fits/fit.ts'
import { fitsOf } from './fits/fits-of.ts'
import { asksSpeech, isVoice } from './fits/said.ts'
import type { Span } from '../../model/span.ts'
import { words as wordsIn } from '../../text/words.ts'
import { contentWords, type Terms } from './terms.ts'
import { sensesOf, stemOf } from './senses.ts'

export interface Ranked {
  readonly candidate: Candidate
  readonly fit: Fit
  /** All places in it where an answer may stand. */
  readonly fits: readonly Fit[]
  readonly score: number
  /** How much of the question the sentence and its surroundings have, 0 to 1. */
  readonly coverage: number
  /** The name that the question gives and that is nowhere near, or null. */
  readonly lacks: string | null
}

/** How much of a question must be met before its answer is given: a wrong answer is worse than none. */
const LEAST: Readonly<Record<Want['kind'], number>> = {
  toll: 0.3,
  number: 0.45,
  source: 0.4,
  share: 0.3,
  duration: 0.5,
  author: 0.4,
  picture: 0,
  said: 0.35,
  // What says which minister it is was asked of the words beside the name.
  role: 0,
  identity: 0.3,
  who: 0.55,
  when: 0.55,
  where: 0.5,
  why: 0.5,
  called: 0.5,
  sort: 0.5,
  which: 0.5,
  whether: 0.5,
  what: 0.5,
}

export interface Ranking {
  readonly asked: string
  readonly want: Want
  readonly terms: readonly AskedTerm[]
  /** The days it is about, or null. */
  readonly days: AskedDays | null
  readonly lexicon: Lexicon
}

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

/** Kinds whose matter is in their words alone: where most of these are unheard of, no sentence can be the answer. */
const BY_WORDS: ReadonlySet<Want['kind']> = new Set([
  'whether',
  'what',
  'who',
  'when',
  'where',
  'why',
  'which',
  'sort',
  'duration',
])

export function isUnheardOf({ asked, want, terms }: Omit<Ranking, 'lexicon' | 'days'>): boolean {
  if (!BY_WORDS.has(want.kind)) return false
  const words = terms.filter(({ isName }) => !isName)
  // "Which pilot …": where there is no pilot, there is no answer.
  const things = /\bwhich\s+([\p{L}-]+)(?:\s+([\p{L}-]+))?/iu.exec(asked)?.slice(1) ?? []
  if (
    words.some(
      (term) =>
        term.unheard && things.some((thing) => contentWords(thing ?? '').includes(term.shown)),
    )
  )
    return true
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  const unheard = words.reduce((sum, term) => sum + (term.unheard ? term.weight : 0), 0)
  return all > 0 && unheard / all > 0.5
}

export const answers = (ranked: Ranked, want: Want): boolean =>
  ranked.lacks === null && ranked.coverage >= LEAST[want.kind]

function rankOne(candidate: Candidate, ranking: Ranking): readonly Ranked[] {
  const { want, terms, days, lexicon } = ranking
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
        0.25 * density -
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
  const fit = fits
    .map((each) => ({ ...each, score: each.score + closeness(each, hits) }))
    .toSorted((a, b) => b.score - a.score)[0]
  if (fit === undefined) return ranked
  const order = ORDER * inOrder(places.toSorted((a, b) => a.asked - b.asked))
  return { ...ranked, fit, score: score + order + weightOfFit(want) * (fit.score - before.score) }
}

const weightOfFit = ({ kind }: Want): number => (kind === 'toll' ? TOLL_FIT : FIT)

/** How much the kind of answer counts beside the words; a figure has more to agree in. */
const FIT = 0.3
const CLAIMED = 0.9
const TOLL_FIT = 0.4
/** A day counts as a rare word does. */
const DAY_WEIGHT = 1

const CLOSE = 0.15
const FAR = 60

interface Placed {
  /** Where the question has it. */
  readonly asked: number
  /** Where the sentence has it. */
  readonly at: readonly Span[]
}

/** Where the words and names of the question stand in the sentence. */
function placesOf(text: string, terms: readonly AskedTerm[], lexicon: Lexicon): readonly Placed[] {
  const nobody: Terms = { stems: new Set(), senses: new Set(), names: new Set(), mentions: [] }
  const named = lexicon.mentions(text).map(({ span, name }) => ({
    span,
    own: { ...nobody, names: new Set([name.name]), mentions: [name] },
  }))
  const worded = wordsIn(text).flatMap(({ low, start, end }) => {
    const [word] = /\p{L}/u.test(low) ? contentWords(low) : []
    if (word === undefined) return []
    const own = { ...nobody, stems: new Set([stemOf(word)]), senses: new Set(sensesOf(word)) }
    return [{ span: { start, end }, own }]
  })
  return terms.map((term) => ({
    asked: term.at,
    at: [...named, ...worded].filter(({ own }) => term.match(own) > 0).map(({ span }) => span),
  }))
}

const ORDER = 0.08
const NEXT = 45

/** How much of the question the sentence has in the same order: "the US wanted Russia to" is not "Russia wanted the US to". */
function inOrder(places: readonly Placed[]): number {
  if (places.length < 2) return 0
  const pairs = places
    .slice(1)
    .filter(({ at }, index) =>
      (places[index]?.at ?? []).some(({ end }) =>
        at.some(({ start }) => start >= end && start - end <= NEXT),
      ),
    )
  return pairs.length / (places.length - 1)
}

/** A day beside the verb asked about goes before one at the other end of the sentence. */
function closeness({ span }: Fit, hits: readonly Span[]): number {
  const outside = hits.filter((hit) => hit.end <= span.start || hit.start >= span.end)
  const away = Math.min(
    ...outside.map((hit) => (hit.end <= span.start ? span.start - hit.end : hit.start - span.end)),
  )
  return CLOSE * Math.max(0, 1 - away / FAR)
}

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

function lacking({
  asked,
  candidate,
  want,
  terms,
  lexicon,
}: Pick<Ranking, 'asked' | 'want' | 'terms' | 'lexicon'> & { readonly candidate: Candidate }):
  | string
  | null {
  const strict =
    want.kind === 'toll' || want.kind === 'number' || want.kind === 'role' || want.kind === 'called'
  const missing = terms.find((term) => {
    if (!term.isName) return false
    // Somebody who did it stands in the sentence or beside it, not anywhere in the article.
    if (term.isSubject)
      return (
        !standsFor(term, candidate) ||
        (!asksSpeech(asked) && onlySpeaks(term.shown, candidate, lexicon))
      )
    if (!strict || !term.isPlace) return matchIn(term, candidate) === 0
    if (term.match(candidate.terms) > 0 || term.match(candidate.claimed) > 0) return false
    return Math.max(term.match(candidate.near), term.match(candidate.headline)) === 0
  })
  return missing?.shown ?? null
}

/** Whether a person stands in the sentence, or beside it while nobody else does: "he", "the minister". */
const standsFor = (term: AskedTerm, { terms, near }: Candidate): boolean =>
  term.match(terms) > 0 ||
  (term.match(near) > 0 && !terms.mentions.some(({ kind }) => kind === 'person'))

/** Whether a person stands in the sentence only as the one whose words it gives: a speaker has done nothing in it. */
const onlySpeaks = (person: string, { text, quotes }: Candidate, lexicon: Lexicon): boolean =>
  quotes.length > 0 &&
  lexicon.mentions(text).filter(({ name }) => name.name === person).length === 1 &&
  isVoice(person, text, lexicon)
