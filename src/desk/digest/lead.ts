import { valueOf } from '../../model/known.ts'
import { type Line, plain } from '../../answer/report.ts'
import { daysWords } from '../../answer/telling/days.ts'
import { counted, line, note } from '../../answer/telling/words.ts'
import { wallTime } from '../clock-time.ts'
import { momentWords } from '../schedule-words.ts'
import type { Intake } from './intake.ts'
import type { Kind, News } from './item.ts'

export interface Said {
  readonly intake: Intake
  readonly news: News
  readonly since: Date
  readonly now: Date
  readonly zone: string
  readonly missed: readonly Date[]
}

const COUNTS: readonly (readonly [Kind, (count: number) => string])[] = [
  ['events', (count) => counted(count, 'new toll')],
  ['revised', (count) => `${counted(count, 'known toll')} revised or counted anew`],
  ['disputed', (count) => counted(count, 'new dispute')],
  [
    'quotes',
    (count) => (count === 1 ? '1 new quote' : `new quotes of ${counted(count, 'speaker')}`),
  ],
]

/** `3 new tolls, 1 known toll revised or counted anew and new quotes of 4 speakers in 14 new articles since Thu 6 April 2017, 08:00 Asia/Beirut.` */
export function leadOf({ intake, news, since, zone, missed }: Said): Line {
  const parts = COUNTS.flatMap(([kind, words]) =>
    news[kind].length === 0 ? [] : [words(news[kind].length)],
  )
  const articles = intake.news.length
  const when = `since ${sinceWords(since, zone)}`
  const text =
    articles === 0
      ? `No new articles ${when}${heldWords(intake, '; ', '')}.`
      : parts.length === 0
        ? `No new figures or quotes in ${counted(articles, 'new article')} ${when}.`
        : `${joined(parts)} in ${counted(articles, 'new article')} ${when}.`
  return line([plain(text), ...(missed.length === 0 ? [] : [note(` ${missedWords(missed)}`)])])
}

/** What came in and is no news: of earlier days, or of nobody knows when. */
function heldWords(
  { late, undated }: Pick<Intake, 'late' | 'undated'>,
  before: string,
  after: string,
): string {
  if (late.length + undated.length === 0) return ''
  const earlier = counted(late.length, 'earlier article')
  if (undated.length === 0) return `${before}${earlier} came in late${after}`
  return late.length === 0
    ? `${before}${counted(undated.length, 'article')} without a date came in${after}`
    : `${before}${earlier} and ${undated.length} without a date came in${after}`
}

/** A whole day needs no hour. */
function sinceWords(since: Date, zone: string): string {
  const { day, time } = wallTime(since, zone)
  return time === '00:00' ? daysWords(day, day) : momentWords(since, zone)
}

/** One message for all that nobody was there to send. */
const missedWords = (missed: readonly Date[]): string =>
  `It stands for ${counted(missed.length + 1, 'digest')}: Dateline was not running when ${missed.length === 1 ? 'the one before was' : 'the others were'} due.`

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** `14 new articles: 4 from …`: the outlets by how many they have. */
export function originLine({ news, late, undated }: Intake): Line {
  const counts = Map.groupBy(news, ({ outlet }) => valueOf(outlet) ?? 'outlets not named')
  const byCount = Map.groupBy([...counts], ([, articles]) => articles.length)
  const groups = [...byCount]
    .toSorted(([a], [b]) => b - a)
    .map(([count, of]) => {
      const names = of.map(([name]) => name).toSorted((a, b) => a.localeCompare(b))
      const each = names.length > 1 ? ' each' : ''
      const many = count === 1 ? `one${each}` : `${counted(count, 'article')}${each}`
      return `${counts.size === 1 ? '' : `${many} `}from ${joined(names)}`
    })
  const rest = heldWords({ late, undated }, ' ', '.')
  return line([
    note(
      `${counted(news.length, 'new article')}${counts.size === 1 ? ' ' : ': '}${groups.join('; ')}.${rest}`,
    ),
  ])
}
