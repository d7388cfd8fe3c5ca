import type { AnyName } from '../../model/name.ts'
import { slice, type Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import type { Candidate, Reader } from './candidates.ts'
import { contentWords, joinedWords, type Terms } from './terms.ts'
import { looseSensesOf, sensesOf, stemOf } from './senses.ts'

/** One thing that a question is about, and how much it counts. */
export interface AskedTerm {
  readonly shown: string
  /** Where it stands in the question. */
  readonly at: number
  /** A name must be there, or the question is about something else. */
  readonly isName: boolean
  /** A place of the tables: a figure of another place is no answer. */
  readonly isPlace: boolean
  /** A person who is asked to have done it: "why did Taylor leave". */
  readonly isSubject: boolean
  readonly weight: number
  /** No sentence of the coverage has it, in any sense. */
  readonly unheard: boolean
  /** How well a text has it: 1 in these words, less in others of the same sense, 0 not. */
  match(terms: Terms): number
}

/** All of the coverage is about it: it narrows nothing. */
const WHOLE_COUNTRY = 'Syria'
const SENSE = 0.8
const LOOSE = 0.65
const UNHEARD = 0.85
/** Words by which people ask, rather than what they ask about. */
const WEAK = new Set(
  `speak speaks spoke spoken talk talked talking caption photo photograph picture image describe described mention mentioned point pointed refer referred remark remarks remarked
  comment comments commented address addressed note noted explain explained state stated concern concerned concerning regard regarding
  involve involved carry carried man guy person someone somebody anyone anybody thing things fact information detail details happen
  occur think thinks thought see saw seen latest newest news update exact precise roughly approximately
  itself himself herself themselves based located situated headquartered`.split(/\s+/),
)
const WEAKENED = 0.4
/** A day of the week is the matter, not a manner of speaking. */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/
const DAY_NAMED = 1.3
const NAMESAKE = 0.95
const NEAR = 0.55
const IN_HEADLINE = 0.45
const IN_ARTICLE = 0.35

/** What kinds of body people call by what they do: "state media", "the monitor". */
const KINDS = [
  [
    /\b(?:state|official|government)(?:-run)? (?:media|news agency|television|tv|agency)\b/gi,
    ['state_media'],
  ],
  [/\b(?:monitor|monitors|monitoring group|watchdog)\b(?! the)/gi, ['monitor']],
] as const

export function askedTerms(
  question: string,
  { lexicon, reader }: { readonly lexicon: Lexicon; readonly reader: Reader },
): readonly AskedTerm[] {
  const kinds = KINDS.filter(([pattern]) => question.search(pattern) >= 0)
  let rest = kinds.reduce((text, [pattern]) => text.replace(pattern, ' '), question)
  const mentions = lexicon.mentions(rest)
  for (const { span } of mentions.toReversed())
    rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`
  const names = new Map(mentions.map(({ name }) => [name.name, name]))
  const named = kinds.reduce((text, [pattern]) => text.replace(pattern, ' '), question)
  // "Damascus" may be the government, but not in "hit Damascus".
  const located = new Set(
    mentions
      .filter(({ span }) => LOCATING.test(named.slice(Math.max(0, span.start - 24), span.start)))
      .map(({ name }) => name.name),
  )
  const subjects = new Set(
    mentions
      .filter(
        ({ span }) =>
          DOING.test(named.slice(Math.max(0, span.start - 16), span.start)) &&
          // "Did Kerry's statement": the statement did.
          !/^[’']s?\s/.test(named.slice(span.end, span.end + 3)),
      )
      .map(({ name }) => name.name),
  )
  const unknown = unknownNames(rest)
  const words = new Set(contentWords(rest))
  const low = joinedWords(question)
  return [
    ...kinds.map(([pattern, types]) => ({
      ...kindTerm(types, reader),
      at: question.search(pattern),
    })),
    ...[...names.values()]
      .filter(({ name }) => name !== WHOLE_COUNTRY)
      .map((name) => ({
        ...nameTerm(name, {
          lexicon,
          reader,
          located: located.has(name.name),
          subject: subjects.has(name.name),
        }),
        at: question.indexOf(
          textAt(named, mentions.find((mention) => mention.name.name === name.name)?.span),
        ),
      })),
    ...[...words].map((word) => ({
      ...wordTerm(word, { reader, isName: unknown.has(word) }),
      at: low.indexOf(word),
    })),
  ]
}

const textAt = (text: string, span: Span | undefined): string =>
  span === undefined ? '' : slice(text, span)

const LOCATING =
  /\b(?:in|at|around|near|inside|outside|into|hit|reach(?:ed)?|enter(?:ed)?|struck|shelled|left)\s+(?:the\s+)?$/i
const DOING = /\b(?:did|does|do|has|have|had|is|was|will|would)\s+(?:mr\s+|mrs\s+|dr\s+)?$/i
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?$/

/** Capitalised words inside a question that no table knows: somebody or something all the same. */
function unknownNames(text: string): ReadonlySet<string> {
  const found = [
    ...text.matchAll(/(?<=[\p{Ll}\d,;]\s+(?:the\s+)?)\p{Lu}\p{Ll}[\p{L}'’-]+/gu),
  ].flatMap(([word]) => contentWords(word))
  return new Set(found.filter((word) => sensesOf(word).length === 0 && !CALENDAR.test(word)))
}

function wordTerm(
  word: string,
  { reader, isName }: { readonly reader: Reader; readonly isName: boolean },
): Omit<AskedTerm, 'at'> {
  const stem = stemOf(word)
  const senses = sensesOf(word)
  const loose = looseSensesOf(word)
  const match = (terms: Terms): number => {
    if (terms.stems.has(stem)) return 1
    if (senses.some((sense) => terms.senses.has(sense))) return SENSE
    return loose.some((sense) => terms.loose.has(sense)) ? LOOSE : 0
  }
  const rarity = reader.rarity((terms) => match(terms) > 0)
  // A word that stands nowhere is more often the asker's own way to put it than the matter itself.
  const plain = isName || rarity < 0.999 ? weightOf(rarity) : UNHEARD
  const weight = WEAK.has(word) ? plain * WEAKENED : WEEKDAY.test(word) ? plain * DAY_NAMED : plain
  return {
    shown: word,
    isName,
    isPlace: false,
    isSubject: false,
    weight,
    unheard: rarity >= 0.999,
    match,
  }
}

function nameTerm(
  name: AnyName,
  {
    lexicon,
    reader,
    located,
    subject,
  }: {
    readonly lexicon: Lexicon
    readonly reader: Reader
    readonly located: boolean
    readonly subject: boolean
  },
): Omit<AskedTerm, 'at'> {
  const senses = contentWords(name.name).flatMap(sensesOf)
  const folded = contentWords(fold(name.name))
  const aliasSenses = name.aliases.flatMap((alias) =>
    alias.includes(' ') ? [] : sensesOf(fold(alias)),
  )
  const alikes = name.kind === 'place' ? namesakesOf(name.name, lexicon) : [name.name]
  const inside = new Set(alikes.flatMap((each) => [...lexicon.within(each)]))
  const all = located ? [] : folded.length === 1 ? [...senses, ...aliasSenses] : aliasSenses
  const match = (terms: Terms): number => {
    if (terms.names.has(name.name)) return 1
    if (alikes.some((each) => terms.names.has(each))) return NAMESAKE
    if ([...inside].some((each) => terms.names.has(each))) return 0.8
    return all.some((sense) => terms.senses.has(sense)) ? 0.7 : 0
  }
  return {
    shown: name.name,
    isName: true,
    isPlace: name.kind === 'place',
    isSubject: subject && name.kind === 'person',
    weight: weightOf(reader.rarity((terms) => match(terms) > 0)),
    unheard: false,
    match,
  }
}

/** "Idlib" may be the city or its province: whoever asks for one is told of both. */
function namesakesOf(place: string, lexicon: Lexicon): readonly string[] {
  const bare = place.replace(/ (?:province|governorate|city)$/i, '')
  return [place, bare, `${bare} province`, `${bare} city`].flatMap((words) =>
    lexicon.lookUp(words).flatMap((name) => (name.kind === 'place' ? [name.name] : [])),
  )
}

function kindTerm(types: readonly string[], reader: Reader): Omit<AskedTerm, 'at'> {
  const match = (terms: Terms): number =>
    terms.mentions.some((name) => name.kind === 'organisation' && types.includes(name.type)) ? 1 : 0
  return {
    shown: types.join(', ').replace('_', ' '),
    isName: true,
    isPlace: false,
    isSubject: false,
    weight: weightOf(reader.rarity((terms) => match(terms) > 0)),
    unheard: false,
    match,
  }
}

const weightOf = (rarity: number): number => 0.25 + rarity

/** How well a sentence has the term; its surroundings, the headline and the rest of the article count less. */
export const matchIn = (term: AskedTerm, { terms, near, headline, whole }: Candidate): number =>
  Math.max(
    term.match(terms),
    term.match(near) * NEAR,
    term.match(headline) * IN_HEADLINE,
    term.match(whole) * IN_ARTICLE,
  )
