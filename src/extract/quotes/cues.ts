import type { Span } from '../../model/span.ts'
import type { Frame, Token, Unit } from './frame.ts'
import { phraseStartingAt } from './phrase-starting.ts'
import { isCapital, isPronoun, isSpeakerNoun, type Phrase, strangerFrom } from './phrases.ts'
import { subjectBefore } from './subject-before.ts'
import * as words from './vocabulary.ts'

/** A cue with the speaker beside it, whether or not a quote belongs to it. */
export interface Attribution {
  readonly paragraph: number
  /** Position of its unit in the frame. */
  readonly unit: number
  readonly cue: Span
  /** What stands beside the cue; null where the speaker is the one of `sameAs`, or none. */
  readonly speaker: Phrase | null
  /** Position, in the frame's list, of the attribution whose speaker this one shares: `he said, adding`. */
  readonly sameAs: number | null
  /** Tokens that it covers, from and up to. */
  readonly from: number
  readonly to: number
  /** Where the verb alone stands. */
  readonly verb: number
  readonly kind: 'speech' | 'stance'
}

const speech = words.setOf(words.SPEECH.past, words.SPEECH.present, words.SPEECH.plural)
const stance = words.setOf(words.STANCE.past, words.STANCE.present, words.STANCE.plural)
const participles = words.setOf(words.SPEECH.participle, words.STANCE.participle)
const speechParticiples = words.setOf(words.SPEECH.participle)
const citing: ReadonlySet<string> = new Set(words.CITING)
const byFirst = (forms: readonly (readonly string[])[]) =>
  Map.groupBy(
    forms.toSorted((a, b) => b.length - a.length),
    (form) => form[0] ?? '',
  )
const phrases = byFirst(words.CUE_PHRASES.map((cue) => cue.split(' ')))
const PASSIVE = words.setOf('is are was were be been being')
const sources = byFirst([['according', 'to'], ['in', 'the', 'words', 'of'], ['per']])
const OBJECTS = new Set(['him', 'her', 'them'])
const OWNERS = new Set(['his', 'her', 'their'])
const DOCUMENTS = words.setOf(
  'statement statements tweet message letter video report post interview speech comments remarks email note memo release advertisement column memoir',
)
/** Between the verb and `as saying` there is room for a name with its titles and one apposition. */
const REACH = 40

interface Found {
  readonly cue: readonly [from: number, to: number]
  readonly speaker: Phrase | null
  readonly inherits: boolean
  readonly kind: Attribution['kind']
  /** Where reading goes on. */
  readonly next: number
}

/** All cues of a paragraph outside its quotes, in reading order. */
export function attributionsIn(frame: Frame): readonly Attribution[] {
  const found: Attribution[] = []
  frame.units.forEach((unit, index) => {
    const firstHere = found.length
    for (let at = unit.from; at < unit.to; ) {
      const cue = cueAt(frame, unit, at)
      if (cue === null) {
        at += 1
        continue
      }
      const attribution = place(frame, { unit: index, cue, found, firstHere })
      if (attribution !== null) found.push(attribution)
      at = Math.max(at + 1, cue.next)
    }
  })
  return found
}

interface Placing {
  readonly unit: number
  readonly cue: Found
  readonly found: readonly Attribution[]
  readonly firstHere: number
}

function place(frame: Frame, { unit, cue, found, firstHere }: Placing): Attribution | null {
  const first = frame.tokens[cue.cue[0]]
  const last = frame.tokens[cue.cue[1] - 1]
  const own = frame.units[unit]
  if (first === undefined || last === undefined || own === undefined) return null
  const shared = cue.inherits && found.length > firstHere ? found.length - 1 : null
  const speaker =
    cue.speaker ??
    (cue.inherits && shared === null ? openingPhrase(frame.tokens, own, cue.cue[0]) : null)
  if (speaker === null && shared === null) return null
  const beside = cue.speaker === null ? [] : [cue.speaker.from, cue.speaker.to]
  return {
    paragraph: frame.paragraph,
    unit,
    cue: { start: first.start, end: last.end },
    speaker,
    sameAs: speaker === null ? shared : null,
    from: Math.min(cue.cue[0], ...beside),
    to: Math.max(cue.cue[1], ...beside),
    verb: cue.cue[0],
    kind: cue.kind,
  }
}

