import { AppError } from '../errors.ts'
import {
  type Article,
  type Paragraph,
  type ParagraphKind,
  type RawArticle,
  READ_LANGUAGE,
  type Language,
} from '../model/article.ts'
import { type Known, stated, unknown, valueOf } from '../model/known.ts'
import { slice } from '../model/span.ts'
import { languageOf } from '../text/language.ts'
import { sentences } from '../text/sentences.ts'
import { tidy } from '../text/white-space.ts'
import { byline, credit } from './credits.ts'
import { cutGlued } from './glued.ts'
import { isOutlet, isOutletLine } from './outlets.ts'
import { readLines } from './page.ts'
import { numbered, type Page, readBlocks, readPage, storyOf } from './paragraphs.ts'
import { passages } from './passages.ts'
import { published } from './published.ts'
import { unglue } from './unglue.ts'

/** Cleans an article, cuts it into numbered paragraphs and dates it. Throws `article_empty` where no text is left. */
export function prepare(raw: RawArticle): Article {
  const { facts, id, location } = raw
  const given = valueOf(facts.headline ?? unknown)
  const { page, opening } = pageOf(raw, given === null ? null : tidy(given))
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
    ...writers(raw, page, headline),
    url: facts.url ?? unknown,
    language: raw.language ?? languageOfText(raw.text),
    paragraphs: numbered(withHeadline(parts, page.headline)),
  }
}

/** A text without a page's word for it is taken for English unless it is plainly in another language. */
function languageOfText(text: string): Language {
  const language = languageOf(text)
  return language === 'und' ? READ_LANGUAGE : language
}

/** A source that knows what each piece is has cut the page already; of any other the lines are judged. */
function pageOf({ text, blocks }: RawArticle, given: string | null) {
  if (blocks !== undefined) return { page: readBlocks(blocks, given), opening: '' }
  const { lines, opening } = unglue(readLines(text), given)
  return { page: readPage(lines, given), opening }
}

/** An agency in the place of an author's name did not write the text for this outlet: the outlet took it from there. */
function writers({ facts, blocks }: RawArticle, page: Page, headline: string) {
  const writer = known(facts.byline)
  const isAgency = blocks !== undefined && isOutletLine(valueOf(writer ?? unknown) ?? '')
  return {
    byline: (isAgency ? null : writer) ?? byline(page.drafts),
    credit: known(facts.credit) ?? (isAgency ? writer : null) ?? credit(page.drafts, headline),
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
      ? cutGlued(part.text)
          .flatMap(passages)
          .map((text) => ({ kind: part.kind, text }))
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
