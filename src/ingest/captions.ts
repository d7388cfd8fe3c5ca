import { isOutlet } from './outlets.ts'
import { type Draft, isSentence, wordCount } from './page.ts'

const LABEL =
  /^(?:(?:photo|picture|image|media|video|figure)\s*)?captions?\s*:?$|^(?:file )?(?:photos?|pictures?|images?)\s*:?$/iu

// How captions begin, and how their credits end. A caption stays as printed, credit and all.
const OPENINGS = [
  /^(?:file|handout|archive|in pictures|photo|picture|image|media|video)(?: (?:photo|picture|image|pic|caption|copyright|source|credit))?\s*[:–—-]\s/iu,
  /^(?:image|media|photo|picture) (?:copyright|caption|source|credit)\b/iu,
  /^(?:in )?(?:this|an?) .{0,70}\b(?:photo|picture|photograph|image|frame ?grab|still)\b.{0,70}\b(?:shows?|taken|released|provided|made available|posted)\b/iu,
] as const
const ENDINGS = [
  /\b(?:photo(?:graph)?|picture|image|credit|photo credit)s?\s?(?:by)?:\s?[^.:]{2,80}$/iu,
  /\((?:photo|image|picture|file|photograph)\b[^()]{0,80}\)\.?$/iu,
  /\bREUTERS\/\p{Lu}[^"“”]{2,60}$/u,
] as const
const BRACKET = /[[(](?<inside>[^[\]()]{2,80})[\])]\.?$/u
const SLASHED = /(?:^|\s)(?<inside>\p{L}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+)?(?:\/[\p{L} ]+)+)$/u

/** Marks captions: below a label, standing twice in a row as pages give them, or with a picture's credit. */
export function markCaptions(drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    if (draft.role === null && LABEL.test(draft.line.text)) {
      draft.role = 'furniture'
      const next = drafts[at + 1]
      if (next?.role === null) next.role = 'caption'
    }
    if (draft.role === null && (isDoubled(drafts, at) || isCaption(draft.line.text)))
      draft.role = 'caption'
  }
}

/** A picture's text is saved twice in a row: once as its caption, once as what is shown where pictures are not. */
export function isDoubled(drafts: readonly Draft[], at: number): boolean {
  const line = drafts[at]?.line
  const next = drafts[at + 1]?.line
  if (line === undefined || next === undefined || line.key !== next.key) return false
  return wordCount(line.text) >= 4 && (!next.apart || !isSentence(line.text))
}

function isCaption(text: string): boolean {
  if (wordCount(text) > 80) return false
  if ([...OPENINGS, ...ENDINGS].some((pattern) => pattern.test(text))) return true
  const bracket = BRACKET.exec(text)
  const bracketed = bracket?.groups?.['inside']
  // (AFP) after a full sentence may close a report; [AFP], and anything with a name before it, is a picture's.
  if (bracketed !== undefined && hasOutlet(bracketed))
    return (
      text.endsWith(']') || bracketed.includes('/') || !/[.!?]["”’]?\s*\([^()]*\)\.?$/u.test(text)
    )
  const slashed = SLASHED.exec(text.slice(-60))?.groups?.['inside']
  return slashed !== undefined && wordCount(text) > 5 && hasOutlet(slashed)
}

const hasOutlet = (credit: string): boolean =>
  /^file$/iu.test(credit) ||
  credit
    .split(/\s*[/,|]\s*|\s+via\s+/u)
    .some((part) => isOutlet(part.replace(/\s(?:photos?|pictures?|images?)$/iu, '')))
