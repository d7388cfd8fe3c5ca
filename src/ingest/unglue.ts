import { fullDates } from '../text/full-dates.ts'
import { keyOf } from '../text/white-space.ts'
import { cutFoot } from './foot.ts'
import { isOutletLine, isOutlet } from './outlets.ts'
import { type Line, lineOf } from './page.ts'

export interface Unglued {
  readonly lines: readonly Line[]
  /** What stood before the text on its own line; empty for a page. */
  readonly opening: string
}

/**
 * Where one line holds the whole text, its head and foot are glued to it: takes the date and the headline off its
 * beginning, and gives what follows its last sentence lines of their own.
 */
export function unglue(lines: readonly Line[], headline: string | null): Unglued {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  const long = lines.find((line) => line.text.length > total * 0.8)
  if (long === undefined) return { lines, opening: '' }
  const start = openingLength(long.text, headline)
  const { body, feet: below } = cutFoot(long.text.slice(start))
  const end = closingStart(body)
  const feet = [...body.slice(end).split(FEET), ...below]
  const parts = [body.slice(0, end), ...feet].flatMap((text) => lineOf(text, true) ?? [])
  return {
    lines: lines.flatMap((line) => (line === long ? parts : [line])),
    opening: long.text.slice(0, start),
  }
}

// What saved pages leave below their last sentence, each to the end of the text. The page's rules judge them then.
const FEET = /(?<=\))\s(?=\p{Lu})/u
const CLOSINGS = [
  /\((?:sources?|via)\s?:[^()]{2,80}\)(?: (?:twitter|facebook))?$/iu,
  /(?:read|see) also:?$/iu,
  /our standards:.{0,60}$/iu,
  /community standards.{0,120}$/iu,
  /tags:? [^.]{1,300}$/iu,
  /©.{0,80}$/u,
] as const
const AGENCY = /(?<=[.!?]["”’]?)\s?[-–—]{1,2}\s?(?<name>[\p{L}][\p{L} /]{1,30})$/u
const SOURCE = /(?<=[.!?]["”’]?)\s(?:source|sources) (?<name>\p{Lu}[\p{L} ,/&-]{1,50})$/iu

/** Where the foot of a text begins; its length where it has none. */
function closingStart(text: string): number {
  const from = Math.max(0, text.length - 320)
  const last = text.slice(from)
  const starts = CLOSINGS.flatMap((pattern) => {
    const at = last.search(pattern)
    return at > 0 && /[.!?…)]["”’]*\s*$/u.test(last.slice(0, at)) ? [from + at] : []
  })
  for (const pattern of [AGENCY, SOURCE]) {
    const match = pattern.exec(last)
    if (match !== null && isOutletLine(match.groups?.['name'] ?? ''))
      starts.push(from + match.index)
  }
  return Math.min(text.length, ...starts)
}

const LABEL =
  /^(?:(?:first |last )?(?:published|posted|updated|modified)(?: (?:on|at|by))?|date of publication|update|print this page|(?:print |tweet |views \d+ ?){1,3}(?<=[\p{L}\d] ?)|\d{6}(?= \p{Lu})|get short url(?: \d+){0,5}|topic [^.!?()]{3,80}\(\d+\)(?: \d+){0,3}|\(updated [^)]{4,30}\)|(?:at )?\d{1,2}[:.]?\d\d(?: ?(?:gmt|utc|bst|ksa|am|pm|a\.m\.|p\.m\.)(?:[+-]\d+)?)?)(?=[\s,.:|–-]|$)\s*:?/iu
const BETWEEN = /^[\s.,:;|·•)–—-]+/u

/**
 * How much of the beginning of a text on one line is not its text: the date, the headline again, counts and labels,
 * as `Wed 05 Apr 2017 <headline>. The story`. Nought where it has neither a date nor the headline.
 */
function openingLength(text: string, headline: string | null): number {
  let at = 0
  let sure = 0
  for (;;) {
    at += BETWEEN.exec(text.slice(at, at + 20))?.[0].length ?? 0
    const rest = text.slice(at, at + 400)
    const told =
      dateAt(rest) ?? headlineAt(rest, headline) ?? bylineAt(rest, headline) ?? creditAt(rest, at)
    const length = told ?? LABEL.exec(rest)?.[0].length ?? outletAt(rest) ?? 0
    if (length === 0) return sure
    at += length
    if (told !== null || sure > 0)
      sure = at + (BETWEEN.exec(text.slice(at, at + 20))?.[0].length ?? 0)
  }
}

function dateAt(rest: string): number | null {
  const date = fullDates(rest.slice(0, 50))[0]
  return date?.span.start === 0 ? date.span.end : null
}

/** Length of the headline's words at the start of a text, whatever stands between them; null where it is not there. */
function headlineAt(rest: string, headline: string | null): number | null {
  for (const form of formsOf(headline ?? '')) {
    const length = wordsAt(rest, keyOf(form))
    if (length !== null) return length
  }
  return null
}

// `<headline> - Region - World - Ahram Online`: the title of the page, its parts taken off one by one.
function* formsOf(headline: string): Generator<string> {
  yield headline
  const parts = headline.split(/(?=\s[|–-]\s)/u)
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const form = parts.slice(0, count).join('')
    if (form.split(' ').length >= 4) yield form
  }
}

function wordsAt(rest: string, key: string): number | null {
  if (key === '') return null
  let seen = ''
  let at = 0
  for (const character of rest) {
    if (seen.length >= key.length) break
    seen += keyOf(character)
    at += character.length
    if (!key.startsWith(seen)) return null
  }
  return seen === key && !/^[\p{L}\p{N}]/u.test(rest.slice(at)) ? at : null
}

const BY = /^by (?:\p{Lu}[\p{L}.'’-]+,? |(?:and|al|with|in) ){1,10}/iu

/** `by Jane Smith and Ali Nasser <headline>`: it counts only with the headline after it. */
function bylineAt(rest: string, headline: string | null): number | null {
  const reach = BY.exec(rest)?.[0].length ?? 0
  for (let at = rest.indexOf(' ', 3) + 1; at > 0 && at <= reach; at = rest.indexOf(' ', at) + 1) {
    const length = headlineAt(rest.slice(at), headline)
    if (length !== null) return at + length
  }
  return null
}

/** After the headline: a picture's credit, a section and the hour, nothing but names, up to the date. */
function creditAt(rest: string, at: number): number | null {
  const date = at === 0 ? undefined : fullDates(rest.slice(0, 110))[0]
  if (date === undefined) return null
  const between = rest.slice(0, date.span.start)
  return /[.!?"“”()]|(?:^|\s)\p{Ll}/u.test(between) ? null : date.span.end
}

// `AFP Thursday 16 July 2015`: an agency counts only with the date after it; alone it may be the story's subject.
function outletAt(rest: string): number | null {
  const words = rest.slice(0, 60).split(' ')
  for (const count of [1, 2, 3]) {
    const name = words.slice(0, count).join(' ')
    if (isOutlet(name) && dateAt(rest.slice(name.length + 1)) !== null) return name.length
  }
  return null
}
