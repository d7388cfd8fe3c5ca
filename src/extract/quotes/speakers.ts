import type { Attribution } from './cues.ts'
import { openingPhrase } from './cues.ts'
import { takenUp } from './definite.ts'
import type { Frame, Token } from './frame.ts'
import type { Cast, Place } from './names.ts'
import { genderOfRoles, type Named } from './naming.ts'
import { isPronoun, isSpeakerNoun, type Phrase } from './phrases.ts'
import { kindOfHead, type Speaker, speakerOf } from './speaker.ts'
import * as words from './vocabulary.ts'

/** So many speakers back `he` or `the group` may reach. */
const MEMORY = 60

const joiners = words.setOf(words.JOINERS)
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'his', 'her', 'their'])

/** Reads along the article and knows, at each place, who has spoken or acted so far. */
export class Speakers {
  readonly #cast: Cast
  readonly #said: Speaker[] = []

  constructor(cast: Cast) {
    this.#cast = cast
  }

  /** Who the phrase means; notes it as the last one who was spoken of. */
  hear(frame: Frame, phrase: Phrase): Speaker | null {
    const found = this.resolve(frame, phrase)
    const speaker: Speaker | null = found?.kind === 'place' ? { ...found, kind: 'body' } : found
    if (speaker !== null) this.#said.push(speaker)
    if (this.#said.length > 2 * MEMORY) this.#said.splice(0, MEMORY)
    return speaker
  }

  resolve(frame: Frame, phrase: Phrase): Speaker | null {
    const first = frame.tokens[phrase.from]
    if (first === undefined) return null
    if (phrase.to - phrase.from === 1 && (isPronoun(first) || OBJECT.has(first.lower)))
      return this.#pronoun(OBJECT.get(first.lower) ?? first.lower, placeOf(frame, phrase))
    const named = this.#cast.nameIn(frame.tokens, phrase)
    if (named !== null) return fromName(this.#cast.fullest(named), frame, phrase)
    return this.#description(frame, phrase)
  }

  #pronoun(pronoun: string, at: Place): Speaker | null {
    switch (pronoun) {
      case 'he':
      case 'she':
        return this.#person(pronoun === 'he' ? 'm' : 'f', at)
      case 'it':
        return this.#said.findLast(({ kind }) => kind === 'body') ?? null
      case 'they':
        return (
          this.#said.slice(-4).findLast(({ kind }) => kind === 'plural') ??
          this.#said.findLast(({ kind }) => kind !== 'person') ??
          null
        )
      default:
        return null
    }
  }

  /** Who spoke or acted last and may be he, or she; where nobody did, who was named last. */
  #person(gender: 'f' | 'm', at: Place): Speaker | null {
    const said = this.#said.findLast(
      ({ kind, gender: own }) => kind === 'person' && (own === null || own === gender),
    )
    if (said !== undefined) return said
    const fits = (one: Named) => one.kind === 'person' && one.gender === gender
    const named =
      this.#cast.before(at).findLast(fits) ??
      this.#cast.all.findLast((one) => fits(one) && one.name !== null)
    return named === undefined ? null : speakerOf(this.#cast.fullest(named))
  }

  /** `The group`, `the Russian minister`, `a source in Douma`. */
  #description(frame: Frame, phrase: Phrase): Speaker | null {
    const own = frame.tokens.slice(phrase.from, phrase.to)
    const head = headOf(own) ?? (phrase.stranger === true ? lastWord(own) : null)
    if (head === null) return null
    const described: Speaker = {
      name: frame.text.slice(phrase.start, phrase.end),
      kind: kindOfHead(head),
      gender: genderOfRoles([head]),
      nouns: new Set(own.filter(({ lower }) => isSpeakerNoun(lower)).map(({ lower }) => lower)),
    }
    const definite = DEFINITE.has(own[0]?.lower ?? '') || own.slice(0, -1).some(isPossessive)
    if (!definite) return described
    const memory = { cast: this.#cast, said: this.#said }
    return takenUp({ own, head, ...placeOf(frame, phrase) }, memory) ?? described
  }
}

const isPossessive = ({ kind, possessive }: Token): boolean => kind !== 'punctuation' && possessive

const placeOf = ({ paragraph }: Frame, { start }: Phrase): Place => ({ paragraph, start })

const OBJECT: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['his', 'he'],
  ['her', 'she'],
  ['them', 'they'],
  ['their', 'they'],
])

function fromName(named: Named, frame: Frame, phrase: Phrase): Speaker {
  const titled = frame.tokens.slice(phrase.from, phrase.to).map(({ lower }) => lower)
  return speakerOf(named, titled)
}

/** The noun that says what the phrase describes: the last one before `of`, `in`, `from`. */
function headOf(own: readonly Token[]): string | null {
  let head: string | null = null
  for (const [at, token] of own.entries()) {
    if (at > 0 && joiners.has(token.lower) && head !== null) break
    if (isSpeakerNoun(token.lower) || (token.lower === 'one' && at === own.length - 1))
      head = token.lower
  }
  return head
}

/** A `hairdresser` is in no table. */
function lastWord(own: readonly Token[]): string | null {
  const end = own.findIndex(({ lower }, at) => at > 1 && joiners.has(lower))
  return own.at(end < 0 ? -1 : end - 1)?.lower ?? null
}

/** Who a sentence is about, where it begins with a person or a body: `he` in the next one means them. */
export function hearSubject(
  speakers: Speakers,
  frame: Frame,
  unit: number,
  before: readonly Attribution[],
): Speaker | null {
  const own = frame.units[unit]
  if (own === undefined) return null
  const phrase = openingPhrase(frame.tokens, own, before[0]?.from ?? own.to)
  if (phrase === null || speakers.resolve(frame, phrase)?.kind === 'place') return null
  return speakers.hear(frame, phrase)
}
