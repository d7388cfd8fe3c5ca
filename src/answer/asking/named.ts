import type { Lexicon } from '../../names/lexicon.ts'
import { speakerMeant } from '../speech/meant.ts'
import type { Known } from './found.ts'

const SUGGESTIONS = 3

/** The place of the tables that the words mean, else close ones. */
export function namedPlace(
  words: string,
  lexicon: Lexicon,
): { readonly place: string | null; readonly suggestions: readonly string[] } {
  const place = lexicon.lookUp(words).find((name) => name.kind === 'place')
  if (place !== undefined) return { place: place.name, suggestions: [] }
  const close = lexicon.suggest(words, SUGGESTIONS * 2).filter((name) => name.kind === 'place')
  return { place: null, suggestions: close.slice(0, SUGGESTIONS).map((name) => name.name) }
}

/** Who speaks or reports: a person or organisation of the tables, or a voice that the articles name. */
export function namedVoice(
  words: string,
  { lexicon, voices }: Pick<Known, 'lexicon' | 'voices'>,
): { readonly voice: string | null; readonly suggestions: readonly string[] } {
  const meant = speakerMeant(words, { lexicon, voices })
  if (meant !== null) return { voice: meant, suggestions: [] }
  const wanted = words.toLowerCase()
  const voice = voices.find(
    (each) =>
      each
        .toLowerCase()
        .split(/[\s,]+/)
        .includes(wanted) || each.toLowerCase() === wanted,
  )
  if (voice !== undefined) return { voice, suggestions: [] }
  const close = lexicon.suggest(words, SUGGESTIONS * 2).filter((each) => each.kind !== 'place')
  return { voice: null, suggestions: close.slice(0, SUGGESTIONS).map((each) => each.name) }
}
