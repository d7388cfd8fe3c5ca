import { voicesOf } from '../../answer/archive.ts'
import type { Archive } from '../../answer/archive.ts'
import type { Report } from '../../answer/report.ts'
import type { StandingOrder } from '../../model/standing.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Store } from '../../store/store.ts'
import { readScope, scopeWords } from '../digest/scope.ts'
import type { Preview } from '../digests.ts'
import { mutedName } from '../mutes.ts'
import { readPause } from '../read-pause.ts'
import { defaultSchedule, readSchedule } from '../read-schedule.ts'
import { nextSlot } from '../schedule.ts'
import { comesWords, momentWords } from '../schedule-words.ts'
import { inWhere } from './asker.ts'
import type { Asker } from './asker.ts'
import { mistaken, offer, wordOf } from './reports.ts'
import { digestId, digestSpecOf, scheduleOf, writeSpec } from './spec.ts'
import type { DigestSpec } from './spec.ts'
import { subCommand } from './sub-command.ts'

export interface OrderParts {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly archive: () => Promise<Archive>
  readonly now: () => Date
  /** Whether anything can be posted in a conversation; null where that is not known. */
  readonly reaches: (channel: string) => Promise<boolean | null>
}

/** An order's answer; a preview has more than a report. */
export interface Ordered {
  readonly report: Report
  readonly preview?: Preview
}

interface DigestParts extends OrderParts {
  readonly preview: (order: StandingOrder, spec: DigestSpec) => Promise<Preview>
}

const NAMES = ['on', 'off', 'pause', 'resume', 'now', 'status', 'form'] as const
const ALSO = {
  start: 'on',
  yes: 'on',
  daily: 'on',
  stop: 'off',
  no: 'off',
  end: 'off',
  remove: 'off',
  cancel: 'off',
  preview: 'now',
  show: 'status',
  list: 'status',
  continue: 'resume',
  unpause: 'resume',
} as const satisfies Record<string, (typeof NAMES)[number]>

/** The buttons below an answer about the digest. */
export const CHANGE = offer('Set it in a form', 'digest form')
const PREVIEW = offer('Preview', 'digest now')

/** `digest on 08:00 Europe/London weekdays about aleppo`, `off`, `pause 3d`, `resume`, `now`, `status`. */
export async function orderDigest(
  words: string,
  asker: Asker,
  parts: DigestParts,
): Promise<Ordered> {
  const sub = subCommand(words, NAMES, ALSO)
  if (sub.kind === 'none') return { report: await status(asker, parts) }
  if (sub.kind === 'other') return { report: await misspelt(words, sub, asker, parts) }
  switch (sub.name) {
    case 'on':
      return { report: await switchOn(sub.rest, asker, parts) }
    case 'off':
      return { report: await switchOff(asker, parts) }
    case 'pause':
      return { report: await pause(sub.rest, asker, parts) }
    case 'resume':
      return { report: await resume(asker, parts) }
    case 'now':
      return previewNow(sub.rest, asker, parts)
    case 'status':
    case 'form':
      return { report: await status(asker, parts) }
    default:
      return sub.name satisfies never
  }
}

interface Other {
  readonly word: string
  readonly meant: string | null
  readonly rest: string
}

async function misspelt(
  words: string,
  { word, meant, rest }: Other,
  asker: Asker,
  parts: DigestParts,
): Promise<Report> {
  const base = await baseOf(asker, parts)
  const read = readSchedule(words, base.schedule)
  // "digest 08:00 weekdays": all that is missing is the word that orders it.
  const isOrder =
    read.kind === 'schedule' && (read.given.time || read.given.days || read.rest !== '')
  const instead = isOrder
    ? [`digest on ${words.trim()}`]
    : meant === null
      ? ['digest status']
      : [`digest ${meant} ${rest}`.trim()]
  return mistaken({
    what: `“${word}” is nothing that a digest can be told.`,
    hint: 'It takes on, off, pause, resume, now and status: digest on 08:00 weekdays about aleppo.',
    instead,
  })
}

