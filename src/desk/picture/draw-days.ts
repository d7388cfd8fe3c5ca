import type { Day } from '../../model/article.ts'
import { inWords, weekdayOf } from '../../answer/asking/days.ts'
import { dayAfter } from '../clock-time.ts'
import type { Chart, Mark, Row } from './marks.ts'
import { COLOURS, MARGIN, onCard, type Titled, WIDTH } from './card.ts'
import { scaleOf } from './scale.ts'
import { line, rect, type Sheet, text } from './svg.ts'
import { fitted, textWidth } from './text-width.ts'

const NAMES = 176
const ROW = 92
const BAR_SPACE = 42
const AXIS = 46
const LABEL = 12.5

/** Each source a row, each day a column, each event a bar in it; an empty place is a day of which the source says nothing. */
export function drawDays(chart: Chart, titled: Titled): Sheet {
  const days = daysOf(chart)
  const step = (WIDTH - 2 * MARGIN - NAMES) / days.length
  const highs = chart.rows.flatMap(({ marks }) => marks.map(({ high }) => high))
  const { of: scale, steep } = scaleOf(highs, BAR_SPACE)
  const left = (day: Day): number => MARGIN + NAMES + days.indexOf(day) * step
  return onCard({
    chart,
    titled,
    steep,
    signed: true,
    height: chart.rows.length * ROW + AXIS,
    draw: (top) => [
      ...chart.rows.flatMap((row, at) =>
        drawRow(row, { y: top + at * ROW, isBanded: at % 2 === 0, step, scale, left }),
      ),
      ...axis(days, { y: top + chart.rows.length * ROW, step, left }),
    ],
  })
}

function daysOf({ from, to }: Chart): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to && days.length < 31; day = dayAfter(day, 1)) days.push(day)
  return days
}

interface Placing {
  readonly y: number
  readonly isBanded: boolean
  readonly step: number
  readonly scale: (value: number) => number
  readonly left: (day: Day) => number
}

function drawRow(
  { source, marks }: Row,
  { y: top, isBanded, step, scale, left }: Placing,
): readonly string[] {
  const base = top + ROW - 10
  const names = fitted(source ?? 'no source given', { size: 14, width: NAMES - 18, lines: 2 })
  const first = base - 6 - (names.length - 1) * 17
  const byDay = Map.groupBy(marks, ({ day }) => day)
  return [
    ...(isBanded
      ? [
          rect({
            x: MARGIN - 12,
            y: top,
            width: WIDTH - 2 * MARGIN + 24,
            height: ROW,
            rx: 6,
            fill: COLOURS.band,
          }),
        ]
      : []),
    ...names.map((name, row) =>
      text(name, {
        x: MARGIN,
        y: first + row * 17,
        'font-size': 14,
        'font-weight': source === null ? 400 : 700,
        fill: source === null ? COLOURS.soft : COLOURS.ink,
      }),
    ),
    line({
      x1: MARGIN + NAMES,
      y1: base,
      x2: WIDTH - MARGIN,
      y2: base,
      stroke: COLOURS.rule,
      'stroke-width': 1,
    }),
    ...[...byDay].flatMap(([day, of]) => drawBars(of, { x: left(day), base, step, scale })),
  ]
}

interface Column {
  readonly x: number
  readonly base: number
  readonly step: number
  readonly scale: (value: number) => number
}

const GAP = 4

/** The bars of one day side by side, as many as there is room for with their labels; the rest are counted. */
function drawBars(marks: readonly Mark[], { x, base, step, scale }: Column): readonly string[] {
  const room = step - 6
  const shown = fittingMarks(marks, room)
  const more = marks.length - shown.length
  const needed = shown.map(slotOf)
  // What is left of the room goes to the names of places.
  const spare = Math.max(0, Math.min(room, WIDEST * shown.length) - total(needed)) / shown.length
  let at = x + step / 2 - (total(needed) + spare * shown.length) / 2
  return [
    ...shown.flatMap((mark, index) => {
      const slot = (needed[index] ?? 0) + spare
      at += slot
      return drawBar(mark, { middle: at - slot / 2, slot, base, scale })
    }),
    ...(more === 0
      ? []
      : [
          text(`and ${more} more`, {
            x: x + step / 2,
            y: base + 9,
            'font-size': 9.5,
            'text-anchor': 'middle',
            fill: COLOURS.soft,
          }),
        ]),
  ]
}

/** A bar with its words takes so much room at the most. */
const WIDEST = 96

const slotOf = ({ label }: Mark): number => Math.max(18, textWidth(label, LABEL)) + GAP

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0)

const fittingMarks = (marks: readonly Mark[], room: number): readonly Mark[] =>
  marks.filter((_, at) => at === 0 || total(marks.slice(0, at + 1).map(slotOf)) <= room)

interface Bar {
  readonly middle: number
  readonly slot: number
  readonly base: number
  readonly scale: (value: number) => number
}

const BAR = 14

function drawBar(
  { low, high, label, place, fighters }: Mark,
  { middle, slot, base, scale }: Bar,
): readonly string[] {
  const [solid, pale] = fighters
    ? [COLOURS.fighters, COLOURS.fightersPale]
    : [COLOURS.people, COLOURS.peoplePale]
  const x = middle - BAR / 2
  const [bottom, top] = [scale(low), scale(high)]
  return [
    ...(top > bottom
      ? [rect({ x, y: base - top, width: BAR, height: top, rx: 2, fill: pale })]
      : []),
    rect({ x, y: base - bottom, width: BAR, height: bottom, rx: 2, fill: solid }),
    text(label, {
      x: middle,
      y: base - top - 5,
      'font-size': LABEL,
      'font-weight': 700,
      'text-anchor': 'middle',
      fill: COLOURS.ink,
    }),
    ...placeWords(place, { x: middle, y: base - top - 19, width: slot - 2 }),
  ]
}

const PLACE = 9.5

/** Where, if the name has room beside its neighbours. */
function placeWords(
  place: string | null,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): readonly string[] {
  const lines = place === null ? [] : fitted(place, { size: PLACE, width, lines: 2 })
  if (lines.some((one) => one.endsWith('…'))) return []
  return lines.map((one, at) =>
    text(one, {
      x,
      y: y - (lines.length - 1 - at) * (PLACE + 1.5),
      'font-size': PLACE,
      'text-anchor': 'middle',
      fill: COLOURS.soft,
    }),
  )
}

interface Axis {
  readonly y: number
  readonly step: number
  readonly left: (day: Day) => number
}

/** Weekday and day below each column; the month where it begins. */
function axis(days: readonly Day[], { y, step, left }: Axis): readonly string[] {
  return days.flatMap((day, at) => {
    const middle = left(day) + step / 2
    const month =
      at === 0 || day.endsWith('-01') ? ` ${(inWords(day).split(' ')[1] ?? '').slice(0, 3)}` : ''
    return [
      text(weekdayOf(day).slice(0, step < 44 ? 1 : 3), {
        x: middle,
        y: y + 19,
        'font-size': 11.5,
        'text-anchor': 'middle',
        fill: COLOURS.soft,
      }),
      text(`${Number(day.slice(8))}${month}`, {
        x: middle,
        y: y + 36,
        'font-size': 13,
        'font-weight': 700,
        'text-anchor': 'middle',
        fill: COLOURS.ink,
      }),
    ]
  })
}
