import type { Attribution } from './cues.ts'
import { openingPhrase } from './cues.ts'
import type { Frame, Token } from './frame.ts'
import type { Cast } from './names.ts'
import type { Named } from './naming.ts'
import { isCapital, isPronoun, isSpeakerNoun, type Phrase } from './phrases.ts'
import { TAKEN_UP } from './taken-up.ts'
import * as words from './vocabulary.ts'

/** Somebody who speaks or acts at one place of the article. */
export interface Speaker {
  readonly name: string
  /** `place`: a capital that stands for a government, or only a place that a sentence is about. */
  readonly kind: 'person' | 'body' | 'plural' | 'place'
  readonly gender: 'f' | 'm' | null
  /** The nouns of the description, or of titles: `spokesman`, `source`, `group`. */
  readonly nouns: ReadonlySet<string>
}

/** So many speakers back `he` or `the group` may reach. */
const MEMORY = 60

const bodies = words.setOf(words.BODIES)
const roles = words.setOf(words.ROLES)
const joiners = words.setOf(words.JOINERS)
const MONITORING = words.setOf(
  'monitoring britain-based uk-based british-based london-based rights monitor',
)
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
      return this.#pronoun(OBJECT.get(first.lower) ?? first.lower)
    const named = this.#cast.nameIn(frame.tokens, phrase)
    if (named !== null) return fromName(this.#cast.fullest(named), frame, phrase)
    return this.#description(frame, phrase)
  }

  #pronoun(pronoun: string): Speaker | null {
    switch (pronoun) {
      case 'he':
      case 'she': {
        const gender = pronoun === 'he' ? 'm' : 'f'
        const fits = ({ kind, gender: own }: Speaker) =>
          kind === 'person' && (own === null || own === gender)
        return this.#said.findLast(fits) ?? this.#lastPerson(gender)
      }
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

  #lastPerson(gender: 'f' | 'm'): Speaker | null {
    const person = this.#cast.all.findLast(
      (named) => named.kind === 'person' && named.gender === gender && named.name !== null,
    )
    return person === undefined ? null : speakerOf(this.#cast.fullest(person))
  }

  /** `The group`, `the Russian minister`, `a source in Douma`. */
  #description(frame: Frame, phrase: Phrase): Speaker | null {
    const own = frame.tokens.slice(phrase.from, phrase.to)
    const head = headOf(own)
    if (head === null) return null
    const described: Speaker = {
      name: frame.text.slice(phrase.start, phrase.end),
      kind: kindOfHead(head),
      gender: null,
      nouns: new Set(own.filter(({ lower }) => isSpeakerNoun(lower)).map(({ lower }) => lower)),
    }
    if (!DEFINITE.has(own[0]?.lower ?? '')) return described
    return this.#takenUp(own, head, { frame, phrase }) ?? described
  }

  /** The person who spoke or acted last; else the one named last in full. */
  #lastNamed({ frame, phrase }: At): Speaker | null {
    const said = this.#said.slice(-3).findLast(({ kind }) => kind === 'person')
    if (said !== undefined) return said
    const named = this.#cast.all.findLast(
      ({ kind, text, paragraph, start }) =>
        kind === 'person' &&
        text.includes(' ') &&
        (paragraph < frame.paragraph || (paragraph === frame.paragraph && start < phrase.start)),
    )
    return named === undefined ? null : speakerOf(this.#cast.fullest(named))
  }

  /** The last one that a definite description may take up again. */
  #takenUp(own: readonly Token[], head: string, { frame, phrase }: At): Speaker | null {
    const last = OFFICE.has(head) ? this.#lastNamed({ frame, phrase }) : null
    if (last !== null && own.length <= LONGEST_OFFICE) return last
    if (own.some((token) => isCapital(token) && own[0] !== token) && own.length > 3) return null
    const monitor = own.some(({ lower }) => MONITORING.has(lower))
    const said = this.#said.findLast(
      (speaker) => speaker.nouns.has(head) && fitsNumber(speaker, head),
    )
    if (said !== undefined && !monitor) return said
    const before = (named: Named) =>
      named.paragraph < frame.paragraph ||
      (named.paragraph === frame.paragraph && named.start < phrase.start)
    const mentioned =
      this.#cast.all.findLast((named) => before(named) && takesUp(named, head, monitor)) ??
      // A monitor may be named only later: "a Britain-based group said" opens many a story.
      (monitor ? this.#cast.all.find((named) => takesUp(named, head, true)) : undefined)
    return mentioned === undefined ? (said ?? null) : speakerOf(this.#cast.fullest(mentioned))
  }
}

/** `the Vermont senator`, `the former Florida governor`, `the speaker`: offices of which a story has one at a time. */
const OFFICE = words.setOf(
  'senator governor congressman congresswoman representative republican democrat candidate nominee front-runner frontrunner businessman businesswoman billionaire mogul hopeful contender incumbent speaker mayor justice lady',
)
const LONGEST_OFFICE = 6

interface At {
  readonly frame: Frame
  readonly phrase: Phrase
}

const OBJECT: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['them', 'they'],
])

const fitsNumber = ({ kind }: Speaker, head: string): boolean =>
  roles.has(head) || bodies.has(head) ? kind === kindOfHead(head) || kind === 'body' : true

function takesUp(named: Named, head: string, monitor: boolean): boolean {
  const { name } = named
  if (name?.kind === 'organisation')
    return monitor
      ? name.type === 'monitor'
      : named.words.includes(head) || TAKEN_UP[name.type].has(head)
  if (named.kind === 'body') return named.words.includes(head)
  return named.kind === 'person' && named.role.has(head)
}

function fromName(named: Named, frame: Frame, phrase: Phrase): Speaker {
  const titled = frame.tokens.slice(phrase.from, phrase.to).map(({ lower }) => lower)
  return speakerOf(named, titled)
}

const speakerOf = (named: Named, titled: readonly string[] = []): Speaker => ({
  name: named.text,
  kind: named.kind,
  gender: named.gender,
  nouns: new Set([
    ...named.role,
    ...titled.filter(isSpeakerNoun),
    ...named.words.filter(isSpeakerNoun),
    ...(named.name?.kind === 'organisation' ? TAKEN_UP[named.name.type] : []),
  ]),
})

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

const kindOfHead = (head: string): Speaker['kind'] => {
  if (
    bodies.has(head) &&
    !/^(?:sources|rescuers|authorities|forces|groups|reports|factions|brigades)$/u.test(head)
  )
    return head === 'source' ? 'person' : 'body'
  return /(?:s|men|women|people|children)$/u.test(head) && !head.endsWith('ss')
    ? 'plural'
    : 'person'
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
