import type { Day } from '../../model/article.ts'
import type { QuestionProblem } from '../question.ts'
import { addDays, daysBetween } from '../../extract/dates/calendar.ts'
import { inWords, lastDayOfMonth, MONTHS, weekdayOf } from './days.ts'
import { type FilterFound, leavingOut, type Looked, NOTHING } from './found.ts'

const MONTH = `(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|Sept)\\.?`
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DAY = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}/\\d{1,2}/\\d{4}',
  `${ORDINAL}(?: of)? ${MONTH}(?:,? \\d{4})?`,
  `${MONTH} ${ORDINAL}(?:,? \\d{4})?(?!\\d)`,
  `(?:last )?${WEEKDAY}`,
  'yesterday',
  'today',
  '\\d+ (?:days?|weeks?|months?) ago',
].join('|')
// A month or a year alone is a date only where a word of time stands before it: "may" is a verb.
const LONG = `${MONTH} \\d{4}|(?:${MONTHS.join('|')})|\\d{4}(?!\\d)`

/** chrono takes the number of "April 25" for a year, 2025; with the day first it takes it for what it is. */
const MONTH_FIRST = new RegExp(`^\\s*(${MONTH}) (${ORDINAL})(?!\\d)`, 'i')

const pattern = (source: string): RegExp => new RegExp(`(?<![\\w'’-])${source}(?![\\w-])`, 'gid')

const FORMS = [
  {
    kind: 'range',
    pattern: pattern(
      `(?:(?:from|between) )(${DAY}|${LONG}|${ORDINAL}) ?(?:to|and|until|till|-|–) ?(${DAY}|${LONG})`,
    ),
  },
  { kind: 'range', pattern: pattern(`(${DAY}|${ORDINAL}) ?(?:to|until|till|-|–) ?(${DAY})`) },
  { kind: 'since', pattern: pattern(`(?:since|from) (?:the )?(${DAY}|${LONG})`) },
  { kind: 'after', pattern: pattern(`after (?:the )?(${DAY}|${LONG})`) },
  { kind: 'before', pattern: pattern(`before (?:the )?(${DAY}|${LONG})`) },
  { kind: 'until', pattern: pattern(`(?:until|till|up to|to) (?:the )?(${DAY}|${LONG})`) },
  {
    kind: 'span',
    pattern: pattern(
      '(?:(?:in|over|during|for|within) )?(?:the )?(?:last|past) (\\d+ )?(days?|weeks?|months?)',
    ),
  },
  { kind: 'span', pattern: pattern('(?:(?:in|over|during|for) )?(this) (week|month)') },
  { kind: 'on', pattern: pattern(`(?:(?:on|of|for|in|during|published) (?:the )?)?(${DAY})`) },
  { kind: 'on', pattern: pattern(`(?:in|during|of) (${LONG})`) },
] as const

// A quick look before chrono is loaded: it costs start-up time that most questions need not pay.
const DATE_WORDS = new RegExp(
  `\\b(?:\\d{4}|\\d{1,2}/\\d|${MONTHS.map((month) => month.slice(0, 3)).join('|')}|${WEEKDAY}|yesterday|today|ago|last|past|this (?:week|month))`,
  'i',
)

/** A stretch of days; `null` is open. */
interface Days {
  readonly from: Day
  readonly to: Day
}

/**
 * Dates in plain words ("since Friday", "from 22 April to 1 May 2016", "yesterday").
 * Days without a year lie in the past: before today, or, where the coverage ended more than a month ago, before its newest day.
 */
export async function readPlainDates({
  text,
  blanked,
  today,
  newest,
}: {
  /** The whole question; `blanked` is the same with what was read already blanked out. */
  readonly text: string
  readonly blanked: string
  readonly today: Day
  readonly newest: Day | null
}): Promise<Looked> {
  if (!DATE_WORDS.test(blanked)) return NOTHING
  const old = newest !== null && daysBetween(newest, today) > 31
  const reference = old ? newest : today
  const note = old ? `, counted from the newest article, ${inWords(newest)}` : ''
  for (const form of FORMS) {
    for (const match of blanked.matchAll(form.pattern)) {
      const looked = await readForm({ text, match, kind: form.kind, reference, note })
      if (looked !== null) return looked
    }
  }
  return NOTHING
}

interface FormMatch {
  readonly text: string
  readonly match: RegExpExecArray
  readonly kind: (typeof FORMS)[number]['kind']
  readonly reference: Day
  readonly note: string
}

