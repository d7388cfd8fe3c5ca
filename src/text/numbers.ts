import type { Token } from './words.ts'

/** How a number is hedged; the words for it are in QUALIFIERS below. */
type Hedge = 'exact' | 'at_least' | 'more_than' | 'nearly' | 'about' | 'up_to' | 'between' | 'vague'

/** A quantity as a text states it. Token positions are inclusive. */
export interface Quantity {
  /** First token, hedge included, and last token: `at least 253`. */
  readonly first: number
  readonly last: number
  readonly hedge: Hedge
  /** at_least, more_than: low only; nearly, up_to: high only; vague: neither. */
  readonly low: number | null
  readonly high: number | null
  /** The words of a vague quantity in lower case (`hundreds`, `two-thirds`), else null. */
  readonly vague: string | null
  /** `share`: a part of a whole (`95 percent`); `one`: an indefinite article; `count`: all else. */
  readonly kind: 'count' | 'share' | 'one'
}

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const VAGUE = new Set(
  'dozens scores hundreds thousands millions tens several many numerous countless few multiple various'.split(
    ' ',
  ),
)
const FRACTION =
  /^(?:half|one-third|two-thirds|a-third|third|quarter|three-quarters|majority|most)$/
const QUALIFIERS: readonly (readonly [words: string, hedge: Hedge])[] = [
  ['at least', 'at_least'],
  ['at the very least', 'at_least'],
  ['no fewer than', 'at_least'],
  ['no less than', 'at_least'],
  ['not less than', 'at_least'],
  ['not fewer than', 'at_least'],
  ['a minimum of', 'at_least'],
  ['more than', 'more_than'],
  ['over', 'more_than'],
  ['upwards of', 'more_than'],
  ['upward of', 'more_than'],
  ['in excess of', 'more_than'],
  ['well over', 'more_than'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'nearly'],
  ['just under', 'nearly'],
  ['under', 'nearly'],
  ['less than', 'nearly'],
  ['fewer than', 'nearly'],
  ['up to', 'up_to'],
  ['as many as', 'up_to'],
  ['as high as', 'up_to'],
  ['at most', 'up_to'],
  ['no more than', 'up_to'],
  ['a maximum of', 'up_to'],
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['circa', 'about'],
]
const HEDGES = QUALIFIERS.map(([phrase, hedge]) => ({ words: phrase.split(' '), hedge })).toSorted(
  (a, b) => b.words.length - a.words.length,
)
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
const ORDINAL_OR_AGE = /^\d+(?:st|nd|rd|th)$|-/

interface Plain {
  readonly last: number
  readonly value: number
}

/** All quantities among the tokens, in order, never overlapping; dates, ages and ordinals left out. */
export function quantities(tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = []
  let at = 0
  while (at < tokens.length) {
    const core = coreAt(tokens, at)
    if (core === null) {
      at += 1
      continue
    }
    found.push(hedged(tokens, core, found.at(-1)?.last ?? -1))
    at = core.last + 1
  }
  return found
}

type Core = Pick<Quantity, 'first' | 'last' | 'low' | 'high' | 'vague' | 'kind'> & {
  readonly range: boolean
}

const SIZE = /^(?:large|larger|huge|great|big|small|high|unknown|unspecified|undisclosed|growing)$/

/** Words with which a quantity may begin; all others are passed over at once. */
const OPENERS = new Set([
  ...Object.keys(UNITS),
  ...Object.keys(TENS),
  ...VAGUE,
  ...'large huge great big unknown a an another both some half one-third two-thirds third quarter three-quarters majority most'.split(
    ' ',
  ),
])

const mayOpen = (word: string): boolean =>
  OPENERS.has(word) ||
  isDigit(word.charCodeAt(0)) ||
  (word.includes('-') && smallNumber(word) !== null)

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function coreAt(tokens: readonly Token[], at: number): Core | null {
  if (!mayOpen(low(tokens, at)) || countsNobody(tokens, at)) return null
  return shareAt(tokens, at) ?? vagueAt(tokens, at) ?? rangeAt(tokens, at) ?? oneAt(tokens, at)
}