/** What goes without saying: what is ordered there already, else the channel's zone, else the person's. */
export async function baseOf(asker: Asker, { store }: OrderParts): Promise<DigestSpec> {
  const order = await store.desk.order(digestId(asker.channel))
  const spec = order === null ? null : digestSpecOf(order)
  if (spec !== null) return { ...spec, where: asker.where }
  const { zone } = await store.desk.settings(asker.channel)
  return {
    schedule: defaultSchedule(zone ?? asker.zone),
    scope: { places: [], topics: [], speakers: [] },
    heartbeat: false,
    where: asker.where,
  }
}

const HEARTBEAT =
  /(?:,\s*)?(?<!\p{L})(?:(?:with (?:a )?)?heartbeat|even (?:if|when|where) nothing is new|even if (?:there is )?nothing(?: new)?)(?!\p{L})/iu
const NO_HEARTBEAT = /(?:,\s*)?(?<!\p{L})(?:without (?:a )?|no )heartbeat(?!\p{L})/iu
const ABOUT_ALL = /^(?:about\s+)?(?:everything|all|anything)$/iu

type Read =
  | {
      readonly kind: 'spec'
      readonly spec: DigestSpec
      readonly zoneGiven: boolean
      readonly unsure: string | null
    }
  | { readonly kind: 'mistake'; readonly report: Report }

async function readOrder(words: string, asker: Asker, parts: OrderParts): Promise<Read> {
  const base = await baseOf(asker, parts)
  const silent = NO_HEARTBEAT.test(words)
  const heartbeat = silent ? false : HEARTBEAT.test(words) || base.heartbeat
  const bare = words.replace(NO_HEARTBEAT, ' ').replace(HEARTBEAT, ' ').trim()
  const read = readSchedule(bare, base.schedule)
  if (read.kind === 'problem') {
    const instead = read.instead.map((each) => `digest on ${each}`)
    return { kind: 'mistake', report: mistaken({ ...read, instead }) }
  }
  const { scope, unsure } = await scopeOf(read.rest, base, parts)
  const schedule = { ...read.schedule, pausedUntil: null, days: [...read.schedule.days] }
  const spec = { schedule, scope, heartbeat, where: asker.where }
  return { kind: 'spec', spec, zoneGiven: read.given.zone, unsure }
}

async function scopeOf(
  rest: string,
  base: DigestSpec,
  { archive, lexicon }: OrderParts,
): Promise<{ readonly scope: DigestSpec['scope']; readonly unsure: string | null }> {
  if (rest === '') return { scope: base.scope, unsure: null }
  if (ABOUT_ALL.test(rest)) {
    return { scope: { places: [], topics: [], speakers: [] }, unsure: null }
  }
  const read = readScope(rest, { lexicon, voices: voicesOf(await archive()) })
  const { places, topics, speakers } = read.scope
  return {
    scope: { places: [...places], topics: [...topics], speakers: [...speakers] },
    unsure: read.kind === 'problem' ? `${read.what} ${read.hint} It is looked for as typed.` : null,
  }
}

