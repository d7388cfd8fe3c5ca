import { didYouMean } from '../../answer/asking/did-you-mean.ts'
import { namedPlace, namedVoice } from '../../answer/asking/named.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { ScheduleProblem } from '../read-schedule.ts'

/** What a digest is about; all three empty: everything. */
export interface DigestScope {
  /** First forms of places of the tables. */
  readonly places: readonly string[]
  /** Words for anything else: `ceasefire`, `chemical weapons`. */
  readonly topics: readonly string[]
  /** Whose words are told; where nobody is named, everybody's. */
  readonly speakers: readonly string[]
}

export const EVERYTHING: DigestScope = { places: [], topics: [], speakers: [] }

type ScopeRead =
  | { readonly kind: 'scope'; readonly scope: DigestScope }
  | (ScheduleProblem & { readonly scope: DigestScope })

interface KnownNames {
  readonly lexicon: Lexicon
  /** Speakers and sources as the articles name them. */
  readonly voices: readonly string[]
}

const OPENING = /^(?:and\s+)?(about|quotes?|on)(?:\s+(?:of|by|from))?(?:\s+|$)/iu

/**
 * Reads `about aleppo, quotes kerry` and `about homs, idlib and the ceasefire`. A name that no table and no article has is
 * kept as a topic, or as a speaker as typed, and told with what was perhaps meant.
 */
export function readScope(words: string, known: KnownNames): ScopeRead {
  const scope = {
    places: new Set<string>(),
    topics: new Set<string>(),
    speakers: new Set<string>(),
  }
  const unsure: { readonly typed: string; readonly suggestions: readonly string[] }[] = []
  let asked: 'about' | 'quotes' = 'about'
  for (const part of partsOf(words)) {
    const opening = OPENING.exec(part)?.[1]?.toLowerCase()
    if (opening !== undefined) asked = opening.startsWith('quote') ? 'quotes' : 'about'
    const name = part
      .replace(OPENING, '')
      .replace(/^and\s+/iu, '')
      .trim()
    if (name === '') continue
    const { kind, value, suggestions } =
      asked === 'quotes' ? speaker(name, known) : subject(name, known)
    scope[kind].add(value)
    if (suggestions.length > 0) unsure.push({ typed: name, suggestions })
  }
  const read: DigestScope = {
    places: [...scope.places],
    topics: [...scope.topics],
    speakers: [...scope.speakers],
  }
  const [first] = unsure
  if (first === undefined) return { kind: 'scope', scope: read }
  return {
    kind: 'problem',
    scope: read,
    what: `No table and no article has “${first.typed}”.`,
    hint: didYouMean(first.suggestions),
    instead: first.suggestions.map((name) => words.replace(first.typed, name)),
  }
}

/** At commas, semicolons and before a new `about` or `quotes`; "and" parts names only where no name holds it. */
const partsOf = (words: string): readonly string[] =>
  words
    .split(
      /[,;]|\s+and\s+(?=(?:about|quotes?|the)\b)|(?<=\S)\s+(?=(?:about|quotes?)\s)|\s+and\s+(?=\p{L}+\s*$)/iu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')

interface Named {
  readonly kind: keyof DigestScope
  readonly value: string
  readonly suggestions: readonly string[]
}

function subject(name: string, { lexicon }: KnownNames): Named {
  const bare = name.replace(/^the\s+/iu, '')
  const { place, suggestions } = namedPlace(bare, lexicon)
  if (place !== null) return { kind: 'places', value: place, suggestions: [] }
  // A topic is any words at all: only one that looks like a place misspelt is asked about.
  const misspelt = /^\p{L}[\p{L}' -]+$/u.test(bare) && !bare.includes(' ') ? suggestions : []
  return { kind: 'topics', value: bare, suggestions: misspelt }
}

function speaker(name: string, known: KnownNames): Named {
  const { voice, suggestions } = namedVoice(name, known)
  return { kind: 'speakers', value: voice ?? name, suggestions: voice === null ? suggestions : [] }
}

/** `about Aleppo, ceasefire, quotes John Kerry`; empty where it is about everything. */
export function scopeWords({ places, topics, speakers }: DigestScope): string {
  const about = [...places, ...topics]
  return [
    ...(about.length === 0 ? [] : [`about ${about.join(', ')}`]),
    ...(speakers.length === 0 ? [] : [`quotes ${speakers.join(', ')}`]),
  ].join(', ')
}