/** "no one was hurt", "World War Two". */
const countsNobody = (tokens: readonly Token[], at: number): boolean =>
  (low(tokens, at) === 'one' && low(tokens, at - 1) === 'no') ||
  (low(tokens, at - 1) === 'war' && low(tokens, at - 2) === 'world')

function rangeAt(tokens: readonly Token[], at: number): Core | null {
  const left = plainAt(tokens, at)
  if (left === null || isDate(tokens, at, left.last)) return null
  const joint = low(tokens, left.last + 1)
  const before = low(tokens, at - 1)
  const joined =
    joint === 'to' || joint === '–' || joint === '-' || (joint === 'and' && before === 'between')
  const next = joined ? afterHedge(tokens, left.last + 2) : 0
  const right = joined ? plainAt(tokens, next) : null
  if (right !== null && right.value > left.value && !isDate(tokens, next, right.last)) {
    const first = before === 'between' || before === 'from' ? at - 1 : at
    return {
      first,
      last: right.last,
      low: left.value,
      high: right.value,
      vague: null,
      kind: 'count',
      range: true,
    }
  }
  return {
    first: at,
    last: left.last,
    low: left.value,
    high: left.value,
    vague: null,
    kind: 'count',
    range: false,
  }
}

/** "from 500 to well over 1,000": where the second number begins. */
function afterHedge(tokens: readonly Token[], at: number): number {
  let next = at
  while (/^(?:well|over|more|than|nearly|almost|about|around|as|many)$/.test(low(tokens, next)))
    next += 1
  return next
}

/** A number in digits or words that begins at a token: `250,000`, `1.5 million`, `146 000`, `two dozen`. */
function plainAt(tokens: readonly Token[], at: number): Plain | null {
  const word = low(tokens, at)
  if (/^\d/.test(word)) return digitsAt(tokens, at, word)
  const part = PARTS_OF_NUMBERS.get(word)?.find(({ words }) =>
    words.every((said, i) => low(tokens, at + i) === said),
  )
  if (part !== undefined) return { last: at + part.words.length - 1, value: part.value }
  if (word === 'a' && /^(?:dozen|hundred|thousand|million)$/.test(low(tokens, at + 1))) {
    return { last: at + 1, value: SCALES.get(low(tokens, at + 1)) ?? 12 }
  }
  // "a couple and their children", but "a couple of shells"
  if (word === 'a' && low(tokens, at + 1) === 'couple' && low(tokens, at + 2) !== 'of')
    return { last: at + 1, value: 2 }
  if (word === 'both') return { last: at, value: 2 }
  const spelt = speltAt(tokens, at)
  if (spelt === null) return null
  if (low(tokens, spelt.last + 1) === 'dozen')
    return { last: spelt.last + 1, value: spelt.value * 12 }
  return spelt
}

/** Words for a number by what it is a part of. */
const PARTS_OF_NUMBERS = Map.groupBy(
  Object.entries({
    'half a dozen': 6,
    'half a million': 500_000,
    'a quarter of a million': 250_000,
    'quarter of a million': 250_000,
    'a quarter million': 250_000,
    'three quarters of a million': 750_000,
  }).map(([phrase, value]) => ({ words: phrase.split(' '), value })),
  ({ words }) => words[0] ?? '',
)

function digitsAt(tokens: readonly Token[], at: number, word: string): Plain | null {
  if (ORDINAL_OR_AGE.test(word) || word.endsWith('%')) return null
  if (/^\d+(?:\.\d+)?[mk]$/.test(word)) {
    const scale = word.endsWith('m') ? 1_000_000 : 1000
    return { last: at, value: Math.round(Number(word.slice(0, -1)) * scale) }
  }
  let last = at
  let digits = /^\d{1,3}(?:,\d{3})+$/.test(word) ? word.replaceAll(',', '') : word
  if (/^\d{1,3}$/.test(word)) {
    while (
      /^\d{3}$/.test(low(tokens, last + 1)) &&
      tokens[last + 1]?.start === (tokens[last]?.end ?? 0) + 1
    ) {
      last += 1
      digits += low(tokens, last)
    }
  }
  const value = Number(digits)
  if (!Number.isFinite(value)) return null
  const scale = SCALES.get(low(tokens, last + 1))
  if (scale !== undefined && scale > 100)
    return { last: last + 1, value: Math.round(value * scale) }
  return Number.isInteger(value) ? { last, value } : null
}

