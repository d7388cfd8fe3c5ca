import type { AnyName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { aboutName, type AboutName } from './about-name.ts'
import type { Frame, Token } from './frame.ts'
import { genderOfGiven, isGivenName } from './given-names.ts'
import { isTitle, runEnd, splitRun } from './name-runs.ts'
import { isCapital } from './phrases.ts'
import { isState } from './states.ts'
import * as words from './vocabulary.ts'

/** Someone or something that is named in the article. */
export interface Named {
  readonly kind: 'person' | 'body' | 'place'
  /** As written there. */
  readonly text: string
  /** The words of it in lower case. */
  readonly words: readonly string[]
  readonly name: AnyName | null
  readonly gender: 'f' | 'm' | null
  /** What the titles beside it alone tell of that: Mrs. Clinton. */
  readonly titled: 'f' | 'm' | null
  readonly role: AboutName['role']
  readonly beside: AboutName['beside']
  readonly paragraph: number
  readonly start: number
}

const titles = words.setOf(words.TITLES)
const particles = words.setOf(words.PARTICLES)
const bodies = words.setOf(words.BODIES)
const bodyNames = words.setOf(words.BODY_NAMES)
const roles = words.setOf(words.ROLES)
const acts = words.setOf(
  words.SPEECH.past,
  words.SPEECH.present,
  words.STANCE.past,
  words.STANCE.present,
  'also later then has had',
)
const determiners = words.setOf(words.DETERMINERS)
const openers = words.setOf(
  words.OPENERS,
  words.STOPPERS,
  words.JOINERS,
  words.WEEKDAYS,
  words.MONTHS,
  'among',
)
const GENDERS: ReadonlyMap<string, 'f' | 'm'> = new Map([
  ['mr', 'm'],
  ['sir', 'm'],
  ['lord', 'm'],
  ['king', 'm'],
  ['prince', 'm'],
  ['sheikh', 'm'],
  ['imam', 'm'],
  ['pope', 'm'],
  ['spokesman', 'm'],
  ['chairman', 'm'],
  ['congressman', 'm'],
  ['businessman', 'm'],
  ['man', 'm'],
  ['father', 'm'],
  ['husband', 'm'],
  ['son', 'm'],
  ['brother', 'm'],
  ['mrs', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['lady', 'f'],
  ['queen', 'f'],
  ['princess', 'f'],
  ['spokeswoman', 'f'],
  ['chairwoman', 'f'],
  ['congresswoman', 'f'],
  ['businesswoman', 'f'],
  ['woman', 'f'],
  ['mother', 'f'],
  ['wife', 'f'],
  ['daughter', 'f'],
  ['sister', 'f'],
])
const ACRONYM = /^\p{Lu}{2,}[\p{L}\p{N}]*$/u
export const NATIONALITY =
  /(?:(?:ss|yr|an|el|ypt|ord|erm|tal|ani)ian|(?:urk|rit|urd)ish|french|german|american|iraqi|israeli|saudi|qatari|lebanese|chinese|local|former|senior)$/u

/** All names of a paragraph, in reading order. */
export function namesIn(
  frame: Frame,
  { lexicon, capitals }: Pick<Making, 'lexicon' | 'capitals'>,
): readonly Named[] {
  const found: Named[] = []
  const { tokens } = frame
  for (let at = 0; at < tokens.length; ) {
    const end = runEnd(tokens, at)
    if (end === at) {
      at += 1
      continue
    }
    for (const [from, to] of splitRun(tokens, at, end)) {
      const named = makeNamed({ tokens, lexicon, capitals, frame }, from, to)
      if (named !== null) found.push(named)
    }
    at = end
  }
  return found
}

export interface Making {
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** What the article writes with a capital inside its sentences, in lower case. */
  readonly capitals: ReadonlySet<string>
  readonly frame?: Frame
  /** The last words of the names that begin with a given name, as written. */
  readonly surnames?: ReadonlySet<string>
}

/** The words that the bodies of these frames write with a capital where no sentence begins. */
export const capitalsIn = (frames: readonly Frame[]): ReadonlySet<string> =>
  new Set(
    frames.flatMap(({ kind, tokens }) =>
      kind === 'headline' || kind === 'cross-heading'
        ? []
        : tokens.flatMap((token, at) =>
            isCapital(token) && !beginsSentence(tokens, at) ? wordsOf(token.text) : [],
          ),
    ),
  )

const beginsSentence = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]
  return before === undefined || /[.!?…:]$/u.test(before.text)
}

