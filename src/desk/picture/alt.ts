import type { Day } from '../../model/article.ts'
import { shortDay } from '../digest/day-words.ts'
import type { Chart, Mark, Row } from './marks.ts'

/** Slack takes so many characters with a file. */
const LONGEST = 1000

/** The picture in words: every bar, source by source, as far as there is room; what is left is counted. */
export function altOf(chart: Chart, title: string, today: Day): string {
  const begun = `Bar chart. ${title}; bars are not to be added up.`
  const rows = chart.rows.map((row) => rowWords(row, today))
  const whole = [begun, ...rows].join(' ')
  if (whole.length <= LONGEST) return whole
  const bars = chart.rows.flatMap(({ source, marks }) =>
    marks.map((mark) => ({ mark, words: `${nameOf(source)}: ${markWords(mark, today)}.` })),
  )
  const largest = bars.toSorted((a, b) => b.mark.high - a.mark.high)
  const kept: string[] = []
  for (const { words } of largest) {
    const rest = largest.length - kept.length - 1
    const next = [begun, 'The largest:', ...kept, words, restWords(rest)].join(' ')
    if (next.length > LONGEST) break
    kept.push(words)
  }
  return [begun, 'The largest:', ...kept, restWords(largest.length - kept.length)].join(' ').trim()
}

const restWords = (count: number): string => (count === 0 ? '' : `And ${count} more bars.`)

const rowWords = ({ source, marks }: Row, today: Day): string =>
  `${nameOf(source)}: ${marks.map((mark) => markWords(mark, today)).join('; ')}.`

const nameOf = (source: string | null): string => source ?? 'No source given'

function markWords({ place, day, words, fighters }: Mark, today: Day): string {
  const where = place === null ? '' : `${place}, `
  return `${where}${shortDay(day, today)}, ${words}${fighters ? ' (fighters)' : ''}`
}