async function switchOn(words: string, asker: Asker, parts: DigestParts): Promise<Report> {
  const read = await readOrder(words, asker, parts)
  if (read.kind === 'mistake') return read.report
  if ((await parts.reaches(asker.channel)) === false) return notThere(asker)
  const { store, now } = parts
  const { spec, unsure } = read
  const at = now()
  const before = await store.desk.order(digestId(asker.channel))
  const isGuessed = before === null && (await store.desk.settings(asker.channel)).zone === null
  const begun = before?.state === 'on' ? before : null
  const order: StandingOrder = {
    id: digestId(asker.channel),
    kind: 'digest',
    channel: asker.channel,
    person: asker.person,
    spec: writeSpec(spec),
    state: 'on',
    because: null,
    pausedUntil: null,
    number: begun?.number ?? (await numberBefore(store, new Date(at.getTime() - DAY_MS))),
    toldUntil: begun?.toldUntil ?? new Date(at.getTime() - DAY_MS).toISOString(),
    madeAt: at.toISOString(),
  }
  await store.desk.place(order)
  await store.desk.set(asker.channel, { zone: spec.schedule.zone })
  const guessed = read.zoneGiven
    ? []
    : [
        `The zone is ${spec.schedule.zone}${isGuessed ? ', as far as your profile tells' : ', as before'}. Another: digest on ${spec.schedule.time} Asia/Beirut.`,
      ]
  return wordOf({
    title: before === null ? 'The digest is on' : 'The digest is on, as you say',
    lead: `It comes ${comesWords(spec.schedule)}, ${inWhere(asker)}.`,
    lines: [nextLine(order, spec, at), aboutLine(spec), heartbeatLine(spec)],
    notes: [...guessed, ...(unsure === null ? [] : [unsure])],
    offers: [PREVIEW, CHANGE, offer('Switch it off', 'digest off')],
  })
}

const DAY_MS = 86_400_000

/** Of the last write before a moment, so that a first digest tells of the day that is past; found by halves. */
async function numberBefore(store: Store, moment: Date): Promise<number> {
  let low = 0
  let high = await store.number()
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [next] = (await store.since(middle, 1)).kept
    if (next === undefined || Date.parse(next.keptAt) >= moment.getTime()) high = middle
    else low = Math.max(middle + 1, next.number)
  }
  return low
}

const notThere = (asker: Asker): Report =>
  mistaken({
    what: `Dateline is no member of ${asker.where}, so that nothing can be posted there.`,
    hint: 'Type /invite @Dateline first, then order it again. Or order it in your direct message with Dateline.',
    instead: [],
  })

const nextLine = (order: StandingOrder, spec: DigestSpec, now: Date): readonly [string, string] => {
  const next = nextSlot(scheduleOf(spec, order), now)
  const { zone } = spec.schedule
  return ['Next', next === null ? 'not within a year' : momentWords(next, zone)]
}

const aboutLine = ({ scope }: DigestSpec): readonly [string, string] => [
  'What',
  scopeWords(scope) || 'everything that is new',
]

const heartbeatLine = ({ heartbeat }: DigestSpec): readonly [string, string] => [
  'Where nothing is new',
  heartbeat ? 'one line says so' : 'nothing is posted (“digest on heartbeat” asks for a line)',
]

async function orderOf(asker: Asker, { store }: OrderParts) {
  const order = await store.desk.order(digestId(asker.channel))
  const spec = order === null ? null : digestSpecOf(order)
  return order === null || spec === null ? null : { order, spec }
}

const NONE_OFFERS = [offer('Switch it on', 'digest on'), CHANGE, PREVIEW]

const noneThere = (asker: Asker): Report =>
  wordOf({
    title: 'No digest',
    lead: `No digest is ordered ${inWhere(asker)}.`,
    lines: [
      ['digest on 08:00 weekdays', 'orders one, in the channel or in your direct message'],
      ['digest on 08:00 Europe/London about aleppo, quotes kerry', 'with its zone and subjects'],
      ['digest now', 'shows you alone what it would say'],
    ],
    offers: NONE_OFFERS,
  })

async function switchOff(asker: Asker, parts: OrderParts): Promise<Report> {
  const found = await orderOf(asker, parts)
  if (found === null || found.order.state === 'off') return noneThere(asker)
  await parts.store.desk.change(found.order.id, { state: 'off', because: null, pausedUntil: null })
  await parts.store.desk.drop(found.order.id, 'the digest was switched off')
  return wordOf({
    title: 'The digest is off',
    lead: `No digest comes ${inWhere(asker)} any more.`,
    offers: [offer('Switch it on again', 'digest on')],
  })
}