/** `Footage showed`, `Casualties were`: a capital only because a sentence begins with it. */
const isMereWord = (making: Making, from: number, end: number): boolean =>
  end === from + 1 &&
  beginsSentence(making.tokens, from) &&
  !/ed$|\d|^(?:,|\(|an?|the|who)$/u.test(making.tokens[end]?.lower ?? '') &&
  !acts.has(making.tokens[end]?.lower ?? '') &&
  !making.capitals.has(making.tokens[from]?.lower ?? '')

export function makeNamed(making: Making, start: number, end: number): Named | null {
  const { tokens, lexicon, frame } = making
  let from = start
  for (let at = start; at < end; at += 1) {
    const lower = tokens[at]?.lower ?? ''
    const skip =
      at === from &&
      (openers.has(lower) ||
        determiners.has(lower) ||
        (isCapital(tokens[at + 1]) &&
          at + 1 < end &&
          NATIONALITY.test(lower) &&
          !isBodyRun(tokens, at, end)))
    if (
      skip ||
      (isTitle(lower) &&
        !isGivenName(tokens[at - 1]?.lower ?? '') &&
        tokens.slice(at + 1, end).some(isCapital) &&
        !isBodyRun(tokens, at, end))
    )
      from = at + 1
  }
  while (from < end && particles.has(tokens[from]?.lower ?? '') && !isCapital(tokens[from]))
    from += 1
  const first = tokens[from]
  const last = tokens[end - 1]
  if (first === undefined || last === undefined || from >= end) return null
  const own = tokens.slice(from, end)
  const text =
    frame === undefined ? joined(own) : frame.text.slice(first.start, withoutPossessive(last))
  const name = own.length === 1 ? (first.name ?? nameOf(lexicon, text)) : null
  if (name === null && isMereWord(making, from, end)) return null
  const { role, beside } = aboutName(tokens, from, end)
  const titled = genderOfRoles(role)
  return {
    kind: isDateline(making, from, end) ? 'place' : kindOf(own, name, role.size > 0),
    text,
    words: wordsOf(text),
    name,
    titled,
    gender: titled ?? (name?.kind === 'person' ? name.gender : genderOfFirst(own)),
    role: name?.kind === 'person' ? new Set([...role, ...wordsOf(name.role)]) : role,
    beside,
    paragraph: frame?.paragraph ?? -1,
    start: first.start,
  }
}

const nameOf = (lexicon: Lexicon, text: string): AnyName | null =>
  text.includes(' ') ? null : (lexicon.mentions(text)[0]?.name ?? null)

const joined = (tokens: readonly Token[]): string =>
  tokens
    .map((token, at) =>
      at === tokens.length - 1 ? token.text.replace(/['’]s?$/u, '') : token.text,
    )
    .join(' ')

const withoutPossessive = (token: Token): number =>
  token.end - (/['’]s?$/u.exec(token.text)?.[0].length ?? 0)

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** `Foreign Ministry`, `Human Rights Council`: no title begins it, though `foreign` may. */
const isBodyRun = (tokens: readonly Token[], at: number, end: number): boolean => {
  const last = tokens[end - 1]?.lower ?? ''
  return bodies.has(last) && !roles.has(last) && !titles.has(tokens[at]?.lower ?? '')
}

/** `NORTH CHARLESTON, S.C. (AP) —`: where the story was written. */
const isDateline = ({ tokens }: Making, from: number, end: number): boolean =>
  from === 0 &&
  /^(?:[,(–—]|-+)$/u.test(tokens[end]?.text ?? '') &&
  tokens.slice(from, end).every(({ text }) => CAPITALS.test(text))

const CAPITALS = /^\p{Lu}[\p{Lu}.]{3,}$/u

function kindOf(own: readonly Token[], name: AnyName | null, titled: boolean): Named['kind'] {
  if (name !== null) return name.kind === 'organisation' ? 'body' : name.kind
  if (own.some((token) => bodies.has(token.lower))) return 'body'
  if (own.length <= 2 && isState(own.map(({ lower }) => lower).join(' '))) return 'place'
  if (bodyNames.has(own.at(-1)?.lower ?? '')) return 'body'
  const only = own.length === 1 ? (own[0]?.text ?? '') : ''
  return ACRONYM.test(only) && !titled ? 'body' : 'person'
}

/** What a given name before a surname tells. */
const genderOfFirst = (own: readonly Token[]): 'f' | 'm' | null =>
  own.length > 1 ? genderOfGiven(own[0]?.lower ?? '') : null

/** What titles and offices tell: a congressman, a spokeswoman. */
export const genderOfRoles = (held: Iterable<string>): 'f' | 'm' | null => {
  for (const word of held) {
    const gender = GENDERS.get(word)
    if (gender !== undefined) return gender
  }
  return null
}
