import type { Lexicon } from '../../names/lexicon.ts'
import type { Frame, Token } from './frame.ts'
import { isGivenName } from './given-names.ts'
import { nameIn } from './name-in-phrase.ts'
import { LINKS } from './name-runs.ts'
import { capitalsIn, type Named, namesIn } from './naming.ts'
import { isCapital, type Phrase } from './phrases.ts'

/** The names that one article holds: a bound for texts that are no articles. */
const MOST_NAMES = 4000

/** How far back a pronoun or a description reaches. */
const REACH = 150

/** A place in an article, among its names. */
export type Place = Pick<Named, 'paragraph' | 'start'>

/** The people and bodies of one article, in reading order, by each of their words. */
export interface Cast {
  readonly all: readonly Named[]
  /** The fullest form of what these words name, as the article writes it. */
  fullest(named: Named): Named
  /** Those named before a place, the nearest last. */
  before(place: Place): readonly Named[]
  /** What a phrase names, titles left out; null where it only describes. */
  nameIn(tokens: readonly Token[], phrase: Phrase): Named | null
}

export function castOf(frames: readonly Frame[], lexicon: Lexicon): Cast {
  const capitals = capitalsIn(frames)
  const all = frames
    .filter((frame) => !isAllCapitals(frame))
    .flatMap((frame) => namesIn(frame, { lexicon, capitals }))
    .slice(0, MOST_NAMES)
  const surnames = new Set(
    all
      .filter(({ words: [first = ''] }) => isGivenName(first))
      .map(({ text }) => text.slice(text.lastIndexOf(' ') + 1)),
  )
  const forms = [...new Map(all.map((named) => [`${named.kind} ${named.text}`, named])).values()]
  const known = new Map<string, Named>()
  const fullest = (named: Named): Named => {
    const key = `${named.kind} ${named.titled ?? ''} ${named.text}`
    const form = known.get(key) ?? fullestOf(forms, named)
    known.set(key, form)
    return form
  }
  return {
    all,
    fullest,
    before: (place) => {
      const end = firstBehind(all, place)
      return all.slice(Math.max(0, end - REACH), end)
    },
    nameIn: (tokens, phrase) => nameIn({ tokens, lexicon, capitals, surnames }, phrase),
  }
}

/** A headline in capitals runs its names into its verbs: Walt Boone Says Ohio Waits. */
const isAllCapitals = ({ kind, tokens }: Frame): boolean => {
  if (kind !== 'headline') return false
  const words = tokens.filter(({ kind: of, text }) => of !== 'quote' && text.length > SMALL)
  return words.length >= 4 && words.filter(isCapital).length >= 0.8 * words.length
}

/** So long are most words that such a headline writes small: and, for, the. */
const SMALL = 3

function firstBehind(all: readonly Named[], { paragraph, start }: Place): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = all[middle]
    const before =
      one !== undefined &&
      (one.paragraph < paragraph || (one.paragraph === paragraph && one.start < start))
    if (before) low = middle + 1
    else high = middle
  }
  return low
}

function fullestOf(forms: readonly Named[], named: Named): Named {
  if (named.kind === 'person' && named.words.length === 1) return fullNameOf(forms, named)
  let best = named
  for (const other of forms) if (isFuller(other, best, named)) best = other
  if (named.words.length === 1)
    for (const other of sameInTables(forms, named)) if (isFuller(other, best, other)) best = other
  return best.kind === 'body' ? (spelledOut(forms, best) ?? best) : best
}

/** Of several who share a surname (Bill and Hillary Clinton): whom the title fits, then whom the tables mean, then who is named first. */
function fullNameOf(forms: readonly Named[], named: Named): Named {
  const [own = ''] = named.words
  const fits = ({ gender }: Named) =>
    gender === null || named.titled === null || gender === named.titled
  const fuller = forms.filter((other) => isFuller(other, named, named))
  const byTables = sameInTables(forms, named).filter((other) => isFuller(other, named, other))
  const bearers = [
    ...byTables,
    ...fuller.filter(({ words }) => words.findLast((word) => !SUFFIXES.has(word)) === own),
    ...fuller,
  ].filter(fits)
  const [first] = bearers
  if (first === undefined) return named
  const same = bearers.filter(
    ({ words }) => words[0] === first.words[0] && isJunior(words) === isJunior(first.words),
  )
  return same.reduce((best, other) => (other.words.length > best.words.length ? other : best))
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii'])
const isJunior = (words: readonly string[]): boolean => SUFFIXES.has(words.at(-1) ?? '')

const sameInTables = (forms: readonly Named[], { name }: Named): readonly Named[] =>
  name === null ? [] : forms.filter((other) => other.name?.name === name.name)

const isFuller = (other: Named, best: Named, named: Named): boolean =>
  other.kind === named.kind &&
  other.words.length > best.words.length &&
  other.words.length <= 8 &&
  (named.words.length === 1 || isJunior(other.words) === isJunior(named.words)) &&
  named.words.every((word) => other.words.includes(word))

/** SOHR where the article also has the Syrian Observatory for Human Rights. */
function spelledOut(all: readonly Named[], { words: own }: Named): Named | null {
  const short = own.length === 1 ? (own[0] ?? '') : ''
  if (short.length < 2) return null
  return (
    all.find(
      (other) => other.kind === 'body' && other.words.length > 1 && initials(other.words) === short,
    ) ?? null
  )
}

const initials = (all: readonly string[]): string =>
  all
    .filter((word) => !LINKS.has(word))
    .map((word) => word.charAt(0))
    .join('')
