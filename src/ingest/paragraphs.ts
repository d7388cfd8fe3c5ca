import type { Paragraph, ParagraphKind, RawBlock } from '../model/article.ts'
import { markCaptions } from './captions.ts'
import { dropLinks, furniture, isLinksHeading } from './clean.ts'
import { markCredits } from './credits.ts'
import { markHeadline, markStandfirst } from './headline.ts'
import { type Draft, isSentence, isTitle, type Line, lineOf, type Role, wordCount } from './page.ts'
import { isDateLine } from './published.ts'

export interface Page {
  readonly drafts: readonly Draft[]
  /** Null where neither the text nor anybody else gives one. */
  readonly headline: string | null
}

/** Tells what each line of a page is. The order matters: each step reads what those before it have left open. */
export function readPage(lines: readonly Line[], givenHeadline: string | null): Page {
  const drafts: Draft[] = lines.map((line) => ({ line, role: null }))
  for (const draft of drafts) draft.role = frameRole(draft.line.text)
  markCredits(drafts)
  const headline = markHeadline(drafts, givenHeadline)
  markCaptions(drafts)
  dropRepeats(drafts)
  dropLinks(drafts)
  markStandfirst(drafts, givenHeadline !== null)
  dropPromotions(drafts)
  markCrossHeadings(drafts)
  for (const draft of drafts) draft.role ??= 'body'
  return { drafts, headline }
}

/**
 * The page of blocks that a source has told apart. What it calls a paragraph may still be a line of the frame that was
 * set as one, or say whose text it is.
 */
export function readBlocks(blocks: readonly RawBlock[], givenHeadline: string | null): Page {
  const drafts: Draft[] = blocks.flatMap(({ kind, text }) =>
    (lineOf(text, true) ?? []).map((line) => ({
      line,
      role: kind === 'body' ? frameRole(line.text) : kind,
    })),
  )
  markCredits(drafts)
  dropRepeats(drafts)
  for (const draft of drafts) draft.role ??= 'body'
  const printed = drafts.find((draft) => draft.role === 'headline')?.line.text ?? null
  return { drafts, headline: givenHeadline ?? printed }
}

function frameRole(text: string): Role {
  if (isLinksHeading(text)) return 'links'
  if (furniture(text) !== null) return 'furniture'
  return isDateLine(text) ? 'date' : null
}

/** A line that stands again, word for word, is one statement doubled by the saving of the page. */
function dropRepeats(drafts: readonly Draft[]): void {
  const seen = new Set<string>()
  for (const draft of drafts) {
    if (draft.role === 'furniture' || wordCount(draft.line.text) < 5) continue
    if (seen.has(draft.line.key)) draft.role = 'furniture'
    seen.add(draft.line.key)
  }
}

// Longer lines without a full stop are sentences that have lost it.
const LONGEST_TITLE = 16

/** Titles after the last sentence lead to other stories. */
function dropPromotions(drafts: readonly Draft[]): void {
  const last = drafts.findLastIndex((draft) => draft.role === null && isRunning(draft.line.text))
  if (last < 0) return
  const after = drafts.slice(last + 1).filter((draft) => draft.role === null)
  // One or two may be sentences that have lost their full stop; a list of three is none.
  for (const draft of after)
    if (after.length > 2 || isPlainlyTitle(draft.line.text)) draft.role = 'furniture'
}

function isPlainlyTitle(text: string): boolean {
  if (wordCount(text) < 4 || /[:|?]|\s[–—-]\s/u.test(text)) return true
  const long = text.split(' ').filter((word) => word.length > 3)
  return long.every((word) => /^["'‘“(]?[\p{Lu}\d]/u.test(word))
}

const isRunning = (text: string): boolean =>
  (isSentence(text) && !isTitle(text)) || wordCount(text) > LONGEST_TITLE || isSpoken(text)

/** “Are you coming or not?”: a paragraph of what somebody asks or shouts, and no title. */
const isSpoken = (text: string): boolean => /^["“'‘].*[?!]["”'’]$/u.test(text)

/** A short line without a full stop, with text below it, divides the story. */
function markCrossHeadings(drafts: readonly Draft[]): void {
  const open = drafts.filter((draft) => draft.role === null)
  for (const [at, draft] of open.entries()) {
    const next = open[at + 1]
    if (next === undefined || !isRunning(next.line.text)) continue
    if (isTitle(draft.line.text) && isHeading(draft.line.text) && !isSpoken(draft.line.text))
      draft.role = 'cross-heading'
  }
}

const isHeading = (text: string): boolean =>
  wordCount(text) <= 12 && /^["'‘“(]?[\p{Lu}\d]/u.test(text)

const KINDS: ReadonlySet<string> = new Set<ParagraphKind>([
  'headline',
  'standfirst',
  'byline',
  'body',
  'caption',
  'cross-heading',
  'credit',
])

const isKind = (role: string | null): role is ParagraphKind => role !== null && KINDS.has(role)

/** The parts of the story, numbered in the order of the page. */
export function numbered(parts: readonly Omit<Paragraph, 'number'>[]): readonly Paragraph[] {
  const first = parts.filter((part) => part.kind === 'headline')
  const rest = parts.filter((part) => part.kind !== 'headline')
  return [...first, ...rest].map((part, number) => ({ number, kind: part.kind, text: part.text }))
}

/** What of the page is story, in its order, the frame left out. */
export const storyOf = (page: Page): readonly Omit<Paragraph, 'number'>[] =>
  page.drafts.flatMap(({ role, line }) => (isKind(role) ? [{ kind: role, text: line.text }] : []))
