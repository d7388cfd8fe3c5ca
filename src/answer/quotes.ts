import type { Article, Day } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { Quote } from '../model/quote.ts'
import { slice } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { fold } from '../text/fold.ts'
import { citeQuote, paragraphOf } from './cite.ts'
import type { Filters } from './question.ts'
import type { Citation } from './report.ts'
import { aboutOf } from './speech/about.ts'
import { asidesOf } from './speech/asides.ts'
import { names } from './speech/named-in.ts'
import { terms } from '../text/tokens.ts'
import { likeness, wordsOf } from './speech/same-quote.ts'
import { type Voices, voicesOfTables } from './speech/voices.ts'

/** One quote as one article prints it. */
export interface Telling {
  readonly article: Article
  readonly quote: Quote
  readonly words: string
  readonly speaker: string | null
  readonly cue: string | null
  readonly citation: Citation
  /** Day of publication. */
  readonly day: Day | null
}

/** One statement: a quote however many outlets carry it, in its wordings, the first one first. */
export interface Said {
  readonly speaker: string | null
  readonly day: Day | null
  /** Each wording with the articles that have it so, the fullest wording first. */
  readonly wordings: readonly Wording[]
}

export interface Wording {
  readonly words: string
  readonly tellings: readonly Telling[]
  /** How it differs from the first wording; null for that one. */
  readonly differs: 'part' | 'close' | 'translation' | null
}

/** What looks like a quote of theirs and is none. */
export type Aside =
  | { readonly kind: 'word'; readonly word: string; readonly citations: readonly Citation[] }
  | {
      readonly kind: 'about'
      readonly speaker: string
      readonly words: string
      readonly citations: readonly Citation[]
    }
  | { readonly kind: 'reported'; readonly citations: readonly Citation[] }

/** Direct speech in the coverage, newest first. */
export interface QuotesAnswer {
  readonly kind: 'quotes'
  readonly filters: Filters
  /** How the articles name who was asked for; null where everybody was. */
  readonly speaker: string | null
  readonly searched: number
  readonly said: readonly Said[]
  readonly asides: readonly Aside[]
  /** How many articles name the speaker. */
  readonly named: number
  /** Speakers of the coverage with a name close to the one asked for. */
  readonly near: readonly string[]
  readonly pronoun: 'his' | 'her' | 'its' | 'their'
}

export interface Spoken {
  readonly quotes: readonly Quote[]
  readonly articles: readonly Article[]
  readonly lexicon: Lexicon
}

/** Narrows the quotes by the filters and puts the tellings of one statement together; different ones are never merged. */
export function quotes(filters: Filters, { quotes: all, articles, lexicon }: Spoken): QuotesAnswer {
  const voices = voicesOfTables(lexicon)
  const searched = articles.filter((article) => isWithin(article, filters))
  const tellings = tellingsOf(all, searched)
  const asked = filters.speaker
  const isTheirs = (speaker: string | null) => asked === null || voices.same(speaker, asked)
  const own = tellings.filter(({ speaker }) => isTheirs(speaker))
  const isAbout = filters.about === null ? () => true : aboutOf(filters.about)
  const said = saidOf(own, voices)
    .filter(({ wordings }) =>
      wordings.some(({ tellings: each }) => each.some(({ citation }) => isAbout(citation.text))),
    )
    .toSorted((a, b) => compareDays(b.day, a.day))
  const naming =
    asked === null ? [] : searched.filter((article) => names(article, asked, { lexicon, voices }))
  return {
    kind: 'quotes',
    filters,
    speaker:
      asked === null ? null : (fullest(own.flatMap(({ speaker }) => speaker ?? [])) ?? asked),
    searched: searched.length,
    said,
    asides:
      asked === null
        ? []
        : asidesOf({ asked, naming, tellings, voices, lexicon }).filter(({ citations }) =>
            citations.some(({ text }) => isAbout(text)),
          ),
    named: naming.length,
    pronoun: asked === null ? 'their' : pronounOf(asked, lexicon),
    // Whom the articles name is the one who was meant.
    near:
      asked === null || own.length + naming.length > 0
        ? []
        : voices.near(asked, speakersOf(tellings)),
  }
}

function pronounOf(asked: string, lexicon: Lexicon): QuotesAnswer['pronoun'] {
  const name = lexicon.lookUp(asked).find(({ kind }) => kind !== 'place')
  if (name?.kind === 'organisation') return 'its'
  if (name?.kind !== 'person' || name.gender === null) return 'their'
  return name.gender === 'm' ? 'his' : 'her'
}

