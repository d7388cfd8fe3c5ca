import { setImmediate as breathe } from 'node:timers/promises'
import { admit } from '../answer/gate.ts'
import { plain } from '../answer/report.ts'
import type { Line, Report, Section } from '../answer/report.ts'
import { counted, line, note } from '../answer/telling/words.ts'
import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { StandingOrder } from '../model/standing.ts'
import { isCopiedStory } from '../search/story-copies.ts'
import type { OrderMove } from '../store/desk.ts'
import type { KeptArticle, Since, Store } from '../store/store.ts'
import { matchesIn } from './alert-matches.ts'
import { inMarks, readAlert } from './alert-question.ts'
import { wallTime } from './clock-time.ts'
import { lettersOf } from './letters.ts'
import { alertNumber, alertSpecOf } from './orders/spec.ts'
import type { DeskParts } from './parts.ts'
import { isQuiet } from './quiet.ts'

/** As many articles as are read at once; what is left comes with the next look, seconds later. */
const AT_ONCE = 400
/** After so many, people's questions have their turn. */
const TURN = 5
/** So long a story that was told is one that was told. */
const TOLD_MS = 14 * 86_400_000
/** Stories of one message, beyond which they are counted. */
const MOST = 8

/** Queues what alerts wait for, each story once, all of a conversation in one message; resolves with how many messages. */
export async function queueAlerts(parts: DeskParts): Promise<number> {
  const { store } = parts
  const at = parts.now()
  const newest = await store.number()
  const orders = (await store.desk.orders()).filter(
    ({ kind, state, number }) => kind === 'alert' && state === 'on' && number < newest,
  )
  const reading = readerOf(store)
  let queued = 0
  for (const [channel, some] of Map.groupBy(orders, (order) => order.channel)) {
    const { zone, quiet } = await store.desk.settings(channel)
    // What comes in meanwhile is told when the quiet hours, or the pause, have passed.
    if (isQuiet(quiet, zone ?? 'Etc/UTC', at)) continue
    const awake = some.filter(
      ({ pausedUntil }) => pausedUntil === null || Date.parse(pausedUntil) <= at.getTime(),
    )
    if (awake.length > 0 && (await queueFor(parts, awake, reading))) queued += 1
  }
  return queued
}

type Reading = (number: number) => Promise<Since>

/** Several alerts that stand at one number read what came after it once. */
function readerOf(store: Pick<Store, 'since'>): Reading {
  const read = new Map<number, Promise<Since>>()
  return (number) => {
    const known = read.get(number) ?? store.since(number, AT_ONCE)
    read.set(number, known)
    return known
  }
}

/** What one alert found, and how it moves on. */
interface Found {
  readonly order: StandingOrder
  readonly ask: string
  readonly where: string
  readonly stories: readonly { readonly article: Article; readonly lines: readonly Line[] }[]
  readonly move: OrderMove
}

async function queueFor(
  parts: DeskParts,
  orders: readonly StandingOrder[],
  reading: Reading,
): Promise<boolean> {
  const { store, log } = parts
  const at = parts.now()
  const found: Found[] = []
  for (const order of orders) {
    const one = await lookFor(parts, order, reading)
    if (one !== null) found.push(one)
  }
  const telling = found.filter(({ stories }) => stories.length > 0)
  const [first] = telling
  const sendings =
    first === undefined
      ? []
      : await lettersOf(
          {
            key: keyOf(telling),
            name: telling.length === 1 ? `alert for ${first.where}` : `alerts for ${first.where}`,
            report: await reportOf(telling, store),
            menu: menuOf(telling),
            order: first.order.id,
            channel: first.order.channel,
            person: first.order.person,
            dueAt: at,
          },
          parts,
        )
  const orderMoves = found.map(({ move }) => move)
  if (!(await store.desk.tell({ orders: orderMoves, sendings, at }))) return false
  if (first !== undefined) {
    log.info({ orders: telling.map(({ order }) => order.id) }, 'desk: an alert')
  }
  return first !== undefined
}

