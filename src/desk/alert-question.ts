import { outletsOf, voicesOf } from '../answer/archive.ts'
import type { Archive } from '../answer/archive.ts'
import { readQuestion } from '../answer/asking/read-question.ts'
import type { Question } from '../answer/question.ts'
import type { Lexicon } from '../names/lexicon.ts'

/** A saved question with how many it takes. */
export interface AlertQuestion {
  readonly question: Question
  /** Figures below it are not told; null where any is. */
  readonly least: number | null
}

/** A saved question within a sentence: `“al-Quds hospital”` stands in one pair of marks, those inside are single ones. */
export const inMarks = (ask: string): string =>
  `“${ask.replace(/^["“]([^"“”]*)["”]$/u, '$1').replace(/["“]([^"“”]*)["”]/gu, '‘$1’')}”`

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,7})`
const LEAST = new RegExp(
  String.raw`\s*(?:(>=|=>|≥|>)|(?<!\p{L})(at least|no fewer than|from|more than|over|above)(?!\p{L}))\s*${NUMBER}(?!\p{L})(?:\s+(?:or more|and more|and up)(?!\p{L}))?|\s*${NUMBER}\s*(?:\+|or more|and more|and up)`,
  'iu',
)

/** Reads `casualties idlib children >= 10`, `quotes lavrov`, `"al-Quds hospital"`. */
export async function readAlert(
  ask: string,
  {
    archive,
    lexicon,
    today,
  }: { readonly archive: Archive; readonly lexicon: Lexicon; readonly today: string },
): Promise<AlertQuestion> {
  const known = {
    lexicon,
    outlets: outletsOf(archive),
    voices: voicesOf(archive),
    newest: archive.coverage.to,
  }
  const match = /^\s*["“]/u.test(ask) ? null : LEAST.exec(ask)
  const text = match === null ? ask : ask.replace(match[0], ' ').trim()
  const question = await readQuestion({ text, today, known })
  if (match === null) return { question, least: null }
  const number = Number((match[3] ?? match[4] ?? '').replaceAll(',', ''))
  const beyond = match[1] === '>' || /^(?:more than|over|above)$/iu.test(match[2] ?? '')
  return { question, least: beyond ? number + 1 : number }
}
