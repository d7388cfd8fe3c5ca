import type { ParagraphKind } from '../model/article.ts'
import { keyOf, tidy } from '../text/white-space.ts'

/** A line of a saved page, white space put in order. */
export interface Line {
  readonly text: string
  /** Letters and digits alone, for telling whether two lines are the same. */
  readonly key: string
  /** An empty line stands before it. */
  readonly apart: boolean
}

/** What a line is: part of the story, or of the page around it. Null as long as no rule has told. */
export type Role = ParagraphKind | 'furniture' | 'links' | 'date' | 'site' | null

export interface Draft {
  readonly line: Line
  role: Role
}

const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/u
const MARKDOWN_HEADING = /^#{1,6} (?=\S)/u

/** A line, in a list to be spread; null where the text is empty. */
export function lineOf(text: string, apart: boolean): readonly [Line] | null {
  const words = tidy(text)
  return words === '' ? null : [{ text: words, key: keyOf(words), apart }]
}

/** The lines of a text that hold something. A line is a paragraph, but where the file was wrapped at a column. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let apart = false
  for (const raw of unwrapped(text.split(BREAK).map(tidy))) {
    if (raw === '') apart = true
    else {
      lines.push(...(lineOf(raw.replace(MARKDOWN_HEADING, ''), apart) ?? []))
      apart = false
    }
  }
  return lines
}

/**
 * Joins the lines of a file that some editor wrapped at a column. It was wrapped if, but for a few, no line that goes
 * on in the next had room for the next one's first word.
 */
function unwrapped(lines: readonly string[]): readonly string[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const follows = lines.flatMap((line, at) =>
    line !== '' && (lines[at + 1] ?? '') !== '' ? [at] : [],
  )
  const full = (at: number): boolean =>
    (lines[at] ?? '').length + 1 + (lines[at + 1] ?? '').split(' ', 1).join('').length >= width - 1
  if (width > 120 || follows.length < 4) return lines
  if (follows.filter(full).length < follows.length * 0.75) return lines
  const goesOn = new Set(follows.filter(full))
  return lines.reduce<string[]>((joined, line, at) => {
    const before = joined.at(-1)
    if (before !== undefined && goesOn.has(at - 1)) joined[joined.length - 1] = `${before} ${line}`
    else joined.push(line)
    return joined
  }, [])
}

export function wordCount(text: string): number {
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1
  return count
}

// The agency in brackets after the full stop belongs to the sentence: `… he said. (AFP)`
const STOP = /[.!?…:;][\p{Pe}\p{Pf}"'’”]*(?:\s\([^()]{2,40}\))?$/u
const ABBREVIATION = /(?:\p{L}\.){2,}$/u

/** Ends as sentences do; headlines, captions, names and labels do not. */
export const isSentence = (text: string): boolean => STOP.test(text) && !ABBREVIATION.test(text)

/** Could be a headline, a cross-heading or a link to another story. */
export const isTitle = (text: string): boolean =>
  (!isSentence(text) || /[?!][\p{Pe}\p{Pf}"'’”]*$/u.test(text)) && wordCount(text) <= 30
