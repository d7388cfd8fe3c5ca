import type { Lexicon } from '../../names/lexicon.ts'
import { nameWords } from './voices.ts'

export interface Heard {
  readonly lexicon: Lexicon
  /** Who speaks in the coverage, as the articles name them. */
  readonly voices: readonly string[]
}

const ARTICLES = new Set(['al', 'el'])

/**
 * Who is meant by a name as typed: a bare surname is that of the person whom the articles name in full, and only where
 * they name nobody so that of the tables. Null where neither knows it.
 */
export function speakerMeant(typed: string, { lexicon, voices }: Heard): string | null {
  const filed = lexicon.lookUp(typed).find(({ kind }) => kind !== 'place')
  const own = nameWords(typed).filter((word) => !ARTICLES.has(word))
  const [surname] = own
  if (surname === undefined) return filed?.name ?? null
  const namesakes = voices.filter((voice) => {
    const words = nameWords(voice)
    return words.at(-1) === own.at(-1) && own.every((word) => words.includes(word))
  })
  if (filed === undefined) return namesakes[0] ?? onlyOneWith(own, voices)
  if (filed.kind !== 'person' || own.length > 1) return filed.name
  const inFull = namesakes.filter((voice) => isFull(voice))
  const isTheirs =
    inFull.length === 0 || inFull.some((voice) => isFiled(voice, filed.name, lexicon))
  return isTheirs ? filed.name : (inFull[0] ?? filed.name)
}

/** `Fatima`, where one speaker is called so. */
function onlyOneWith(own: readonly string[], voices: readonly string[]): string | null {
  const called = voices.filter(
    (voice) => nameWords(voice).slice(0, own.length).join(' ') === own.join(' '),
  )
  return called.length === 1 ? (called[0] ?? null) : null
}

const isFull = (voice: string): boolean =>
  nameWords(voice).filter((word) => !ARTICLES.has(word)).length > 1

const isFiled = (voice: string, name: string, lexicon: Lexicon): boolean =>
  lexicon.lookUp(voice).some((each) => each.name === name)
