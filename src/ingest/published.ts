import type { ArticleFacts, Day } from '../model/article.ts'
import { contradicted, inferred, type Known, stated, unknown } from '../model/known.ts'
import { COLUMN } from '../sources/facts.ts'
import { dayIn, fullDates } from '../text/full-dates.ts'
import { isOutlet } from './outlets.ts'
import { type Draft, wordCount } from './page.ts'

const LABEL =
  /^(?:first |last |date of )*(?:published|posted|updated|update|modified|publication|issued|created|filed|dated?)\b/iu
const PUBLISHED = /\b(?:published|posted|publication|issued|filed)\b/iu

// What may stand beside the date in a line that is nothing but one.
const BESIDE = new Set(
  'first last date of published posted updated update modified publication issued created filed dated on at by a.m. p.m. am pm gmt utc bst cet cest eet eest est edt et ksa msk ist local time mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday edited since hours hour ago'.split(
    ' ',
  ),
)

/** A line that only says when the page was published, posted or updated, and by whom at most. */
export function isDateLine(line: string): boolean {
  const text = line.replace(/^[*_([]+/u, '')
  const dates = wordCount(text) > 24 ? [] : fullDates(text)
  if (dates.length === 0) return false
  if (LABEL.test(text) && wordCount(text) <= 16) return true
  const rest = dates.reduceRight(
    (left, { span }) => `${left.slice(0, span.start)} ${left.slice(span.end)}`,
    text,
  )
  return rest.split(/\s[-–—|·•]\s/u).every((part) => isBeside(part) || isBy(part.trim()))
}

const isBeside = (part: string): boolean =>
  part
    .toLowerCase()
    .split(/[\s,|·•()[\]*_/–—-]+/u)
    .every(
      (word) => word === '' || BESIDE.has(word.replace(/:$/u, '')) || /^[+\d:.h]+$/u.test(word),
    )

const isBy = (part: string): boolean =>
  isOutlet(part) || (/^by\s/iu.test(part) && wordCount(part) <= 6)

export interface Clues {
  readonly facts: ArticleFacts
  readonly location: string
  readonly drafts: readonly Draft[]
  /** What a text on one line opens with: a date, the headline, counts; empty for a page. */
  readonly opening: string
}

/**
 * The day of publication: as somebody wrote it down in a sidecar or header, as the page prints it, as a table's column
 * has it (there it is often the day of saving), or as its address or its file's name has it. Captions and the story
 * itself name days, too, but not this one.
 */
export function published(clues: Clues): Known<Day> {
  const given = clues.facts.published ?? unknown
  if (given.how !== 'unknown' && given.from !== COLUMN) return given
  const known = printed(clues)
  if (known !== null) return given.how === 'unknown' ? known : contradicted(known, given.value)
  if (given.how !== 'unknown') return given
  return addressed(clues.facts) ?? filed(clues.location) ?? unknown
}

function printed({ drafts, opening }: Clues): Known<Day> | null {
  const lines = drafts.filter((draft) => draft.role === 'date').map((draft) => draft.line.text)
  const line =
    lines.find((text) => PUBLISHED.test(text)) ??
    lines.find((text) => !LABEL.test(text)) ??
    lines[0]
  const inLine = fullDates(line ?? '')[0]
  if (inLine !== undefined) return stated(inLine.day, `date line: ${line ?? ''}`)
  const opened = fullDates(opening)[0]
  return opened === undefined ? datelined(drafts) : stated(opened.day, 'date before the text')
}

const DATELINE = /^[^.!?"“]{0,90}?(?:\s[–—-]+\s|\)\s*[:–—-])/u

function datelined(drafts: readonly Draft[]): Known<Day> | null {
  const first = drafts.find((draft) => draft.role === 'body')?.line.text ?? ''
  const dateline = DATELINE.exec(first.slice(0, 120))?.[0]
  const date = fullDates(dateline ?? '')[0]
  // A dateline is place, date and agency; with a verb in it, it is the beginning of a sentence.
  const isBare = dateline !== undefined && !/\s\p{Ll}{3,}\s/u.test(dateline)
  const day = (isBare ? date?.day : undefined) ?? behindAgency(first)
  return day === undefined ? null : stated(day, 'dateline')
}

/** As far as a standfirst and the line of the agency below it reach. */
const STANDFIRST = 300

/** "Blast hits crowded district AFP Tuesday 6 Aug 2013 A bomb killed": on one line, behind the standfirst. */
const behindAgency = (text: string): string | undefined =>
  fullDates(text.slice(0, STANDFIRST)).find(({ span }) => {
    const before = text.slice(0, span.start).trimEnd()
    const agency = before.split(' ').at(-1) ?? ''
    return isOutlet(agency) && !/[.!?]\s|\btold \S+$/u.test(before)
  })?.day

function addressed({ url }: ArticleFacts): Known<Day> | null {
  if (url === undefined || url.how === 'unknown') return null
  const parts = /\/(?<year>20\d\d)\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/|$)/u.exec(
    url.value,
  )?.groups
  const [year, month, day] = [parts?.['year'], parts?.['month'], parts?.['day']]
  if (year === undefined || month === undefined || day === undefined) return null
  return dated(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'address')
}

function filed(location: string): Known<Day> | null {
  const name = location.split(/[/\\]/u).at(-1) ?? ''
  const parts =
    /(?<!\d)(?<year>20\d\d)(?<mark>[-_.]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?!\d)/u.exec(
      name,
    )?.groups
  if (parts === undefined) return null
  return dated(`${parts['year']}-${parts['month']}-${parts['day']}`, 'file name')
}

function dated(text: string, from: string): Known<Day> | null {
  const day = dayIn(text)
  return day === null ? null : inferred(day, from)
}