async function pause(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const found = await orderOf(asker, parts)
  if (found === null || found.order.state !== 'on') return noneThere(asker)
  const { order, spec } = found
  const read = readPause(words, scheduleOf(spec, { pausedUntil: null }), parts.now())
  if (read.kind === 'problem') {
    return mistaken({ ...read, instead: read.instead.map((each) => `digest pause ${each}`) })
  }
  const paused = { ...order, pausedUntil: read.until.toISOString() }
  await parts.store.desk.change(order.id, { pausedUntil: paused.pausedUntil })
  return wordOf({
    title: 'The digest is paused',
    lead: `The next one ${inWhere(asker)} tells of everything since the last one.`,
    lines: [nextLine(paused, spec, parts.now())],
    offers: [offer('Resume', 'digest resume')],
  })
}

async function resume(asker: Asker, parts: OrderParts): Promise<Report> {
  const found = await orderOf(asker, parts)
  if (found === null) return noneThere(asker)
  const { order, spec } = found
  if (order.state !== 'on') return switchOnAgain(order, asker, parts)
  await parts.store.desk.change(order.id, { pausedUntil: null })
  return wordOf({
    title: 'The digest goes on',
    lead: `It comes ${comesWords(spec.schedule)}, ${inWhere(asker)}.`,
    lines: [nextLine({ ...order, pausedUntil: null }, spec, parts.now())],
    offers: [PREVIEW, offer('Switch it off', 'digest off')],
  })
}

async function switchOnAgain(
  order: StandingOrder,
  asker: Asker,
  parts: OrderParts,
): Promise<Report> {
  await parts.store.desk.change(order.id, { state: 'on', because: null, pausedUntil: null })
  return status(asker, parts)
}

async function status(asker: Asker, parts: OrderParts): Promise<Report> {
  const found = await orderOf(asker, parts)
  if (found === null || found.order.state === 'off') return noneThere(asker)
  const { order, spec } = found
  if (order.state === 'stopped') {
    return wordOf({
      title: 'The digest has stopped',
      lead: `It could no longer be posted ${inWhere(asker)}: ${order.because ?? 'Slack did not take it'}.`,
      offers: [offer('Switch it on again', 'digest on'), CHANGE],
    })
  }
  const mutes = await parts.store.desk.mutes(asker.channel, parts.now())
  return wordOf({
    title: 'The digest',
    lead: `It comes ${comesWords(spec.schedule)}, ${inWhere(asker)}.`,
    lines: [
      nextLine(order, spec, parts.now()),
      aboutLine(spec),
      heartbeatLine(spec),
      ...mutes.map(({ what, until }): readonly [string, string] => [
        'Muted',
        `${mutedName(what)} until ${momentWords(new Date(until), spec.schedule.zone)}`,
      ]),
    ],
    offers: [
      PREVIEW,
      CHANGE,
      order.pausedUntil === null || Date.parse(order.pausedUntil) <= parts.now().getTime()
        ? offer('Pause for a week', 'digest pause 7d')
        : offer('Resume', 'digest resume'),
      offer('Switch it off', 'digest off'),
    ],
  })
}

/** What it would say now, to whoever asks and to nobody else; what is ordered there or, before, the last day. */
async function previewNow(words: string, asker: Asker, parts: DigestParts): Promise<Ordered> {
  const read = await readOrder(words, asker, parts)
  if (read.kind === 'mistake') return { report: read.report }
  const at = parts.now()
  const found = await orderOf(asker, parts)
  const order: StandingOrder = found?.order ?? {
    id: digestId(asker.channel),
    kind: 'digest',
    channel: asker.channel,
    person: asker.person,
    spec: writeSpec(read.spec),
    state: 'off',
    because: null,
    pausedUntil: null,
    number: await numberBefore(parts.store, new Date(at.getTime() - DAY_MS)),
    toldUntil: new Date(at.getTime() - DAY_MS).toISOString(),
    madeAt: at.toISOString(),
  }
  const preview = await parts.preview(order, read.spec)
  return { report: preview.report, preview }
}