function speltAt(tokens: readonly Token[], at: number): Plain | null {
  let total = 0
  let group = 0
  let last = -1
  for (let i = at; i < tokens.length; i += 1) {
    const word = low(tokens, i)
    const value = smallNumber(word)
    const scale = SCALES.get(word)
    if (value !== null) group += value
    else if (scale !== undefined && last >= 0) {
      if (scale === 100) group = Math.max(group, 1) * 100
      else {
        total += Math.max(group, 1) * scale
        group = 0
      }
    } else if (word === 'and' && last === i - 1 && SCALES.get(low(tokens, i - 1)) !== undefined) {
      if (smallNumber(low(tokens, i + 1)) === null) break
      continue
    } else break
    last = i
    // `two three`: two numbers beside each other are no number
    if (
      value !== null &&
      smallNumber(low(tokens, i + 1)) !== null &&
      !(value >= 20 && value % 10 === 0)
    )
      break
  }
  return last < 0 ? null : { last, value: total + group }
}

const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(UNITS),
  ...Object.entries(TENS),
  ...Object.entries(TENS).flatMap(([ten, tens]) =>
    Object.entries(UNITS)
      .slice(1, 10)
      .map(([one, ones]) => [`${ten}-${one}`, tens + ones] as const),
  ),
])

/** `seven`, `forty`, `forty-seven`. */
const smallNumber = (word: string): number | null => SMALL_NUMBERS.get(word) ?? null

function vagueAt(tokens: readonly Token[], at: number): Core | null {
  const word = low(tokens, at)
  if (
    word === 'a' &&
    /^(?:number|couple|handful)$/.test(low(tokens, at + 1)) &&
    low(tokens, at + 2) === 'of'
  ) {
    return vague(at, at + 2, low(tokens, at + 1))
  }
  // "an unknown number of", "large numbers of"
  const size = /^an?$/.test(word) ? at + 1 : at
  if (SIZE.test(low(tokens, size)) && /^numbers?$/.test(low(tokens, size + 1)))
    return low(tokens, size + 2) === 'of'
      ? vague(at, size + 2, `${low(tokens, size)} ${low(tokens, size + 1)}`)
      : null
  // "some of the wounded"; before a number the word hedges it
  if (word === 'some' && low(tokens, at + 1) === 'of') return vague(at, at, word)
  if (!VAGUE.has(word)) return null
  if (word === 'few' && low(tokens, at - 1) !== 'a') return null
  if (word === 'many' && /^(?:as|how|so|too)$/.test(low(tokens, at - 1))) return null
  const of =
    low(tokens, at + 1) === 'of' && /^(?:thousands|millions|hundreds)$/.test(low(tokens, at + 2))
  if (of && /^(?:tens|hundreds|dozens)$/.test(word))
    return vague(at, at + 2, `${word} of ${low(tokens, at + 2)}`)
  if (word === 'several' && /^(?:hundred|thousand|dozen|million)$/.test(low(tokens, at + 1))) {
    return vague(at, at + 1, `several ${low(tokens, at + 1)}`)
  }
  return vague(at, at, word)
}

