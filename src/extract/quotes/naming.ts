import type { AnyName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Frame, Token } from './frame.ts'
import { isCapital, isSpeakerNoun, NEXT_SENTENCE, type Phrase } from './noun-phrases.ts'
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
  /** Titles before and the apposition after it, in lower case. */
  readonly role: ReadonlySet<string>
  readonly paragraph: number
  readonly start: number
}

const titles = words.setOf(words.TITLES)
const particles = words.setOf(words.PARTICLES)
const bodies = words.setOf(words.BODIES)
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
  ['mrs', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['lady', 'f'],
  ['queen', 'f'],
  ['princess', 'f'],
  ['spokeswoman', 'f'],
  ['chairwoman', 'f'],
])
const APPOSITION = 10
/** A bound for texts that are no articles. */
const LONGEST_RUN = 30
const ACRONYM = /^\p{Lu}{2,}[\p{L}\p{N}]*$/u
const NATIONALITY =
  /(?:(?:ss|yr|an|el|ypt|ord|erm|tal|ani)ian|(?:urk|rit|urd)ish|french|german|american|iraqi|israeli|saudi|qatari|lebanese|chinese|local|former|senior)$/u
/** Small words inside a name. */
export const LINKS = new Set(['for', 'of', 'the', 'and', 'without'])

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

/** As far as capitals reach, with the small words inside a name. */
function runEnd(tokens: readonly Token[], start: number): number {
  let to = start
  let end = start
  while (to < tokens.length && to - start < LONGEST_RUN) {
    const token = tokens[to]
    if (end > start && NEXT_SENTENCE.test(token?.text ?? '') && to === end) break
    if (isCapital(token)) {
      to += 1
      end = to
      if (/['’]s?$/u.test(token?.text ?? '')) break
    } else if (end > start && token?.kind === 'word' && isLink(tokens, to)) to += 1
    else break
  }
  return end
}

const isLink = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? ''
  if (particles.has(word) && word !== 'of') return isCapital(tokens[at + 1])
  if (!LINKS.has(word) || word === 'and') return false
  const head = tokens[at - 1]?.lower ?? ''
  return word === 'the'
    ? LINKS.has(head)
    : isHead(head) && (isCapital(tokens[at + 1]) || tokens[at + 1]?.lower === 'the')
}

/** Names that go on after `of` or `for`: Ministry of Defence, Secretary of State, Observatory for Human Rights. */
const isHead = (lower: string): boolean =>
  bodies.has(lower) || roles.has(lower) || lower === 'prohibition'

/** `State Department spokesman` ends before the title; what follows a title or a possessive is a name of its own. */
function splitRun(
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'name' && !endsName(tokens, at, from) && !beginsName(tokens, at, end)) {
      if (at > from) parts.push([from, at])
      parts.push([at, at + 1])
      from = at + 1
    }
  }
  if (from < end) parts.push([from, end])
  return parts
}