/** Who or what a sentence begins with: its subject, where no cue stands before. */
export function openingPhrase(tokens: readonly Token[], unit: Unit, before: number): Phrase | null {
  let at = unit.from
  const first = tokens[at]?.lower ?? ''
  if (CIRCUMSTANCES.has(first)) {
    while (at < before && tokens[at]?.text !== ',') at += 1
    at += 1
  } else
    while (at < before && openers.has(tokens[at]?.lower ?? ''))
      at += tokens[at + 1]?.text === ',' ? 2 : 1
  const found = at < before ? phraseStartingAt(tokens, at, before) : null
  return found === null ? null : withNameBehind(tokens, found, before)
}

/** Whom a verb is directed at: asked `Clinton’s press secretary, Nick Merrill`, whether … */
export function addresseeAt(tokens: readonly Token[], unit: Unit, at: number): Phrase | null {
  const found = phraseStartingAt(tokens, at, unit.to)
  return found === null || isPronoun(tokens[at]) ? null : withNameBehind(tokens, found, unit.to)
}

const openers = words.setOf(words.OPENERS)
const times = words.setOf(words.WEEKDAYS, words.MONTHS)
const CIRCUMSTANCES = words.setOf(
  words.JOINERS,
  'as after before when while since during speaking asked despite amid referring following outside across behind around throughout unlike given',
)

function cueAt(frame: Frame, unit: Unit, at: number): Found | null {
  const { tokens, kind: of } = frame
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  const source = sources.get(token.lower)?.find((form) => standsAt(tokens, at, form))
  // "per day", "per head"; only behind a quote or a comma it names who says so
  if (
    source !== undefined &&
    (source.length > 1 || followsQuote(tokens, at) || tokens[at - 1]?.text === ',')
  )
    return sourceAt(tokens, unit, { at, length: source.length })
  const phrase = phrases.get(token.lower)?.find((form) => standsAt(tokens, at, form))
  if (phrase !== undefined)
    return verbAt(tokens, unit, { at, length: phrase.length, kind: 'speech', passive: false })
  if (citing.has(token.lower)) return citingAt(tokens, unit, at)
  // Only a headline writes its verbs with capitals: "Senator Warns Voters".
  if (/^\p{Lu}/u.test(token.text) && at > unit.from && of !== 'headline') return null
  if (participles.has(token.lower)) return participleAt(tokens, unit, at)
  const kind =
    speech.has(token.lower) || isUnlistedSpeech(frame, at)
      ? 'speech'
      : stance.has(token.lower)
        ? 'stance'
        : null
  if (kind === null) return null
  return verbAt(tokens, unit, { at, length: 1, kind, passive: isPassive(tokens, at) })
}

/** As many capitals as a name has. */
const LONGEST_NAME = 4

/** `“Your greed is over,” Sanders roared`, `groused Kaine`: right behind a quote any past of a verb is one of speech. */
function isUnlistedSpeech({ tokens, text }: Frame, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.lower.endsWith('ed') || stance.has(token.lower)) return false
  if (!/^\p{Ll}{5,}$/u.test(token.text)) return false
  let first = at
  while (first > at - LONGEST_NAME && isCapital(tokens[first - 1])) first -= 1
  if (first === at || !followsQuote(tokens, first)) return false
  // “Let us move on,” Boone ended the session: the comma within the marks leads to who spoke.
  const quote = tokens[first - 1]
  const goesOn = quote?.kind === 'quote' && /,[^,]$/u.test(text.slice(quote.start, quote.end))
  return goesOn || /^[.,;]$|^$/u.test(tokens[at + 1]?.text ?? '')
}

const standsAt = (tokens: readonly Token[], at: number, form: readonly string[]): boolean =>
  form.every((word, i) => tokens[at + i]?.kind === 'word' && tokens[at + i]?.lower === word)

function isPassive(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (
    tokens[before] !== undefined &&
    /ly$|^(?:also|not|now|then|once|often|long|since)$/u.test(tokens[before]?.lower ?? '')
  )
    before -= 1
  return PASSIVE.has(tokens[before]?.lower ?? '')
}