async function readForm(form: FormMatch): Promise<Looked | null> {
  const { match, kind, reference } = form
  const first = match[1] ?? ''
  const second = match[2] ?? ''
  const hasYear = /\d{4}/.test(match[0])
  const note = hasYear ? '' : form.note
  if (kind === 'span') {
    const days = spanBack({ count: first, unit: second, reference })
    return hit(form, days, `since ${inWords(days.from)}${form.note}`)
  }
  if (kind === 'range') {
    const end = await interpret(second, reference)
    const start = await interpret(completed(first, second), end?.to ?? reference)
    if (start === null || end === null) return noSuchDay(form, start === null ? first : second)
    if (start.from > end.to) return reversed(form, start, end)
    return hit(
      form,
      { from: start.from, to: end.to },
      `${inWords(start.from)} to ${inWords(end.to)}${note}`,
    )
  }
  const days = await interpret(first, reference)
  if (days === null) return noSuchDay(form, first)
  if (kind === 'since')
    return hit(form, { from: days.from }, `since ${named(first, days.from)}${note}`)
  // neither takes in the day that it names
  if (kind === 'after')
    return hit(form, { from: addDays(days.to, 1) }, `after ${named(first, days.to)}${note}`)
  if (kind === 'before')
    return hit(form, { to: addDays(days.from, -1) }, `before ${named(first, days.from)}${note}`)
  if (kind === 'until') return hit(form, { to: days.to }, `until ${named(first, days.to)}${note}`)
  const shown =
    days.from === days.to ? named(first, days.from) : `${inWords(days.from)} to ${inWords(days.to)}`
  return hit(form, days, `${shown}${note}`)
}

const named = (typed: string, day: Day): string =>
  /day$/i.test(typed) ? `${weekdayOf(day)} ${inWords(day)}` : inWords(day)

const spanOf = ({ match }: FormMatch) => ({
  start: match.index,
  end: match.index + match[0].length,
})

function hit(form: FormMatch, patch: Partial<Days>, shown: string): Looked {
  const found: FilterFound = { key: 'dates', span: spanOf(form), patch, shown }
  return { ...NOTHING, found: [found] }
}

const spoilt = (form: FormMatch, problem: QuestionProblem): Looked => ({
  found: [],
  problems: [problem],
  spoilt: [spanOf(form)],
})

function noSuchDay(form: FormMatch, typed: string): Looked | null {
  // A number alone was no day after all; a day of a month was meant to be one.
  if (!/\d/.test(typed) || /^\d+$/.test(typed)) return null
  return spoilt(form, {
    what: `There is no day “${typed.trim()}”.`,
    hint: 'Type the day as 2016-04-30 or 30 April 2016.',
    instead: [leavingOut(form.text, [spanOf(form)])],
  })
}

function reversed(form: FormMatch, start: Days, end: Days): Looked {
  const rest = leavingOut(form.text, [spanOf(form)])
  return spoilt(form, {
    what: `${inWords(start.from)} comes after ${inWords(end.to)}.`,
    hint: 'Put the earlier day first.',
    instead: [`${rest} from:${end.from} to:${start.to}`.trim()],
  })
}

/** "22 to 30 April 2016": what the first day leaves out, the second one says. */
function completed(first: string, second: string): string {
  const year = /\d{4}/.exec(second)?.[0]
  const month = new RegExp(MONTH, 'i').exec(second)?.[0]
  if (/^\d{1,2}(?:st|nd|rd|th)?$/i.test(first) && month !== undefined)
    return `${first} ${month} ${year ?? ''}`.trim()
  return year !== undefined && !/\d{4}/.test(first) && new RegExp(MONTH, 'i').test(first)
    ? `${first} ${year}`
    : first
}

function spanBack({
  count,
  unit,
  reference,
}: {
  readonly count: string
  readonly unit: string
  readonly reference: Day
}): Days {
  const length = unit.startsWith('day') ? 1 : unit.startsWith('week') ? 7 : 30
  const days = length * (Number.parseInt(count, 10) || 1)
  return { from: addDays(reference, -Math.min(days, 36_500)), to: reference }
}

/** The day or days that an expression means, or null where the calendar has none such. */
export async function interpret(typed: string, reference: Day): Promise<Days | null> {
  const year = /^\s*(\d{4})\s*$/.exec(typed)?.[1]
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const { en } = await import('chrono-node')
  const instant = new Date(`${reference}T12:00:00Z`)
  const start = en.GB.parse(typed.replace(MONTH_FIRST, '$2 $1'), { instant, timezone: 0 })[0]?.start
  if (start === undefined) return null
  const found = {
    year: start.get('year') ?? 0,
    month: start.get('month') ?? 1,
    day: start.get('day') ?? 1,
  }
  if (start.isCertain('weekday') && !start.isCertain('day'))
    return oneDay(past(iso(found), reference, 7))
  const moved =
    start.isCertain('year') || iso(found) <= addDays(reference, 31)
      ? found
      : { ...found, year: found.year - 1 }
  if (start.isCertain('day') || !start.isCertain('month') || /ago|day/i.test(typed))
    return oneDay(iso(moved))
  const last = lastDayOfMonth(moved.year, moved.month)
  return { from: iso({ ...moved, day: 1 }), to: iso({ ...moved, day: last }) }
}

const past = (day: Day, reference: Day, step: number): Day =>
  day > reference ? past(addDays(day, -step), reference, step) : day

const oneDay = (day: Day): Days => ({ from: day, to: day })

const iso = ({
  year,
  month,
  day,
}: {
  readonly year: number
  readonly month: number
  readonly day: number
}): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