/** Riad al-Asaad, where the tables know another al-Assad: one name, and not the one of the tables. */
const endsName = (tokens: readonly Token[], at: number, floor: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  return (
    at > floor &&
    token?.name?.kind === 'person' &&
    !token.text.includes(' ') &&
    before?.kind === 'word' &&
    isCapital(before) &&
    !isTitle(before.lower) &&
    !bodies.has(before.lower) &&
    !/['’]s?$/u.test(before.text)
  )
}

/** Mohammad al-Halabi, where the tables know another Mohammad. */
const beginsName = (tokens: readonly Token[], at: number, end: number): boolean => {
  const token = tokens[at]
  const next = tokens[at + 1]
  return (
    at + 1 < end &&
    token?.name?.kind === 'person' &&
    !/[\s'’]/u.test(token.text) &&
    next?.kind === 'word' &&
    isCapital(next) &&
    !isTitle(next.lower) &&
    !bodies.has(next.lower)
  )
}

export interface Making {
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** What the article writes with a capital inside its sentences, in lower case. */
  readonly capitals: ReadonlySet<string>
  readonly frame?: Frame
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
  !/ed$|\d|^(?:,|an?|the|who)$/u.test(making.tokens[end]?.lower ?? '') &&
  !acts.has(making.tokens[end]?.lower ?? '') &&
  !making.capitals.has(making.tokens[from]?.lower ?? '')

function makeNamed(making: Making, start: number, end: number): Named | null {
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
      (isTitle(lower) && tokens.slice(at + 1, end).some(isCapital) && !isBodyRun(tokens, at, end))
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
  const before = rolesBefore(tokens, from)
  const name = own.length === 1 ? (first.name ?? nameOf(lexicon, text)) : null
  if (name === null && isMereWord(making, from, end)) return null
  return {
    kind: kindOf(own, name, before.size > 0),
    text,
    words: wordsOf(text),
    name,
    gender: (name?.kind === 'person' ? name.gender : null) ?? genderOf(before),
    role: new Set([
      ...before,
      ...rolesAfter(tokens, end),
      ...(name?.kind === 'person' ? wordsOf(name.role) : []),
    ]),
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

const isTitle = (lower: string): boolean => titles.has(lower) || roles.has(lower)

/** `Foreign Ministry`, `Human Rights Council`: no title begins it, though `foreign` may. */
const isBodyRun = (tokens: readonly Token[], at: number, end: number): boolean => {
  const last = tokens[end - 1]?.lower ?? ''
  return bodies.has(last) && !roles.has(last) && !titles.has(tokens[at]?.lower ?? '')
}

function kindOf(own: readonly Token[], name: AnyName | null, titled: boolean): Named['kind'] {
  if (name !== null) return name.kind === 'organisation' ? 'body' : name.kind
  if (own.some((token) => bodies.has(token.lower))) return 'body'
  const only = own.length === 1 ? (own[0]?.text ?? '') : ''
  return ACRONYM.test(only) && !titled ? 'body' : 'person'
}

function rolesBefore(tokens: readonly Token[], from: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = from - 1; at >= 0 && at >= from - APPOSITION; at -= 1) {
    const token = tokens[at]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) break
    if (!isTitle(token.lower) && !isCapital(token) && token.lower !== 'of') break
    if (isTitle(token.lower)) found.add(token.lower)
  }
  return found
}

/** John Kerry, the US `secretary` of state. */
function rolesAfter(tokens: readonly Token[], end: number): readonly string[] {
  if (tokens[end]?.text !== ',') return []
  const found: string[] = []
  for (let at = end + 1; at < end + APPOSITION; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punctuation' || token.kind === 'quote') break
    if (roles.has(token.lower)) found.push(token.lower)
  }
  return found
}

const genderOf = (role: ReadonlySet<string>): 'f' | 'm' | null => {
  for (const word of role) {
    const gender = GENDERS.get(word)
    if (gender !== undefined) return gender
  }
  return null
}

/** What a phrase names, titles left out; null where it only describes. */
export function nameIn(making: Making, phrase: Phrase): Named | null {
  const { tokens } = making
  let to = phrase.to
  const cut = joinerAfterName(tokens, phrase)
  if (cut !== null) to = cut
  while (
    to > phrase.from &&
    (!isCapital(tokens[to - 1]) || roles.has(tokens[to - 1]?.lower ?? ''))
  ) {
    // Putin's spokesman, the US official: a description, whoever is named in it.
    if (isSpeakerNoun(tokens[to - 1]?.lower ?? '')) {
      const beside = besideNoun(making, phrase, to)
      return beside
    }
    to -= 1
  }
  if (to === phrase.from) return null
  let from = to
  while (
    from > phrase.from &&
    (isCapital(tokens[from - 1]) ||
      isLink(tokens, from - 1) ||
      particles.has(tokens[from - 1]?.lower ?? ''))
  ) {
    if (from < to && /['’]s?$/u.test(tokens[from - 1]?.text ?? '')) break
    if (tokens[from - 1]?.kind === 'name') {
      if (from !== to && !beginsName(tokens, from - 1, to)) break
      from -= 1
      if (!endsName(tokens, from, phrase.from)) break
      continue
    }
    from -= 1
  }
  return makeNamed(making, from, to)
}

/** `Jens Laerke spokesman` for the UN, the `Syrian Observatory for Human Rights monitoring group`: a name all the same. */
function besideNoun(making: Making, phrase: Phrase, end: number): Named | null {
  const { tokens } = making
  let to = end
  while (to > phrase.from && !isCapital(tokens[to - 1])) to -= 1
  const noun = tokens.slice(to, end)
  const last = tokens[to - 1]
  if (
    last?.name?.kind === 'organisation' &&
    noun.every(
      ({ lower }) =>
        (bodies.has(lower) && (!roles.has(lower) || lower === 'monitor')) ||
        lower === 'news' ||
        lower.endsWith('ing'),
    ) &&
    !/['’]s?$/u.test(last.text)
  )
    return makeNamed(making, to - 1, to)
  const run = tokens.slice(phrase.from, to)
  const role = noun[0]?.lower ?? ''
  const isName =
    run.length >= 2 &&
    run.length <= 4 &&
    run.every(isCapital) &&
    run.every(
      ({ lower, name }) => !isTitle(lower) && !bodies.has(lower) && name?.kind !== 'organisation',
    )
  const named =
    roles.has(role) && isName && !NATIONALITY.test(run[0]?.lower ?? '')
      ? makeNamed(making, phrase.from, to)
      : null
  return named?.kind === 'person' ? named : null
}

/** Sam Taylor `of` the MSF, a witness `in` Douma: the name or the noun stands before it. */
function joinerAfterName(tokens: readonly Token[], { from, to }: Phrase): number | null {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || !JOINING.has(token.lower)) continue
    if (isLink(tokens, at) && !/^\p{Ll}/u.test(tokens[at - 1]?.text ?? '') && bodyLike(tokens, at))
      continue
    return at
  }
  return null
}

const JOINING = words.setOf('of for from in at with inside near including within under')

const bodyLike = (tokens: readonly Token[], at: number): boolean => {
  const head = tokens[at - 1]?.lower ?? ''
  return isHead(head)
}