const speakersOf = (tellings: readonly Telling[]): readonly string[] => [
  ...new Set(tellings.flatMap(({ speaker }) => speaker ?? [])),
]

const fullest = (speakers: readonly string[]): string | null =>
  speakers.toSorted((a, b) => b.length - a.length)[0] ?? null

/** Later days first; what has no day comes last. */
const compareDays = (a: Day | null, b: Day | null): number => (a ?? '').localeCompare(b ?? '')

function isWithin(article: Article, { from, to, outlet }: Filters): boolean {
  const day = valueOf(article.published)
  if (from !== null && (day === null || day < from)) return false
  if (to !== null && (day === null || day > to)) return false
  return outlet === null || fold(valueOf(article.outlet) ?? '') === fold(outlet)
}

/** Quotes with the articles that have them, in the order of the articles. */
export function tellingsOf(
  all: readonly Quote[],
  articles: readonly Article[],
): readonly Telling[] {
  const byArticle = Map.groupBy(all, ({ article }) => article)
  return articles.flatMap((article) =>
    (byArticle.get(article.id) ?? []).flatMap((quote) => {
      const citation = citeQuote(article, quote)
      if (citation === null) return []
      const text = paragraphOf(article, quote.paragraph)?.text ?? ''
      return [
        {
          article,
          quote,
          words: citation.exact,
          speaker: quote.speaker,
          cue: quote.cue === null ? null : slice(text, quote.cue),
          citation,
          day: valueOf(article.published),
        },
      ]
    }),
  )
}

interface Gathering {
  readonly speaker: string | null
  readonly tellings: Telling[]
}

/** Reading order decides who leads; a telling joins the first statement that it tells again. */
function saidOf(tellings: readonly Telling[], voices: Voices): readonly Said[] {
  const gathered: Gathering[] = []
  const byTerm = new Map<string, Gathering[]>()
  for (const telling of tellings) {
    const keys = [...new Set(terms(telling.words)), ...wordsOf(telling.words).slice(0, 1)]
    const home = likely(keys, byTerm).find(
      ({ speaker, tellings: [first] }) =>
        first !== undefined &&
        (telling.speaker === null ? speaker === null : voices.same(telling.speaker, speaker)) &&
        isAgain(telling, first),
    )
    if (home !== undefined) {
      home.tellings.push(telling)
      continue
    }
    const own: Gathering = { speaker: telling.speaker, tellings: [telling] }
    gathered.push(own)
    for (const key of keys) byTerm.set(key, [...(byTerm.get(key) ?? []), own])
  }
  return gathered.map(toSaid)
}

/** Statements that share enough terms to be worth a closer look, the likeliest first. */
function likely(
  keys: readonly string[],
  byTerm: ReadonlyMap<string, readonly Gathering[]>,
): readonly Gathering[] {
  const counts = new Map<Gathering, number>()
  for (const key of keys)
    for (const home of byTerm.get(key) ?? []) counts.set(home, (counts.get(home) ?? 0) + 1)
  const least = Math.min(3, keys.length)
  return [...counts]
    .filter(([, count]) => count >= least)
    .toSorted(([, a], [, b]) => b - a)
    .map(([home]) => home)
}

/** In one article only the same words, or a part of them (a cross-heading), are one statement. */
function isAgain(a: Telling, b: Telling): boolean {
  const alike = likeness(a.words, b.words)
  if (alike === 'same' || alike === 'part') return true
  return a.quote.article !== b.quote.article && alike !== 'other' && isNear(a.day, b.day)
}

/** A statement is told again within days; the same wish, years later, is another one. */
const isNear = (a: Day | null, b: Day | null): boolean =>
  a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) <= 4 * 86_400_000

function toSaid({ speaker, tellings }: Gathering): Said {
  const groups = [
    ...Map.groupBy(tellings, ({ words }) => words.replace(/[\s.,;:!?]+$/u, '')).values(),
  ]
  const ordered = groups.toSorted((a, b) => (b[0]?.words.length ?? 0) - (a[0]?.words.length ?? 0))
  const lead = ordered[0]?.[0]?.words ?? ''
  return {
    speaker: fullest(tellings.flatMap((telling) => telling.speaker ?? [])) ?? speaker,
    day: tellings.map(({ day }) => day).toSorted(compareDays)[0] ?? null,
    wordings: ordered.map((each, at) => ({
      words: each[0]?.words ?? '',
      tellings: each,
      differs: at === 0 ? null : differs(lead, each[0]?.words ?? ''),
    })),
  }
}

function differs(lead: string, words: string): Wording['differs'] {
  const alike = likeness(lead, words)
  return alike === 'part' || alike === 'translation' ? alike : 'close'
}