const keyOf = (telling: readonly Found[]): string =>
  telling.map(({ order, move }) => `${order.id}@${move.to.number}`).join('+')

async function lookFor(
  parts: DeskParts,
  order: StandingOrder,
  reading: Reading,
): Promise<Found | null> {
  const { store, lexicon, log } = parts
  const at = parts.now()
  const spec = alertSpecOf(order)
  if (spec === null) {
    log.error({ order: order.id }, 'desk: an order of another version of Dateline is left alone')
    return null
  }
  const archive = await parts.archive()
  const { zone } = await store.desk.settings(order.channel)
  const today = wallTime(at, zone ?? 'Etc/UTC').day
  const asked = await readAlert(spec.ask, { archive, lexicon, today })
  const { kept, number } = await reading(order.number)
  const before = await store.desk.told(order.id, new Date(at.getTime() - TOLD_MS))
  const told = [...before].flatMap((id) => archive.articleOf(id) ?? [])
  const stories: { readonly article: Article; readonly lines: readonly Line[] }[] = []
  const copies: string[] = []
  for (const [place, one] of kept.entries()) {
    if (place % TURN === 0) await breathe()
    if (!isNewTo(order, one) || before.has(one.article.id)) continue
    const lines = matchesIn(one, asked, lexicon)
    if (lines.length === 0) continue
    const known = [...told, ...stories.map(({ article }) => article)]
    if (known.some((other) => isCopiedStory(storyOf(other), storyOf(one.article)))) {
      copies.push(one.article.id)
    } else stories.push({ article: one.article, lines })
  }
  const move: OrderMove = {
    id: order.id,
    from: order,
    to: { number: Math.max(number, order.number), toldUntil: at.toISOString() },
    stories: [...stories.map(({ article }) => article.id), ...copies],
  }
  return { order, ask: spec.ask, where: spec.where, stories, move }
}

/** Kept since it was ordered: rules that change find new things in old articles, which are no news. */
const isNewTo = (order: StandingOrder, { keptAt }: KeptArticle): boolean => keptAt >= order.madeAt

const storyOf = (article: Article) => ({
  id: article.id,
  day: dayNumber(valueOf(article.published)),
  text: article.paragraphs
    .filter(({ kind }) => kind === 'body' || kind === 'standfirst')
    .map(({ text }) => text)
    .join('\n'),
})

const dayNumber = (day: string | null): number | null =>
  day === null ? null : Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** What came in, alert by alert, past the gate. */
async function reportOf(telling: readonly Found[], store: Pick<Store, 'article'>): Promise<Report> {
  const [first] = telling
  const one = telling.length === 1 && first !== undefined
  const count = telling.reduce((sum, { stories }) => sum + stories.length, 0)
  const report: Report = {
    title: one ? `Alert: ${first.ask}` : counted(telling.length, 'alert'),
    lead: line([
      plain(`${counted(count, 'new article')} ${count === 1 ? 'tells' : 'tell'} of it.`),
    ]),
    understood: [],
    sections: telling.map((found) => sectionOf(found, !one)),
    offers: [],
  }
  const asked = telling.map(({ ask }) => ask).join('\n')
  const evidence = {
    asked: `${asked}\n${telling.length}`,
    articleOf: (id: string) => store.article(id),
  }
  return (await admit(report, evidence)).report
}

function sectionOf({ ask, stories }: Found, headed: boolean): Section {
  const shown = stories.slice(0, MOST)
  const rest = stories.length - shown.length
  return {
    heading: headed ? ask : null,
    lines: [
      ...shown.flatMap(({ lines }) => lines),
      ...(rest === 0 ? [] : [line([note(`${counted(rest, 'more article')} came in with it.`)])]),
    ],
  }
}

const menuOf = (telling: readonly Found[]) =>
  telling.flatMap(({ order, ask }) => {
    const number = alertNumber(order.id)
    const named = telling.length === 1 ? 'this alert' : inMarks(ask)
    return [
      { label: `Snooze ${named} for a day`, ask: `alert snooze ${number}` },
      { label: `Remove ${named}`, ask: `alert remove ${number}` },
    ]
  })
