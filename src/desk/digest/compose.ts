import { admit } from '../../answer/gate.ts'
import type { Offer, Report } from '../../answer/report.ts'
import type { Day } from '../../model/article.ts'
import type { Change } from '../../model/change.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { dayAfter, wallTime } from '../clock-time.ts'
import { type Picture, pictureOf } from '../picture/picture.ts'
import type { Correction } from './corrections.ts'
import { gatherNews } from './gather.ts'
import { intakeOf, type Material } from './intake.ts'
import { HEADINGS, KINDS, type News } from './item.ts'
import { leadOf, originLine } from './lead.ts'
import { keysOf, newsItems } from './news-items.ts'
import { type Asks, restOf } from './rest.ts'
import { partedAt } from './screen.ts'
import { type DigestScope, scopeWords } from './scope.ts'
import { shortDay } from './day-words.ts'
import { inWords, weekdayOf } from '../../answer/asking/days.ts'

/** What a channel ordered, as far as it decides what is said. */
export interface DigestOrder {
  readonly zone: string
  readonly scope: DigestScope
  /** Whether one line is said where nothing is new. */
  readonly heartbeat: boolean
}

export interface Composing {
  readonly material: Material
  readonly lexicon: Lexicon
  /** Ids of what was kept for the first time since the last digest. */
  readonly came: ReadonlySet<string>
  /** What later versions of known articles changed since then, and the figures that were put otherwise. */
  readonly changes?: readonly Change[]
  readonly corrections?: readonly Correction[]
  readonly order: DigestOrder
  /** When the last digest was told, and now. */
  readonly since: Date
  readonly now: Date
  /** The times at which a digest was due and nobody was there to send it. */
  readonly missed?: readonly Date[]
  /** Keys of what was told within the last two days. */
  readonly told?: ReadonlySet<string>
  /** Whether a picture is wanted; drawing one takes a quarter of a second. */
  readonly draw?: boolean
}

/** A digest past the gate, ready for any face. */
export interface Digest {
  /** At most a phone's screen. */
  readonly main: Report
  /** For the thread; null where all fitted. */
  readonly rest: Report | null
  /** Reported killed by day and source; null where too little is new, or none was wanted. */
  readonly picture: Picture | null
  /** Keys of what is told here, to be given back as `told` for two days. */
  readonly stories: readonly string[]
}

/** What changed since the last digest; null where nothing did and no heartbeat was asked for. */
export async function digestOf(composing: Composing): Promise<Digest | null> {
  const { material, lexicon, order, since, now, came } = composing
  const { changes = [], corrections = [], missed = [], told = new Set() } = composing
  const [from, today] = [wallTime(since, order.zone).day, wallTime(now, order.zone).day]
  const intake = intakeOf({ material, lexicon, came, changes, from })
  const gathered = gatherNews({ intake, lexicon, scope: order.scope, corrections, from, today })
  const news = newsItems(gathered, told)
  const isEmpty = KINDS.every((kind) => news[kind].length === 0)
  const said = { intake, news, since, now, zone: order.zone, missed }
  if (isEmpty && !order.heartbeat) return null
  const title = titleOf(order.scope, { from, today, missed })
  const ask = asksFor({ from: dayAfter(from, -1), to: today }, order.scope)
  const { main, rest } = partedAt(news)
  const asked = scopeWords(order.scope)
  const gate = (report: Report): Promise<Report> =>
    shown(report, asked, { articles: material.articles, corrections })
  const picture = async (): Promise<Picture | null> =>
    composing.draw === true
      ? pictureOf({
          events: gathered.charted,
          sourceKey: gathered.sourceKey,
          sourceWords: gathered.telling.sourceWords,
          about: scopeWords({ ...order.scope, speakers: [] }),
          articles: material.articles,
          to: today,
        })
      : null
  const report: Report = {
    title,
    lead: leadOf(said),
    understood: [],
    sections: [
      ...KINDS.map((kind) => ({
        heading: HEADINGS[kind],
        lines: main[kind].flatMap(({ lines }) => lines),
      })),
      { heading: null, lines: isEmpty ? [] : [originLine(intake)] },
    ].filter(({ lines }) => lines.length > 0),
    offers: isEmpty ? [] : offersOf(ask, news),
  }
  const thread = isEmpty
    ? null
    : restOf({ title: `${title}, the rest`, gathered, intake, rest, today, ask })
  return {
    main: await gate(report),
    rest: thread === null ? null : await gate(thread),
    picture: news.events.length + news.revised.length > 0 ? await picture() : null,
    stories: keysOf(news),
  }
}

async function shown(
  report: Report,
  asked: string,
  { articles, corrections }: Pick<Material, 'articles'> & Required<Pick<Composing, 'corrections'>>,
): Promise<Report> {
  const current = new Map(articles.map((article) => [article.id, article]))
  const former = new Map(
    corrections.map((one) => [`${one.former.id} ${one.version}`, one.former] as const),
  )
  const { report: admitted } = await admit(report, {
    asked,
    articleOf: async (id, version) =>
      (version === undefined ? current.get(id) : former.get(`${id} ${version}`)) ?? null,
  })
  return admitted
}

interface Days {
  readonly from: Day
  readonly today: Day
  readonly missed: readonly Date[]
}

function titleOf(scope: DigestScope, { from, today, missed }: Days): string {
  const about = scopeWords(scope)
  const day = `${weekdayOf(today).slice(0, 3)} ${inWords(today)}`
  const days = missed.length === 0 ? day : `${shortDay(from, today)} to ${day}`
  if (about === '') return `Digest, ${days}`
  return about.startsWith('about') ? `Digest ${about}: ${days}` : `Digest, ${about}: ${days}`
}

function asksFor(
  { from, to }: { readonly from: Day; readonly to: Day },
  { places: [place], speakers: [speaker] }: DigestScope,
): Asks {
  const days = `from:${from} to:${to}`
  return {
    figures: `casualties ${place ? `place:"${place}" ` : ''}${days}`,
    quotes: `quotes ${speaker ? `speaker:"${speaker}" ` : ''}${days}`,
  }
}

const offersOf = ({ figures }: Asks, { events, revised }: News): readonly Offer[] =>
  events.length + revised.length > 0 ? [{ label: 'All figures of these days', ask: figures }] : []