function sourceAt(
  tokens: readonly Token[],
  unit: Unit,
  { at, length }: { readonly at: number; readonly length: number },
): Found | null {
  const speaker = phraseStartingAt(tokens, at + length, unit.to)
  if (speaker === null) return null
  return { cue: [at, at + length], speaker, inherits: false, kind: 'speech', next: speaker.to }
}

/** `Interfax cited General Kuralenko, in charge of the centre, as saying`: Kuralenko speaks. */
function citingAt(tokens: readonly Token[], unit: Unit, at: number): Found | null {
  const saying = sayingAfter(tokens, unit, at)
  if (isPassive(tokens, at)) {
    if (saying === null) return null
    const speaker = subjectBefore(tokens, at, floorOf(tokens, unit, at))
    return {
      cue: [at - 1, saying + 1],
      speaker,
      inherits: speaker === null,
      kind: 'speech',
      next: saying + 1,
    }
  }
  const start = at + 1
  const speaker = OBJECTS.has(tokens[start]?.lower ?? '')
    ? pronounAt(tokens, start)
    : phraseStartingAt(tokens, start, unit.to)
  if (speaker === null) return null
  const cue = saying ?? at
  const agency = subjectBefore(tokens, at, floorOf(tokens, unit, at))
  return {
    cue: [cue, cue + 1],
    speaker: agency === null ? speaker : { ...speaker, from: speaker.from },
    inherits: false,
    kind: 'speech',
    next: (saying ?? speaker.to - 1) + 1,
  }
}

const pronounAt = (tokens: readonly Token[], at: number): Phrase | null => {
  const token = tokens[at]
  return token === undefined ? null : { from: at, to: at + 1, start: token.start, end: token.end }
}

function sayingAfter(tokens: readonly Token[], unit: Unit, at: number): number | null {
  const end = Math.min(unit.to, at + REACH)
  for (let i = at + 1; i + 1 < end; i += 1) {
    if (tokens[i]?.kind === 'quote') return null
    if (
      tokens[i]?.lower === 'as' &&
      /^(?:saying|telling|having|adding|warning)$/u.test(tokens[i + 1]?.lower ?? '')
    )
      return i + 1
  }
  return null
}

/** `said a spokesman for the campaign, Brian Fallon`: the name behind a description. */
function withNameBehind(tokens: readonly Token[], found: Phrase, end: number): Phrase {
  if (!describes(tokens, found)) return found
  if (tokens[found.to]?.text !== ',') return found
  let to = found.to + 1
  while (to < end && to <= found.to + LONGEST_NAME && isCapital(tokens[to])) to += 1
  const isName = to - found.to > 2 || tokens[to - 1]?.kind === 'name'
  if (!isName || to === found.to + 1 || !/^[.,;]?$/u.test(tokens[to]?.text ?? '')) return found
  return phraseStartingAt(tokens, found.to + 1, to) ?? found
}

/** said county commissioner and convention delegate `Walt Boone`: the name stands behind the second office. */
function withSecondOffice(tokens: readonly Token[], found: Phrase, end: number): Phrase {
  if (tokens[found.to]?.lower === 'and' && isSmallNoun(tokens[found.to - 1])) {
    const second = phraseStartingAt(tokens, found.to + 1, end)
    if (second !== null && isCapital(tokens[second.to - 1])) return second
  }
  return withNameBehind(tokens, found, end)
}

const isSmallNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !isCapital(token) && isSpeakerNoun(token.lower)

/** `the host`, `one of CNN’s correspondents`, `Clinton’s press secretary`. */
const describes = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  /^(?:an?|the|one|another|his|her|their)$/u.test(tokens[from]?.lower ?? '') ||
  (!isCapital(tokens[to - 1]) && tokens.slice(from, to - 1).some(({ possessive }) => possessive))

const SAID = new Set(['said', 'says'])
const CLOSES = /^[.;]$/u

