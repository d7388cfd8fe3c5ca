import type { Day } from '../../model/article.ts'
import { shortDay } from '../digest/day-words.ts'
import { COLOURS, MARGIN, onCard, type Titled, WIDTH } from './card.ts'
import type { Chart, Mark } from './marks.ts'
import { scaleOf } from './scale.ts'
import { line, rect, type Sheet, text } from './svg.ts'
import { fitted } from './text-width.ts'

const NAMES = 250
const WORDS = 270
const ROW = 38
const HEAD = 40
const BAR = 18
const MOST_ROWS = 10

interface Told extends Mark {
  readonly name: string | null
}

/** A day or two: each event by itself, its sources below each other, their figures in the articles' words. */
export function drawEvents(chart: Chart, titled: Titled & { readonly today: Day }): Sheet {
  const all = chart.rows
    .flatMap(({ source, marks }) => marks.map((mark): Told => ({ ...mark, name: source })))
    .toSorted((a, b) => b.high - a.high)
    .slice(0, MOST_ROWS)
  const events = [...Map.groupBy(all, ({ event }) => event).values()]
  const { of: scale, steep } = scaleOf(
    all.map(({ high }) => high),
    WIDTH - 2 * MARGIN - NAMES - WORDS,
  )
  return onCard({
    chart,
    titled,
    steep,
    signed: false,
    height: all.length * ROW + events.length * HEAD + 10,
    draw: (top) => {
      let y = top
      return events.flatMap((marks) => {
        const begun = y
        y += HEAD + marks.length * ROW
        return drawEvent(marks, { y: begun, scale, today: titled.today })
      })
    },
  })
}

interface Placing {
  readonly y: number
  readonly scale: (value: number) => number
  readonly today: Day
}

function drawEvent(marks: readonly Told[], { y, scale, today }: Placing): readonly string[] {
  const [first] = marks
  if (!first) return []
  const day = shortDay(first.day, today)
  const heading = first.place === null ? day : `${first.place}, ${day}`
  const x = MARGIN + NAMES
  return [
    line({
      x1: MARGIN,
      y1: y + 6,
      x2: WIDTH - MARGIN,
      y2: y + 6,
      stroke: COLOURS.rule,
      'stroke-width': 1,
    }),
    text(heading, {
      x: MARGIN,
      y: y + 29,
      'font-size': 15,
      'font-weight': 700,
      fill: COLOURS.ink,
    }),
    ...marks.flatMap((mark, at) => drawRow(mark, { x, y: y + HEAD + at * ROW, scale })),
  ]
}

interface Line {
  readonly x: number
  readonly y: number
  readonly scale: (value: number) => number
}

const shown = (of: string, size: number, width: number): string =>
  fitted(of, { size, width, lines: 1 })[0] ?? ''

function drawRow(mark: Told, { x, y, scale }: Line): readonly string[] {
  const { name, low, high, words, fighters } = mark
  const [solid, pale] = fighters
    ? [COLOURS.fighters, COLOURS.fightersPale]
    : [COLOURS.people, COLOURS.peoplePale]
  const [least, most] = [scale(low), scale(high)]
  return [
    text(shown(name ?? 'no source given', 13.5, NAMES - 16), {
      x: MARGIN,
      y: y + 19,
      'font-size': 13.5,
      fill: name === null ? COLOURS.soft : COLOURS.ink,
    }),
    ...(most > least ? [rect({ x, y: y + 5, width: most, height: BAR, rx: 3, fill: pale })] : []),
    rect({ x, y: y + 5, width: least, height: BAR, rx: 3, fill: solid }),
    text(shown(words, 13, WIDTH - MARGIN - x - most - 10), {
      x: x + most + 10,
      y: y + 19,
      'font-size': 13,
      'font-weight': 700,
      fill: COLOURS.ink,
    }),
  ]
}
