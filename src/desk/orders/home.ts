import type { Offer, Report } from '../../answer/report.ts'
import { plain } from '../../answer/report.ts'
import { line, strong } from '../../answer/telling/words.ts'
import type { StandingOrder } from '../../model/standing.ts'
import { nextSlot } from '../schedule.ts'
import { momentWords, scheduleWords } from '../schedule-words.ts'
import type { Asker } from './asker.ts'
import { CHANGE } from './digest-orders.ts'
import type { OrderParts } from './digest-orders.ts'
import { offer } from './reports.ts'
import { alertNumber, alertSpecOf, digestSpecOf, scheduleOf } from './spec.ts'

/** As many orders as have buttons; the others are named, and dealt with where they are told. */
const WITH_BUTTONS = 8

/** What somebody has ordered, wherever it is told, with what can be done about it. */
export async function homeOf(asker: Asker, { store, now }: OrderParts): Promise<Report> {
  const own = (await store.desk.orders()).filter(
    ({ person, state }) => person === asker.person && state !== 'off',
  )
  const told = own.flatMap((order) => toldOf(order, now()) ?? [])
  return {
    title: 'Standing orders',
    lead: line([
      plain(
        told.length === 0
          ? 'You have ordered nothing yet: a digest every morning, or word of what you wait for.'
          : 'What you have ordered, and where it comes.',
      ),
    ]),
    understood: [],
    sections:
      told.length === 0
        ? []
        : [
            {
              heading: null,
              lines: told.map(({ head, rest }) => line([strong(head), plain(` – ${rest}`)])),
            },
          ],
    offers: [
      { ...CHANGE, label: 'Order a digest' },
      ...told.slice(0, WITH_BUTTONS).flatMap(({ offers }) => offers),
    ],
  }
}

interface Told {
  readonly head: string
  readonly rest: string
  readonly offers: readonly Offer[]
}

function toldOf(order: StandingOrder, now: Date): Told | null {
  const paused = order.pausedUntil !== null && Date.parse(order.pausedUntil) > now.getTime()
  const stopped =
    order.state === 'stopped' ? `stopped: ${order.because ?? 'Slack did not take it'}` : null
  const here = ` in:${order.channel}`
  if (order.kind === 'digest') {
    const spec = digestSpecOf(order)
    if (spec === null) return null
    const next = nextSlot(scheduleOf(spec, order), now)
    const when = next === null ? 'none within a year' : momentWords(next, spec.schedule.zone)
    return {
      head: `Digest, ${spec.where}`,
      rest:
        stopped ?? `${scheduleWords(spec.schedule)}; ${paused ? 'paused, next' : 'next'} ${when}`,
      offers: [
        paused || stopped !== null
          ? offer(`Resume: ${spec.where}`, `digest resume${here}`)
          : offer(`Pause for a week: ${spec.where}`, `digest pause 7d${here}`),
        offer(`Switch off: ${spec.where}`, `digest off${here}`),
      ],
    }
  }
  const spec = alertSpecOf(order)
  if (spec === null) return null
  const number = alertNumber(order.id)
  return {
    head: `Alert ${number}, ${spec.where}`,
    rest: `${spec.ask}${stopped === null ? (paused ? ' (snoozed)' : '') : ` (${stopped})`}`,
    offers: [offer(`Remove alert ${number}`, `alert remove ${number}${here}`)],
  }
}