/** `… the sect of the president said Talal al-Barazi.`: the name that closes the sentence speaks, not what it hangs on. */
function nameBehind(tokens: readonly Token[], unit: Unit, at: number): Phrase | null {
  if (!SAID.has(tokens[at]?.lower ?? '') || isPronoun(tokens[at - 1])) return null
  const found = phraseStartingAt(tokens, at + 1, unit.to)
  if (found === null || (found.to < unit.to && !CLOSES.test(tokens[found.to]?.text ?? '')))
    return null
  const own = tokens.slice(found.from, found.to)
  const isPerson =
    own.some((token) => token.name?.kind === 'person' || token.name?.kind === 'organisation') ||
    (own.length >= 2 && own.slice(-2).every(isCapital) && own.every(({ name }) => name === null))
  return isPerson && !own.some(({ lower }) => times.has(lower)) ? found : null
}

interface Verb {
  readonly at: number
  readonly length: number
  readonly kind: Attribution['kind']
  readonly passive: boolean
}

/** Who follows the verb behind a quote: `the mayor`, `one hairdresser`. */
function phraseBehind(tokens: readonly Token[], from: number, end: number): Phrase | null {
  const found = phraseStartingAt(tokens, from, end)
  const stranger = strangerFrom(tokens, from, end)
  return found === null || found.to === stranger?.to ? (stranger ?? found) : found
}

function verbAt(
  tokens: readonly Token[],
  unit: Unit,
  { at, length, kind, passive }: Verb,
): Found | null {
  const next = at + length
  if (passive) {
    if (tokens[next]?.lower !== 'by') return null
    const speaker = phraseStartingAt(tokens, next + 1, unit.to)
    return speaker === null
      ? null
      : { cue: [at, next], speaker, inherits: false, kind, next: speaker.to }
  }
  const beside = followsQuote(tokens, at) ? phraseBehind(tokens, next, unit.to) : null
  const inverted = beside === null ? null : withSecondOffice(tokens, beside, unit.to)
  if (inverted !== null)
    return { cue: [at, next], speaker: inverted, inherits: false, kind, next: inverted.to }
  const behind = kind === 'speech' ? nameBehind(tokens, unit, at) : null
  if (behind !== null)
    return { cue: [at, next], speaker: behind, inherits: false, kind, next: behind.to }
  const speaker = subjectBefore(tokens, at, floorOf(tokens, unit, at))
  const inherits =
    speaker === null && /^(?:,|and|but|then|to|or)$/u.test(tokens[at - 1]?.lower ?? '')
  if (speaker === null && !inherits && !followsQuote(tokens, at)) return null
  return { cue: [at, next], speaker, inherits: speaker === null, kind, next }
}

function participleAt(tokens: readonly Token[], unit: Unit, at: number): Found | null {
  const kind = speechParticiples.has(tokens[at]?.lower ?? '') ? 'speech' : 'stance'
  const before = tokens[at - 1]
  const beside =
    before === undefined || before.kind === 'punctuation' || before.kind === 'quote'
      ? null
      : subjectBefore(tokens, at, floorOf(tokens, unit, at))
  // "remarks that included her calling them …"
  const owned = OWNERS.has(before?.lower ?? '') ? pronounAt(tokens, at - 1) : null
  const speaker = owned ?? (beside !== null && isDocument(tokens, beside) ? null : beside)
  return { cue: [at, at + 1], speaker, inherits: speaker === null, kind, next: at + 1 }
}

/** `The army issued a statement saying`: it is the army that speaks. */
const isDocument = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens.slice(from, to).some((token) => DOCUMENTS.has(token.lower)) &&
  !tokens.slice(from, to).some((token) => isCapital(token) && token.kind === 'name')

function followsQuote(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before?.kind === 'quote') return true
  return (
    (before?.text === ',' ||
      before?.text === '–' ||
      before?.text === '-' ||
      before?.text === '—') &&
    tokens[at - 2]?.kind === 'quote'
  )
}

/** A speaker stands on the same side of a quote as its verb. */
function floorOf(tokens: readonly Token[], unit: Unit, at: number): number {
  let floor = at
  while (floor > unit.from && at - floor < 3 * REACH && tokens[floor - 1]?.kind !== 'quote')
    floor -= 1
  return floor
}
