import type { Chart } from './marks.ts'
import { rect, type Sheet, text } from './svg.ts'
import { fitted, textWidth } from './text-width.ts'

/** On a card of its own, so that it reads alike on a light and on a dark screen. */
export const COLOURS = {
  card: '#fbfaf7',
  edge: '#dcd7cc',
  ink: '#24211d',
  soft: '#6b655c',
  rule: '#e7e2d8',
  band: '#f3f0e9',
  people: '#8c2f39',
  peoplePale: '#dfb6b9',
  fighters: '#44566b',
  fightersPale: '#b9c4d0',
} as const

export const WIDTH = 960
export const MARGIN = 28
const TOP = 90
const FOOT = 58

export interface Titled {
  readonly title: string
}

interface Drawing {
  readonly chart: Chart
  readonly titled: Titled
  /** Whether heights or lengths are not in proportion. */
  readonly steep: boolean
  /** Whether figures stand there in signs, and days without any; else they stand there in words. */
  readonly signed: boolean
  readonly height: number
  /** Draws from this height on. */
  readonly draw: (top: number) => readonly string[]
}

/** Title, what a bar is, the bars, and what the colours and signs mean. */
export function onCard({ chart, titled, steep, signed, height: inner, draw }: Drawing): Sheet {
  const height = TOP + inner + FOOT
  const width = WIDTH - 2 * MARGIN
  const one = (words: string, size: number): string =>
    fitted(words, { size, width, lines: 1 })[0] ?? ''
  return {
    width: WIDTH,
    height,
    marks: [
      rect({
        x: 0.5,
        y: 0.5,
        width: WIDTH - 1,
        height: height - 1,
        rx: 14,
        fill: COLOURS.card,
        stroke: COLOURS.edge,
      }),
      text(one(titled.title, 22), {
        x: MARGIN,
        y: 41,
        'font-size': 22,
        'font-weight': 700,
        fill: COLOURS.ink,
      }),
      text(one(subtitle(chart), 13.5), {
        x: MARGIN,
        y: 66,
        'font-size': 13.5,
        fill: COLOURS.soft,
      }),
      ...draw(TOP),
      ...legend(chart, height - 34),
      text(one([...(signed ? signs(chart) : []), ...(steep ? [STEEP] : [])].join('  ·  '), 12), {
        x: MARGIN,
        y: height - 14,
        'font-size': 12,
        fill: COLOURS.soft,
      }),
    ],
  }
}

function subtitle({ articles, left }: Chart): string {
  const more =
    left === 0 ? '' : `; ${left} more ${left === 1 ? 'source is' : 'sources are'} not drawn`
  return `One bar is one event as one source puts it: they are not to be added up. From ${articles} ${articles === 1 ? 'article' : 'articles'}${more}.`
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+$/u, '22+ at least 22'],
  [/^>/u, '>50 more than 50'],
  [/^</u, '<50 nearly 50'],
  [/^~/u, '~30 about 30'],
]

const STEEP = 'sizes by the square root'

/** The signs that stand there, and no others. */
function signs({ rows }: Chart): readonly string[] {
  const labels = rows.flatMap(({ marks }) => marks.map(({ label }) => label))
  return [
    ...SIGNS.flatMap(([sign, words]) => (labels.some((label) => sign.test(label)) ? [words] : [])),
    'empty: nothing reported, which is not none',
  ]
}

function legend({ rows }: Chart, y: number): readonly string[] {
  const all = rows.flatMap(({ marks }) => marks)
  const entries = [
    [COLOURS.people, 'people reported killed', all.some(({ fighters }) => !fighters)],
    [COLOURS.fighters, 'only fighters', all.some(({ fighters }) => fighters)],
    [
      COLOURS.peoplePale,
      'from the lowest to the highest that the source has said',
      all.some(({ low, high }) => low < high),
    ],
  ] as const
  let x = MARGIN
  return entries.flatMap(([colour, words, isThere]) => {
    if (!isThere) return []
    const at = x
    x += 18 + textWidth(words, 12) + 22
    return [
      rect({ x: at, y: y - 10, width: 12, height: 12, rx: 2, fill: colour }),
      text(words, { x: at + 18, y, 'font-size': 12, fill: COLOURS.soft }),
    ]
  })
}
