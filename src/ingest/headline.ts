import { keyOf } from '../text/white-space.ts'
import { isDoubled } from './captions.ts'
import { hasDateline, isBareByline } from './credits.ts'
import { isOutlet } from './outlets.ts'
import { type Draft, isSentence, isTitle, wordCount } from './page.ts'

// How far down a page its headline may stand: below a site's name, a section, a notice.
const HEAD = 8

const SECTIONS =
  /^(?:home|news|world|world news|middle east|middle east & africa|middle east and north africa|asia|syria|politics|opinion|analysis|features?|video|live|breaking(?: news)?|top stories|conflict|war|international|exclusive|updated?)$/iu

/**
 * Marks the headline, what stands above it, and its repetitions. A headline that somebody gives is taken at their
 * word: its copies in the text go. Returns the headline's words, or null where the text has none.
 */
export function markHeadline(drafts: readonly Draft[], given: string | null): string | null {
  const key = keyOf(given ?? '')
  const at = given === null ? findHeadline(drafts) : drafts.findIndex((draft) => isSame(draft, key))
  const found = drafts[at]
  if (found === undefined) {
    if (given !== null)
      markSite(
        drafts,
        drafts.findIndex((draft) => draft.role === null),
      )
    return given
  }
  for (const draft of drafts) if (isSame(draft, found.line.key)) draft.role = 'furniture'
  found.role = 'headline'
  for (const draft of drafts.slice(0, at)) above(draft)
  return given ?? found.line.text
}

// `Headline | Outlet`, as the title of a page has it, is the headline all the same.
const isSame = (draft: Draft, key: string): boolean =>
  draft.line.key === key || keyOf(draft.line.text.replace(/\s[|–-]\s[^|–-]{3,40}$/u, '')) === key

function findHeadline(drafts: readonly Draft[]): number {
  const open = drafts.flatMap((draft, at) => (draft.role === null ? [at] : []))
  const titles = open.slice(0, HEAD).filter((at) => isTitle(drafts[at]?.line.text ?? ''))
  const again = titles.find(
    (at) => standsAgain(drafts, at) && !(at !== titles[0] && isDoubled(drafts, at)),
  )
  if (again !== undefined) return again
  const first = open.find((at) => !isAbove(drafts[at]?.line.text ?? ''))
  // The only line of a text is its text, and a first line that is a sentence has lost its headline.
  return first !== undefined && titles.includes(first) && open.at(-1) !== first ? first : -1
}

function standsAgain(drafts: readonly Draft[], at: number): boolean {
  const line = drafts[at]?.line
  if (line === undefined || wordCount(line.text) < 4) return false
  return drafts.slice(at + 1).some((other) =>
    other.role === 'credit'
      ? // `Source: <headline> – ABC News`; `Source: <name>` is no headline told again.
        other.line.key.includes(line.key) && !other.line.key.endsWith(line.key)
      : other.line.key === line.key,
  )
}

const isAbove = (text: string): boolean => isOutlet(text) || SECTIONS.test(text)

const SMALL = /^(?:of|for|the|and|in|on|to|al|el|de|&)$/iu

const isName = (text: string): boolean =>
  wordCount(text) <= 9 &&
  text.split(' ').every((word) => SMALL.test(word) || /^[\p{Lu}\d]/u.test(word))

function above(draft: Draft): void {
  const { text } = draft.line
  // An outlet's bare name above the headline is the site's, not a credit.
  if (draft.role === 'credit' && isOutlet(text)) draft.role = 'site'
  if (draft.role !== null) return
  if (SECTIONS.test(text)) draft.role = 'furniture'
  else if (isOutlet(text) || isName(text)) draft.role = 'site'
  else draft.role = isSentence(text) ? null : 'furniture'
}

function markSite(drafts: readonly Draft[], first: number): void {
  const draft = drafts[first]
  if (draft !== undefined && isAbove(draft.line.text)) above(draft)
}

// A standfirst is short, and written as headlines are: no full stop, or none of the small words that sentences have.
const ARTICLES = /\b(?:a|an|the)\b/iu

/** Marks what stands between the headline and the text: the standfirst, and a byline without a `By`. */
export function markStandfirst(drafts: readonly Draft[], isHeadlineGiven: boolean): void {
  const head = drafts.findIndex((draft) => draft.role === 'headline')
  if (head < 0 && !isHeadlineGiven) return
  const rest = drafts.slice(head + 1)
  const open = rest.filter((draft) => draft.role === null)
  for (const draft of open.slice(0, 3)) if (isBareByline(draft.line.text)) draft.role = 'byline'
  const [first, second] = open.filter((draft) => draft.role === null)
  if (first === undefined || second === undefined || wordCount(first.line.text) < 5) return
  const before = rest.slice(0, rest.indexOf(first))
  if (before.some((draft) => draft.role === 'caption') || !isSentence(second.line.text)) return
  if (hasDateline(first.line.text)) return
  if (isDeck(first.line.text) || isAboveByline(rest, first)) first.role = 'standfirst'
}

const isDeck = (text: string): boolean =>
  wordCount(text) <= 45 && (!isSentence(text) || (wordCount(text) <= 30 && !ARTICLES.test(text)))

function isAboveByline(rest: readonly Draft[], first: Draft): boolean {
  const next = rest[rest.indexOf(first) + 1]
  return next !== undefined && (next.role === 'byline' || next.role === 'date')
}
