import { readVerb } from '../answer/asking/verb.ts'
import type { Citation, Report } from '../answer/report.ts'
import type { ShownPlace, StandingOrder } from '../model/standing.ts'
import { scopeWords } from './digest/scope.ts'
import { previewOf } from './digests.ts'
import { orderAlert } from './orders/alert-orders.ts'
import type { Asker } from './orders/asker.ts'
import { orderCorrections, orderMute } from './orders/channel-orders.ts'
import { baseOf, orderDigest } from './orders/digest-orders.ts'
import type { OrderParts, Ordered } from './orders/digest-orders.ts'
import { homeOf } from './orders/home.ts'
import { whereOf } from './orders/spec.ts'
import type { DigestSpec } from './orders/spec.ts'
import { readSchedule } from './read-schedule.ts'
import { scheduleWords } from './schedule-words.ts'
import { findingsIn } from './shown.ts'

/** The newsroom's standing orders, as a face asks for them. */
export interface Desk {
  /** Does what is ordered and says so; null where the words are a question. */
  order(words: string, asker: Asker): Promise<Ordered | null>
  /** What somebody has ordered, wherever it is told. */
  home(asker: Asker): Promise<Report>
  /** What a form that changes the digest begins with. */
  form(asker: Asker): Promise<DigestForm>
  /** What is wrong with a time, days and a zone, in words; null where nothing is. */
  check(words: string, asker: Asker): Promise<string | null>
  /** Notes that people were shown what a page of a report cites, so that it is corrected where it changes. */
  remember(place: ShownPlace, report: Report, on: readonly Citation[]): Promise<void>
}

export interface DigestForm {
  readonly time: string
  readonly zone: string
  /** As they are ordered: `every day`, `weekdays`, `Mondays and Thursdays`. */
  readonly days: string
  readonly about: string
  readonly heartbeat: boolean
}

/** The words that begin an order; everything else is a question. */
const ORDERS = ['digest', 'alert', 'corrections', 'mute'] as const

export const isOrder = (words: string): boolean => {
  const { verb } = readVerb(words.trim())
  return ORDERS.some((order) => order === verb)
}

/** `digest off in:C123` from the Home tab: meant for another conversation, where the asker has ordered something. */
const ELSEWHERE = /\s+in:([A-Z][A-Z0-9]{2,30})$/u

export function createDesk(parts: OrderParts): Desk {
  const { store } = parts
  const orderParts = { ...parts, preview: previewing(parts) }
  const placed = async (words: string, asker: Asker): Promise<readonly [string, Asker]> => {
    const channel = ELSEWHERE.exec(words)?.[1]
    if (channel === undefined) return [words, asker]
    const own = (await store.desk.orders()).find(
      (order) => order.channel === channel && order.person === asker.person,
    )
    const bare = words.replace(ELSEWHERE, '')
    return own === undefined ? [bare, asker] : [bare, { ...asker, channel, where: whereOf(own) }]
  }
  return {
    async order(typed, given) {
      if (!isOrder(typed)) return null
      const [words, asker] = await placed(typed.trim(), given)
      const { verb, end } = readVerb(words)
      const rest = words.slice(end).trim()
      if (verb === 'digest') return orderDigest(rest, asker, orderParts)
      if (verb === 'alert') return { report: await orderAlert(rest, asker, orderParts) }
      if (verb === 'corrections') return { report: await orderCorrections(rest, asker, orderParts) }
      const unmuted = /^\/?(?:syria\s+)?unmute\b/iu.test(words) ? `off ${rest}` : rest
      return { report: await orderMute(unmuted, asker, orderParts) }
    },
    home: (asker) => homeOf(asker, orderParts),
    form: (asker) => formOf(asker, orderParts),
    async check(words, asker) {
      const read = readSchedule(words, (await baseOf(asker, orderParts)).schedule)
      return read.kind === 'problem' ? `${read.what} ${read.hint}` : null
    },
    async remember(place, report, on) {
      const findings = await findingsIn(report, store, on)
      if (findings.length > 0) await store.desk.remember(place, findings, parts.now())
    },
  }
}

const previewing = (parts: OrderParts) => (order: StandingOrder, spec: DigestSpec) =>
  previewOf(parts, order, spec)

async function formOf(asker: Asker, parts: OrderParts): Promise<DigestForm> {
  const { schedule, scope, heartbeat } = await baseOf(asker, parts)
  return {
    time: schedule.time,
    zone: schedule.zone,
    days: scheduleWords(schedule).split(' at ', 1)[0] ?? '',
    about: scopeWords({ ...scope }),
    heartbeat,
  }
}
