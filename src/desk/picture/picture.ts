import { admit } from '../../answer/gate.ts'
import type { Citation } from '../../answer/report.ts'
import { line } from '../../answer/telling/words.ts'
import type { Article, Day } from '../../model/article.ts'
import { shortDays } from '../digest/day-words.ts'
import { altOf } from './alt.ts'
import { drawDays } from './draw-days.ts'
import { drawEvents } from './draw-events.ts'
import { type Chart, type Charting, chartOf } from './marks.ts'
import { renderPng } from './render.ts'

export interface Picture {
  readonly png: Uint8Array
  /** The same in words. */
  readonly alt: string
}

export interface Picturing extends Charting {
  /** What the digest is about; empty where it is about everything. */
  readonly about: string
  readonly articles: readonly Article[]
}

/** Reported killed by day and source; null where there is too little to look at. */
export async function pictureOf(picturing: Picturing): Promise<Picture | null> {
  const chart = chartOf({ ...picturing, isShown: await citedWell(picturing) })
  if (chart === null) return null
  const title = titleOf(chart, picturing)
  const days = new Set(chart.rows.flatMap(({ marks }) => marks.map(({ day }) => day)))
  const sheet =
    days.size <= FEW_DAYS
      ? drawEvents(chart, { title, today: picturing.to })
      : drawDays(chart, { title })
  return { png: await renderPng(sheet), alt: altOf(chart, title, picturing.to) }
}

/** A day or two are no stretch of time: what counts is who says what. */
const FEW_DAYS = 2

function titleOf({ from, to }: Chart, { about, to: today }: Picturing): string {
  const where = about === '' ? '' : ` ${about}`
  return `Reported killed${where}, ${days(from, to, today)}`
}

const days = (from: Day, to: Day, today: Day): string =>
  `${shortDays(from, to, today)} ${today.slice(0, 4)}`

/** As in answers, so in pictures: a bar is drawn only where its figures stand in the cited paragraphs. */
async function citedWell({ events, articles }: Picturing): Promise<(cited: Citation) => boolean> {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const all = events.flatMap(({ statements }) =>
    statements.flatMap(({ said }) => said.map(({ citation }) => citation)),
  )
  const { report } = await admit(
    {
      title: '',
      lead: line([]),
      understood: [],
      sections: [
        {
          heading: null,
          lines: all.map((cited) => line([{ text: cited.exact, style: 'figure' }], [cited])),
        },
      ],
      offers: [],
    },
    { asked: '', articleOf: async (id) => byId.get(id) ?? null },
  )
  const admitted = new Set(
    report.sections.flatMap(({ lines }) => lines.flatMap(({ citations }) => citations)),
  )
  return (cited) => admitted.has(cited)
}
