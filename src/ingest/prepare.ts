import { AppError } from '../errors.ts'
import {
  type Article,
  type Paragraph,
  type ParagraphKind,
  type RawArticle,
  READ_LANGUAGE,
} from '../model/article.ts'
import { type Known, stated, unknown, valueOf } from '../model/known.ts'
import { slice } from '../model/span.ts'
import { sentences } from '../text/sentences.ts'
import { byline, credit } from './credits.ts'
import { isOutlet } from './outlets.ts'
import { readLines, tidy } from './page.ts'
import { numbered, type Page, readPage, storyOf } from './paragraphs.ts'
import { passages } from './passages.ts'
import { published } from './published.ts'
import { unglue } from './unglue.ts'

/** Cleans an article, cuts it into numbered paragraphs and dates it. Throws `article_empty` where no text is left. */
export function prepare(raw: RawArticle): Article {
  const { facts, id, location } = raw
  const given = valueOf(facts.headline ?? unknown)
  const { lines, opening } = unglue(readLines(raw.text), given)
  const page = readPage(lines, given === null ? null : tidy(given))
  const parts = cutLong(storyOf(page))
  const isFlash = opening !== '' && page.headline !== null
  if (!isFlash && !parts.some(({ kind }) => STATES.has(kind))) throw noText(location)
  const headline = page.headline ?? firstSentence(parts)
  return {
    id,
    location,
    headline,
    outlet: known(facts.outlet) ?? outletOf(page),
    outletKind: facts.outletKind ?? unknown,
    published: published({ facts, location, drafts: page.drafts, opening }),
    modified: facts.modified ?? unknown,
    byline: known(facts.byline) ?? byline(page.drafts),
    credit: known(facts.credit) ?? credit(page.drafts, headline),
    url: facts.url ?? unknown,
    language: raw.language ?? READ_LANGUAGE,
    paragraphs: numbered(withHeadline(parts, page.headline)),
  }
}

// A page that has no more than its headline still says something; one with a byline alone does not.
const STATES: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>([
  'headline',
  'standfirst',
  'body',
  'caption',
])

type Part = Omit<Paragraph, 'number'>

/** A given headline stands first even where the text does not repeat it, and in the form in which it is given. */
function withHeadline(parts: readonly Part[], headline: string | null): readonly Part[] {
  if (headline === null) return parts
  const rest = parts.filter((part) => part.kind !== 'headline')
  return [{ kind: 'headline', text: headline }, ...rest]
}

const known = (fact: Known<string> | undefined): Known<string> | null =>
  fact === undefined || fact.how === 'unknown' ? null : fact

function outletOf(page: Page): Known<string> {
  const site = page.drafts.find((draft) => draft.role === 'site')?.line.text
  if (site !== undefined) return stated(site, 'name above the headline')
  const tail = /\s[|–-]\s(?<name>[^|–-]{2,40})$/u.exec(page.headline ?? '')?.groups?.['name']
  return tail !== undefined && isOutlet(tail) ? stated(tail, 'headline') : unknown
}

/** Cuts the one long line that a text without breaks is. A page's own paragraphs are left as they are. */
function cutLong(parts: readonly Part[]): readonly Part[] {
  const total = parts.reduce((sum, part) => sum + part.text.length, 0)
  return parts.flatMap((part) =>
    part.kind === 'body' && part.text.length > total * 0.7
      ? passages(part.text).map((text) => ({ kind: part.kind, text }))
      : [part],
  )
}

const DISPLAYED = 120

/** An article without a headline goes by its first sentence. */
function firstSentence(parts: readonly Part[]): string {
  const text = parts.find((part) => part.kind === 'body')?.text ?? parts[0]?.text ?? ''
  const span = sentences(text)[0]
  const sentence = span === undefined ? text : slice(text, span)
  if (sentence.length <= DISPLAYED) return sentence
  return `${sentence.slice(0, DISPLAYED).replace(/\s+\S*$/u, '')}…`
}

const noText = (location: string): AppError =>
  new AppError(
    'article_empty',
    `"${location}" holds no article text.`,
    'Is it a list of links, or an empty page? Save the page of one article.',
  )
