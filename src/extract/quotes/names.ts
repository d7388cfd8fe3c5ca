import type { Lexicon } from '../../names/lexicon.ts'
import type { Frame, Token } from './frame.ts'
import { nameIn } from './name-in-phrase.ts'
import { LINKS } from './name-runs.ts'
import { capitalsIn, type Named, namesIn } from './naming.ts'
import type { Phrase } from './phrases.ts'

/** The names that one article holds: a bound for texts that are no articles. */
const MOST_NAMES = 4000

/** The people and bodies of one article, in reading order, by each of their words. */
export interface Cast {
  readonly all: readonly Named[]
  /** The fullest form of what these words name, as the article writes it. */
  fullest(named: Named): Named
  /** What a phrase names, titles left out; null where it only describes. */
  nameIn(tokens: readonly Token[], phrase: Phrase): Named | null
}

export function castOf(frames: readonly Frame[], lexicon: Lexicon): Cast {
  const capitals = capitalsIn(frames)
  const all = frames.flatMap((frame) => namesIn(frame, { lexicon, capitals })).slice(0, MOST_NAMES)
  const forms = [...new Map(all.map((named) => [`${named.kind} ${named.text}`, named])).values()]
  const known = new Map<string, Named>()
  const fullest = (named: Named): Named => {
    const key = `${named.kind} ${named.text}`
    const form = known.get(key) ?? fullestOf(forms, named)
    known.set(key, form)
    return form
  }
  return { all, fullest, nameIn: (tokens, phrase) => nameIn({ tokens, lexicon, capitals }, phrase) }
}

function fullestOf(forms: readonly Named[], named: Named): Named {
  let best = named
  for (const other of forms) if (isFuller(other, best, named)) best = other
  if (named.words.length === 1)
    for (const other of sameInTables(forms, named)) if (isFuller(other, best, other)) best = other
  return best.kind === 'body' ? (spelledOut(forms, best) ?? best) : best
}

const sameInTables = (forms: readonly Named[], { name }: Named): readonly Named[] =>
  name === null ? [] : forms.filter((other) => other.name?.name === name.name)

const isFuller = (other: Named, best: Named, named: Named): boolean =>
  other.kind === named.kind &&
  other.words.length > best.words.length &&
  other.words.length <= 8 &&
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
