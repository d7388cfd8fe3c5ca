import { dayOf, type Event } from '../../answer/figures/event.ts'
import { numberKey, type Statement, vagueWord } from '../../answer/figures/statement.ts'
import type { Places } from '../../answer/figures/place.ts'
import { fold } from '../../text/fold.ts'

/** By what a figure is known once it was told: the same number of the same event is the same story, whoever prints it. */
export function figureKey(put: Statement, event: Event, places: Places): string {
  const { claim } = put.lead
  const number = numberKey(claim) ?? vagueWord(claim)
  return ['figure', places.key(event.place) ?? '', dayOf(event), claim.harm, number].join('|')
}

export const eventKeys = (event: Event, places: Places): readonly string[] => [
  ...new Set(event.statements.map((put) => figureKey(put, event, places))),
]

export const quoteKey = (speaker: string, words: string): string =>
  `quote|${fold(speaker)}|${fold(words).slice(0, 80)}`

export const storyKey = (article: string): string => `story|${article}`
