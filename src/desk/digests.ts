import { line, note, strong } from '../answer/telling/words.ts'
import { plain } from '../answer/report.ts'
import type { Report } from '../answer/report.ts'
import type { StandingOrder } from '../model/standing.ts'
import type { OrderMove } from '../store/desk.ts'
import { composeDigest } from './digest/compose-digest.ts'
import type { Composed } from './digest/compose-digest.ts'
import type { Digest } from './digest/compose.ts'
import type { Letter } from './letter.ts'
import { lettersOf } from './letters.ts'
import { muteOffers, withoutMuted } from './mutes.ts'
import { scopeWords } from './digest/scope.ts'
import { digestSpecOf, scheduleOf } from './orders/spec.ts'
import type { DigestSpec } from './orders/spec.ts'
import type { DeskParts } from './parts.ts'
import { dueBetween } from './schedule.ts'

/** What a digest would say now. */
export interface Preview {
  readonly report: Report
  readonly rest: Report | null
  readonly picture: Letter['picture']
}

const TOLD_MS = 48 * 60 * 60_000

/** Queues the digests that are due, each once; resolves with how many orders were due. */
export async function queueDigests(parts: DeskParts): Promise<number> {
  const { store, now, log } = parts
  const orders = (await store.desk.orders()).filter(
    ({ kind, state }) => kind === 'digest' && state === 'on',
  )
  let due = 0
  for (const order of orders) {
    const spec = digestSpecOf(order)
    if (spec === null) {
      log.error({ order: order.id }, 'desk: an order of another version of Dateline is left alone')
      continue
    }
    // What was due before it was ordered, or was due otherwise then, is past.
    const after = new Date(Math.max(Date.parse(order.toldUntil), Date.parse(order.madeAt)))
    const found = dueBetween(scheduleOf(spec, order), after, now())
    if (found === null) continue
    due += 1
    await queueOne(parts, { order, spec, slot: found.slot, missed: found.missed })
  }
  return due
}

interface DueDigest {
  readonly order: StandingOrder
  readonly spec: DigestSpec
  readonly slot: Date
  readonly missed: readonly Date[]
}

async function queueOne(parts: DeskParts, due: DueDigest): Promise<void> {
  const { store, now, log } = parts
  const { order, spec, slot, missed } = due
  const { digest: composed, number } = await composeFor(parts, order, spec, missed)
  const key = `${order.id}:${slot.toISOString()}`
  const written = composed === null ? [] : await messagesOf(parts, due, key, composed)
  const move: OrderMove = {
    id: order.id,
    from: order,
    to: { number, toldUntil: slot.toISOString() },
    stories: composed?.stories ?? [],
  }
  if (await store.desk.tell({ orders: [move], sendings: written, at: now() })) {
    log.info(
      { order: order.id, slot: slot.toISOString(), messages: written.length },
      'desk: a digest',
    )
  }
}

async function messagesOf(parts: DeskParts, due: DueDigest, key: string, composed: Digest) {
  const { order, spec } = due
  const { lexicon, now } = parts
  const name = `digest for ${spec.where}`
  const common = {
    name,
    order: order.id,
    channel: order.channel,
    person: order.person,
    dueAt: now(),
  }
  const menu = [
    ...muteOffers(composed.main, lexicon, spec.scope.topics),
    { label: 'Pause the digest for a week', ask: 'digest pause 7d' },
    { label: 'Switch the digest off', ask: 'digest off' },
  ]
  const main = { ...common, key, report: composed.main, picture: pictureOf(composed), menu }
  return [
    ...(await lettersOf(main, parts)),
    ...(composed.rest === null
      ? []
      : await lettersOf(
          { ...common, key: `${key}:rest`, report: composed.rest, after: key },
          parts,
        )),
  ]
}

const pictureOf = ({ picture }: Digest): Letter['picture'] =>
  picture === null ? null : { png: Buffer.from(picture.png).toString('base64'), alt: picture.alt }

type Made = Pick<DeskParts, 'store' | 'archive' | 'lexicon' | 'now'>

/** What is new, without what the channel has muted. */
async function composeFor(
  parts: Made,
  order: StandingOrder,
  spec: DigestSpec,
  missed: readonly Date[],
): Promise<Composed> {
  const { store, archive, now, lexicon } = parts
  const at = now()
  const composed = await composeDigest({
    store,
    archive,
    lexicon,
    order: { zone: spec.schedule.zone, scope: spec.scope, heartbeat: spec.heartbeat },
    since: { number: order.number, at: new Date(order.toldUntil) },
    now: at,
    missed,
    draw: true,
    told: await store.desk.told(order.id, new Date(at.getTime() - TOLD_MS)),
  })
  const { digest } = composed
  if (digest === null) return composed
  const mutes = await store.desk.mutes(order.channel, at)
  const main = withoutMuted(digest.main, mutes, lexicon)
  const rest = digest.rest === null ? null : withoutMuted(digest.rest, mutes, lexicon)
  const left = main.left + (rest?.left ?? 0)
  if (left === 0) return composed
  const cited = main.report.sections.some(({ lines }) =>
    lines.some(({ citations }) => citations.length > 0),
  )
  if (!cited && !spec.heartbeat) return { ...composed, digest: null }
  return {
    ...composed,
    digest: { ...digest, main: saying(main.report, left), rest: rest?.report ?? null },
  }
}

/** Long is never cut in silence: what was muted is counted. */
const saying = (report: Report, left: number): Report => ({
  ...report,
  sections: [
    ...report.sections,
    {
      heading: null,
      lines: [
        line([note(`${left} ${left === 1 ? 'line is' : 'lines are'} left out: muted here.`)]),
      ],
    },
  ],
})

/** Of what nothing was found, since when, and what then happens at the hour. */
async function nothingNew(parts: Made, order: StandingOrder, spec: DigestSpec): Promise<Report> {
  const { digest } = await composeFor(parts, order, { ...spec, heartbeat: true }, [])
  const about = scopeWords(spec.scope)
  return {
    title: 'Nothing new',
    understood: [],
    offers: [],
    sections: [
      ...(digest?.main.sections ?? []),
      {
        heading: null,
        lines: [
          line([strong('Asked'), plain(` – ${about || 'everything that is new'}`)]),
          line([note('A digest sent now would have nothing to say, and would not be sent.')]),
        ],
      },
    ],
    lead: digest?.main.lead ?? line([plain('No new articles.')]),
  }
}

/** What a digest would say now, to be shown and not told. */
export async function previewOf(
  parts: Made,
  order: StandingOrder,
  spec: DigestSpec,
): Promise<Preview> {
  const { digest: composed } = await composeFor(parts, order, spec, [])
  if (composed === null) {
    return { report: await nothingNew(parts, order, spec), rest: null, picture: null }
  }
  return { report: composed.main, rest: composed.rest, picture: pictureOf(composed) }
}
