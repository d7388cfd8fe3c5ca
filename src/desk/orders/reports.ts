import { plain } from '../../answer/report.ts'
import type { Offer, Report, Run } from '../../answer/report.ts'
import { line, note, strong } from '../../answer/telling/words.ts'

/** A word to whoever orders something. */
export interface Word {
  readonly title: string
  readonly lead: string
  /** Further lines: a line of words, or one that begins with what it is about. */
  readonly lines?: readonly (string | readonly [head: string, rest: string])[]
  readonly notes?: readonly string[]
  readonly offers?: readonly Offer[]
}

export const wordOf = ({ title, lead, lines = [], notes = [], offers = [] }: Word): Report => {
  const told = lines.map((one) => line(runsOf(one)))
  const noted = notes.map((text) => line([note(text)]))
  const all = [...told, ...noted]
  return {
    title,
    lead: line([plain(lead)]),
    understood: [],
    sections: all.length === 0 ? [] : [{ heading: null, lines: all }],
    offers,
  }
}

const runsOf = (one: string | readonly [string, string]): readonly Run[] =>
  typeof one === 'string' ? [plain(one)] : [strong(one[0]), plain(` – ${one[1]}`)]

export const offer = (label: string, ask: string): Offer => ({ label, ask })

export interface Mistake {
  readonly what: string
  readonly hint: string
  /** Whole orders that were perhaps meant. */
  readonly instead: readonly string[]
}

/** What was not understood, and what to type instead: as a question that was not understood is met. */
export const mistaken = ({ what, hint, instead }: Mistake): Report => ({
  title: 'Please say it again',
  lead: line([plain(`${what} ${hint}`)]),
  understood: [],
  sections:
    instead.length === 0
      ? []
      : [{ heading: 'Did you mean', lines: instead.map((ask) => line([strong(ask)])) }],
  offers: [...instead.map((ask) => offer(ask, ask)), offer('Help', 'help')],
})
