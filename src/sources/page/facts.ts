import type { ArticleFacts } from '../../model/article.ts'
import { inferred, type Known, stated, valueOf } from '../../model/known.ts'
import { fullDates } from '../../text/full-dates.ts'
import { keyOf } from '../../text/white-space.ts'
import type { ArticleData } from './json-ld.ts'
import type { Meta } from './meta.ts'
import { arabicDay, readDate } from './moments.ts'
import type { PrintedDate, Story } from './story.ts'

/** All that a page says about its article, in the order in which it is believed. */
export interface Sayings {
  readonly data: ArticleData | null
  /** The house as the data of the page name it beside the article. */
  readonly site: string | null
  readonly meta: Meta
  readonly story: Story
  /** The article's address, canonical; null where nothing tells it. */
  readonly url: Known<string>
}

/** The facts of an article, each with how it is known; what nothing tells is left out. */
export function factsOf(sayings: Sayings): ArticleFacts {
  const outlet = outletOf(sayings)
  const { byline, credit } = writersOf(sayings, valueOf(outlet ?? { how: 'unknown' }))
  const published = publishedOf(sayings)
  const facts = {
    headline: headlineOf(sayings),
    outlet,
    published: published && mapped(published, ({ day }) => day),
    modified: modifiedOf(sayings),
    byline,
    credit,
    url: sayings.url.how === 'unknown' ? null : sayings.url,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null))
}

/** The first that says something. */
function first<T>(...all: readonly (readonly [T | null | undefined, string])[]): Known<T> | null {
  for (const [value, from] of all) if (value != null) return stated(value, from)
  return null
}

const mapped = <T, U>(known: Known<T>, change: (value: T) => U): Known<U> =>
  known.how === 'unknown' ? known : { ...known, value: change(known.value) }

/** What stands above the story is its headline; data often have it cut, or written for search engines. */
function headlineOf({ data, meta, story }: Sayings): Known<string> | null {
  const told = first([data?.headline, 'JSON-LD headline'], [meta.title, 'og:title'])
  const printed = story.headline
  if (printed === null) return told ?? first([meta.pageTitle, 'title of the page'])
  if (told !== null && told.how !== 'unknown' && keyOf(told.value) === keyOf(printed))
    return stated(printed, told.from)
  return stated(printed, 'heading of the page')
}

function outletOf({ data, site, meta, url }: Sayings): Known<string> | null {
  const told = first(
    [data?.publisher, 'JSON-LD publisher'],
    [meta.siteName, 'og:site_name'],
    [site, 'JSON-LD of the site'],
    [meta.applicationName, 'meta application-name'],
  )
  if (told !== null) return told
  const address = valueOf(url)
  const host = address === null ? '' : new URL(address).hostname
  return host === '' ? null : inferred(host.replace(/^www\./u, ''), 'address')
}

function publishedOf({ data, meta, story, url }: Sayings) {
  const printed = story.dates.filter((date) => !isUpdate(date))
  const said = first(
    [readDate(data?.published ?? null), 'JSON-LD datePublished'],
    ...meta.published.map(({ content, name }) => [readDate(content), name] as const),
    ...printed.map(({ datetime }) => [readDate(datetime), 'time element'] as const),
    ...printed.map(({ text }) => [dayWithin(text), 'date line'] as const),
  )
  return said ?? addressed(valueOf(url))
}

function dayWithin(text: string) {
  const day = fullDates(text)[0]?.day
  return day === undefined ? arabicDay(text) : { day, moment: day }
}

const DATED_PATH = /\/(?<year>20\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?=[/-]|$)/u

function addressed(address: string | null) {
  const parts = address === null ? undefined : DATED_PATH.exec(address)?.groups
  const padded = (name: string): string => (parts?.[name] ?? '').padStart(2, '0')
  const date =
    parts === undefined ? null : readDate(`${padded('year')}-${padded('month')}-${padded('day')}`)
  return date === null ? null : inferred(date, 'address')
}

const UPDATE = /\b(?:updated?|modified|last (?:edit|change))|آخر تحديث|تحديث|تعديل/iu
const isUpdate = ({ text }: PrintedDate): boolean =>
  UPDATE.test(text) && !/publish|posted|نشر/iu.test(text)

function modifiedOf({ data, meta, story }: Sayings): Known<string> | null {
  const printed = story.dates.filter(isUpdate)
  const said = first(
    [readDate(data?.modified ?? null), 'JSON-LD dateModified'],
    ...meta.modified.map(({ content, name }) => [readDate(content), name] as const),
    ...printed.map(({ datetime }) => [readDate(datetime), 'time element'] as const),
    ...printed.map(({ text }) => [dayWithin(text), 'date line'] as const),
  )
  return said && mapped(said, ({ moment }) => moment)
}

/** Persons write; a house that is named as the author, and is not the one that publishes, is whose text it is. */
function writersOf({ data, meta, story }: Sayings, outlet: string | null) {
  const authors = data?.authors ?? []
  const persons = authors.filter(({ isPerson }) => isPerson).map(({ name }) => withoutBy(name))
  const house = authors.find(
    ({ name, isPerson }) => !isPerson && keyOf(name) !== keyOf(outlet ?? ''),
  )
  const byline = first(
    [joined(persons.filter((name) => isName(name) && !isHouse(name, outlet))), 'JSON-LD author'],
    [bylineIn(meta.author, outlet), 'meta author'],
    [bylineIn(story.byline, outlet), 'byline'],
  )
  const credit = first(
    [data?.source, 'JSON-LD sourceOrganization'],
    [house?.name, 'JSON-LD author'],
    [creditIn(story.credit), 'credit line'],
  )
  return { byline, credit }
}

const isHouse = (name: string, outlet: string | null): boolean =>
  outlet !== null && keyOf(withoutBy(name)) === keyOf(outlet)

/** `admin`, `editor2` are accounts; a line with a year in it is a date. */
const isName = (text: string): boolean =>
  text !== '' && !/^\p{Ll}[\p{Ll}\d_.@-]*$/u.test(text) && !/\d{4}/u.test(text)

const withoutBy = (text: string): string =>
  text
    .replace(
      /^(?:by|written by|words by|reporting by|كتب|كتبت|بقلم|إعداد|تقرير)\s*[:\-–|]?\s+/iu,
      '',
    )
    .trim()

function bylineIn(text: string | null, outlet: string | null): string | null {
  if (text === null || isHouse(text, outlet)) return null
  // The bar of a byline may go on with a date or a post.
  const name = withoutBy(text.split(/\s[|•·]\s/u, 1).join(''))
  return isName(name) ? name : null
}

const creditIn = (text: string | null): string | null => {
  const name =
    text?.replace(/^(?:sources?|credits?|agency|المصدر|وكالات)\s*:\s*/iu, '').trim() ?? ''
  return name === '' || /^[©\d]/u.test(name) ? null : name
}

function joined(names: readonly string[]): string | null {
  if (names.length < 2) return names[0] ?? null
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
