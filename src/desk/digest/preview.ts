import { type Archive, voicesOf } from '../../answer/archive.ts'
import { interpret } from '../../answer/asking/plain-dates.ts'
import { daysApart } from '../../answer/figures/day-number.ts'
import { plain, type Report } from '../../answer/report.ts'
import { line } from '../../answer/telling/words.ts'
import type { Article, Day } from '../../model/article.ts'
import { valueOf } from '../../model/known.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { dayAfter, momentOf } from '../clock-time.ts'
import { digestOf } from './compose.ts'
import type { Material } from './intake.ts'
import { readScope } from './scope.ts'

/** What a digest of these days would say, the thread after the message. */
export interface Preview {
  readonly outcome: 'told' | 'nothing' | 'unclear'
  readonly reports: readonly Report[]
}

export interface PreviewParts {
  readonly archive: () => Promise<Archive>
  readonly lexicon: Lexicon
  /** Whose days are counted. */
  readonly zone: string
}

/**
 * Reads `digest`, `digest yesterday`, `digest since friday about aleppo`, `digest since 2017-04-04 until 2017-04-05`, and tells what a digest of
 * these days would have said; the day of publication stands in for that on which an article came in.
 */
export async function previewDigest(
  words: string,
  today: Day,
  { archive: read, lexicon, zone }: PreviewParts,
): Promise<Preview> {
  const archive = await read()
  const asked = ASKED.exec(words.trim())
  const rest = asked?.groups?.['rest'] ?? ''
  if (ORDERS.test(rest)) return unclear(ORDERED_IN_SLACK)
  const days = await daysAsked(rest, today, archive.coverage.to)
  if (days === null) return unclear(NO_SUCH_DAY)
  const scope = readScope(days.left, { lexicon, voices: voicesOf(archive) })
  if (scope.kind === 'problem')
    return unclear({
      what: scope.what,
      hint: scope.hint,
      instead: scope.instead.map((each) => `digest ${each}`),
    })
  const { from, to } = days
  const material = upTo(to, archive)
  const digest = await digestOf({
    material,
    lexicon,
    came: new Set(
      material.articles.flatMap((article) => (isWithin(article, from) ? [article.id] : [])),
    ),
    order: { zone, scope: scope.scope, heartbeat: true },
    since: begins(from, zone),
    now: new Date(begins(dayAfter(to, 1), zone).getTime() - 1),
  })
  const reports = digest === null ? [] : [digest.main, ...(digest.rest ? [digest.rest] : [])]
  return { outcome: (digest?.stories.length ?? 0) > 0 ? 'told' : 'nothing', reports }
}

const ASKED = /^\/?(?:syria\s+)?digests?\b[:,]?\s*(?:now|preview)?\s*(?<rest>.*)$/isu
const ORDERS = /^(?:on|off|pause|resume|status|form)\b/iu
const SINCE = /(?:^|\s)since\s+(?:the\s+)?(?<day>.+?)(?=\s+(?:until|till|about|quotes?)\b|$)/iu
const UNTIL = /(?:^|\s)(?:until|till)\s+(?:the\s+)?(?<day>.+?)(?=\s+(?:since|about|quotes?)\b|$)/iu
const DAY_ALONE =
  /^(?:(?:on|last|this)\s+)?(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+(?:\s+\d{4})?)$/iu
/** After so many days without an article "yesterday" is that of the coverage. */
const OLD_DAYS = 31

interface Asked {
  readonly from: Day
  readonly to: Day
  readonly left: string
}

async function daysAsked(words: string, today: Day, newest: Day | null): Promise<Asked | null> {
  const reference = newest !== null && daysApart(newest, today) > OLD_DAYS ? newest : today
  const read = async (pattern: RegExp): Promise<Day | null | undefined> => {
    const typed = pattern.exec(words)?.groups?.['day']
    return typed === undefined ? undefined : ((await interpret(typed, reference))?.from ?? null)
  }
  const [since, until] = [await read(SINCE), await read(UNTIL)]
  if (since === null || until === null) return null
  if (DAY_ALONE.test(words)) {
    const day = await interpret(words, reference)
    return day === null || day.to > reference ? null : { ...day, left: '' }
  }
  const to = until ?? reference
  const from = since ?? dayAfter(to, -1)
  return from > to ? null : { from, to, left: words.replace(SINCE, ' ').replace(UNTIL, ' ').trim() }
}

const begins = (day: Day, zone: string): Date =>
  momentOf({ day, time: '00:00' }, zone) ?? new Date(`${day}T00:00:00Z`)

const isWithin = ({ published }: Article, from: Day): boolean => (valueOf(published) ?? '') >= from

/** What had been published by then. */
function upTo(to: Day, { articles, claims, quotes }: Archive): Material {
  const known = articles.filter(({ published }) => (valueOf(published) ?? '9999') <= to)
  const ids = new Set(known.map(({ id }) => id))
  return {
    articles: known,
    claims: claims.filter(({ article }) => ids.has(article)),
    quotes: quotes.filter(({ article }) => ids.has(article)),
  }
}

interface Problem {
  readonly what: string
  readonly hint: string
  readonly instead: readonly string[]
}

const ORDERED_IN_SLACK: Problem = {
  what: 'A digest is ordered in Slack, for a channel or for yourself.',
  hint: 'Type it there as /syria digest on 08:00. Here it is shown: digest, or digest since a day.',
  instead: ['digest', 'digest since yesterday'],
}
const NO_SUCH_DAY: Problem = {
  what: 'These days cannot be read.',
  hint: 'Type digest since 2016-04-30, or digest since Friday until Sunday.',
  instead: ['digest'],
}

const unclear = (problem: Problem): Preview => ({
  outcome: 'unclear',
  reports: [
    {
      title: problem === ORDERED_IN_SLACK ? 'Standing orders' : 'Not understood',
      lead: line([plain(`${problem.what} ${problem.hint}`)]),
      understood: [],
      sections: [],
      offers: problem.instead.map((ask) => ({ label: ask, ask })),
    },
  ],
})