function shareAt(tokens: readonly Token[], at: number): Core | null {
  const word = low(tokens, at)
  let last = -1
  if (/^\d+(?:\.\d+)?%$/.test(word)) last = at
  else if (plainAt(tokens, at) !== null) {
    const end = plainAt(tokens, at)?.last ?? at
    const next = low(tokens, end + 1)
    if (next === 'percent' || next === '%') last = end + 1
    else if (next === 'per' && low(tokens, end + 2) === 'cent') last = end + 2
    else if (next === 'in' && plainAt(tokens, end + 2) !== null && low(tokens, end + 3) === 'of')
      last = end + 2
    else if (/^(?:thirds|quarters|fifths|tenths)$/.test(next)) last = end + 1
  }
  if (last < 0 && FRACTION.test(word) && /^(?:of|the)$/.test(low(tokens, at + 1))) last = at
  if (last < 0) return null
  if (/^half$/.test(word) && /^(?:a)$/.test(low(tokens, at + 1))) return null
  const said = tokens.slice(at, last + 1).map((token) => token.low)
  return {
    first: at,
    last,
    low: null,
    high: null,
    vague: said.join(' ').replace(' %', '%'),
    kind: 'share',
    range: false,
  }
}

function oneAt(tokens: readonly Token[], at: number): Core | null {
  if (!/^(?:a|an|another)$/.test(low(tokens, at)) || low(tokens, at + 1) === 'estimated')
    return null
  // `another five`: the number says how many
  if (plainAt(tokens, at + 1) !== null || VAGUE.has(low(tokens, at + 1))) return null
  return { first: at, last: at, low: 1, high: 1, vague: null, kind: 'one', range: false }
}

const vague = (first: number, last: number, said: string): Core => ({
  first,
  last,
  low: null,
  high: null,
  vague: said,
  kind: 'count',
  range: false,
})

/** Which end of the figure a hedge leaves open. */
const OPEN_ENDS: Readonly<Record<Hedge, { readonly low?: null; readonly high?: null }>> = {
  exact: {},
  about: {},
  between: {},
  vague: { low: null, high: null },
  at_least: { high: null },
  more_than: { high: null },
  nearly: { low: null },
  up_to: { low: null },
}

function hedged(tokens: readonly Token[], core: Core, after: number): Quantity {
  const { range, ...rest } = core
  if (core.kind === 'one') return { ...rest, hedge: 'exact' }
  const hedge = HEDGES.find(({ words: phrase }) => {
    const start = core.first - phrase.length
    return start > after && phrase.every((word, i) => low(tokens, start + i) === word)
  })
  const first = hedge === undefined ? core.first : core.first - hedge.words.length
  if (core.low === null) return { ...rest, first, hedge: 'vague' }
  if (range) return { ...rest, hedge: 'between' }
  const said = hedge?.hedge ?? orMore(tokens, core.last)
  return { ...rest, first, hedge: said, ...OPEN_ENDS[said] }
}

const orMore = (tokens: readonly Token[], last: number): Hedge =>
  low(tokens, last + 1) === '+' ||
  (low(tokens, last + 1) === 'or' && low(tokens, last + 2) === 'more')
    ? 'at_least'
    : 'exact'

/** `April 29`, `29 April`, `2016` after a month or "in", a clock time: numbers, but of no one. */
function isDate(tokens: readonly Token[], first: number, last: number): boolean {
  // "Feb. 27": the full stop belongs to the month
  const stop = low(tokens, first - 1) === '.' ? 2 : 1
  const before = low(tokens, first - stop)
  const after = low(tokens, last + 1)
  const word = low(tokens, first)
  if (first === last && /^\d{1,2}$/.test(word) && (isMonth(before) || isMonth(after))) {
    // "may" is a month only beside a number and with a capital; a bare "2 may" of speech is rare enough
    return true
  }
  if (/^(?:19|20)\d\d$/.test(word)) {
    return (
      isMonth(before) ||
      /^(?:in|since|of|until|by|during|early|late|mid)$/.test(before) ||
      (before === ',' && /^\d{1,2}$/.test(low(tokens, first - 2))) ||
      (/^\d{1,2}$/.test(before) && isMonth(low(tokens, first - 2)))
    )
  }
  return /^(?:a\.m|p\.m|am|pm|gmt)$/.test(after)
}

const isMonth = (word: string): boolean => MONTH.test(word)

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''
