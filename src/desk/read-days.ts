import type { ScheduleProblem } from './read-schedule.ts'
import { EVERY_DAY, WORKING_DAYS } from './schedule.ts'

type DaysRead =
  | {
      readonly kind: 'days'
      /** Null where the words name none. */
      readonly days: readonly number[] | null
      readonly left: string
    }
  | ScheduleProblem

const DAY_WORDS = [
  String.raw`mon(?:day)?s?`,
  String.raw`tue(?:s(?:day)?)?s?`,
  String.raw`wed(?:nesday|nes)?s?`,
  String.raw`thu(?:r(?:s(?:day)?)?)?s?`,
  String.raw`fri(?:day)?s?`,
  String.raw`sat(?:urday)?s?`,
  String.raw`sun(?:day)?s?`,
].map((word) => String.raw`(?:${word})\b\.?`)
const DAY = DAY_WORDS.join('|')
const FREE = String.raw`(?<![\p{L}\p{N}/_-])`
const END = String.raw`(?![\p{L}\p{N}/_])`

const RANGE = new RegExp(
  String.raw`${FREE}(?:from\s+)?(${DAY})\s*(?:[-–—]|to|till|until|thru|through)\s*(${DAY})${END}`,
  'giu',
)
const SINGLE = new RegExp(String.raw`${FREE}(?:(?:on|every|each)\s+)?(${DAY})${END}`, 'giu')
const SETS: readonly (readonly [RegExp, readonly number[]])[] = [
  [
    /(?<![\p{L}])(?:(?:on\s+)?(?:week[\s-]?days?|work(?:ing)?[\s-]?days?))(?!\p{L})/giu,
    WORKING_DAYS,
  ],
  [/(?<![\p{L}])(?:(?:on|at)\s+)?(?:the\s+)?week[\s-]?ends?(?!\p{L})/giu, [6, 7]],
  [/(?<![\p{L}])(?:every\s?day|each day|all days|daily|7 days a week)(?!\p{L})/giu, EVERY_DAY],
]
const EXCEPT =
  /(?<!\p{L})(?:except(?:\s+for)?|but\s+not|but|not|without)(?!\p{L})(?:\s+(?:on|at))?/iu

/** Takes the days of the week out of words: `weekdays`, `mon-fri`, `sunday to thursday`, `mondays`, `daily except fri`. */
export function readDays(words: string): DaysRead {
  const [wanted = '', ...spared] = words.split(EXCEPT)
  const on = daysIn(wanted)
  const off = daysIn(spared.join(' '))
  const named = on.days.size > 0 || off.days.size > 0
  if (!named) return { kind: 'days', days: null, left: words }
  const all = on.days.size > 0 ? [...on.days] : EVERY_DAY
  const days = all.filter((day) => !off.days.has(day)).toSorted((a, b) => a - b)
  if (days.length === 0) {
    return {
      kind: 'problem',
      what: 'No day of the week is left.',
      hint: 'Write weekdays, mon-fri, mondays or every day.',
      instead: [],
    }
  }
  return { kind: 'days', days, left: `${on.left} ${off.left}`.trim() }
}

interface Found {
  readonly days: ReadonlySet<number>
  readonly left: string
}

function daysIn(words: string): Found {
  const days = new Set<number>()
  const take = (found: readonly number[]): string => {
    for (const day of found) days.add(day)
    return ' '
  }
  let left = words
  for (const [pattern, set] of SETS) left = left.replaceAll(pattern, () => take(set))
  left = left.replaceAll(RANGE, (_, from: string, to: string) => take(between(from, to)))
  left = left.replaceAll(/[/&+]/gu, (sign, at: number) => (isBetweenDays(left, at) ? ' ' : sign))
  left = left.replaceAll(SINGLE, (_, day: string) => take([numberOf(day)]))
  return { days, left }
}

/** `mon/wed/fri`, not `Europe/London`. */
const isBetweenDays = (text: string, at: number): boolean =>
  AFTER_DAY.test(text.slice(0, at)) && BEFORE_DAY.test(text.slice(at + 1))
const AFTER_DAY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${DAY})\s*$`, 'iu')
const BEFORE_DAY = new RegExp(String.raw`^\s*(?:${DAY})(?![\p{L}])`, 'iu')

/** Over the end of the week as well: Sunday to Thursday is a working week. */
function between(from: string, to: string): readonly number[] {
  const [first, last] = [numberOf(from), numberOf(to)]
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => ((first - 1 + at) % 7) + 1)
}

const NUMBERS = DAY_WORDS.map((word) => new RegExp(`^(?:${word})$`, 'iu'))

const numberOf = (word: string): number => NUMBERS.findIndex((pattern) => pattern.test(word)) + 1

/** 1 for `Monday` or `mon`, to 7; null for another word. */
export function numberOfDay(word: string): number | null {
  const number = numberOf(word.trim())
  return number === 0 ? null : number
}
