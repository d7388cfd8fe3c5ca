import type { Report } from '../../answer/report.ts'
import type { StandingOrder } from '../../model/standing.ts'
import { inMarks, readAlert } from '../alert-question.ts'
import { wallTime } from '../clock-time.ts'
import { readPause } from '../read-pause.ts'
import { EVERY_DAY } from '../schedule.ts'
import { momentWords } from '../schedule-words.ts'
import { readQuiet } from '../quiet.ts'
import { inWhere } from './asker.ts'
import type { Asker } from './asker.ts'
import type { OrderParts } from './digest-orders.ts'
import { mistaken, offer, wordOf } from './reports.ts'
import { alertId, alertNumber, alertSpecOf, writeSpec } from './spec.ts'
import { subCommand } from './sub-command.ts'

const NAMES = ['add', 'list', 'remove', 'snooze', 'resume', 'quiet'] as const
const ALSO = {
  new: 'add',
  on: 'add',
  status: 'list',
  show: 'list',
  delete: 'remove',
  off: 'remove',
  stop: 'remove',
  pause: 'snooze',
  wake: 'resume',
} as const satisfies Record<string, (typeof NAMES)[number]>

/** As many alerts as one conversation may have: what everybody has switched off in their head warns nobody. */
const MOST = 30

/** `alert add "al-Quds hospital"`, `list`, `remove 2`, `snooze 2 3d`, `quiet 22:00-07:00`. */
export async function orderAlert(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const sub = subCommand(words, NAMES, ALSO)
  if (sub.kind === 'none') return list(asker, parts)
  if (sub.kind === 'other') return misspelt(words, sub)
  switch (sub.name) {
    case 'add':
      return add(sub.rest, asker, parts)
    case 'list':
      return list(asker, parts)
    case 'remove':
      return remove(sub.rest, asker, parts)
    case 'snooze':
      return snooze(sub.rest, asker, parts)
    case 'resume':
      return resume(sub.rest, asker, parts)
    case 'quiet':
      return quiet(sub.rest, asker, parts)
    default:
      return sub.name satisfies never
  }
}

function misspelt(
  words: string,
  {
    word,
    meant,
    rest,
  }: { readonly word: string; readonly meant: string | null; readonly rest: string },
): Report {
  // `alert "al-Quds hospital"`: all that is missing is the word that orders it.
  const isAsk = meant === null || /^["“]/u.test(words)
  return mistaken({
    what: `“${word}” is nothing that an alert can be told.`,
    hint: 'It takes add, list, remove, snooze, resume and quiet: alert add casualties idlib children >= 10.',
    instead: isAsk ? [`alert add ${words.trim()}`] : [`alert ${meant} ${rest}`.trim()],
  })
}

async function alertsIn(asker: Asker, { store }: OrderParts): Promise<readonly StandingOrder[]> {
  const orders = await store.desk.orders()
  return orders.filter(({ kind, channel }) => kind === 'alert' && channel === asker.channel)
}

async function add(ask: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const { store, now } = parts
  const at = now()
  const wrong = await problemWith(ask, asker, parts)
  if (wrong !== null) return wrong
  if ((await parts.reaches(asker.channel)) === false) {
    return mistaken({
      what: `Dateline is no member of ${asker.where}, so that nothing can be posted there.`,
      hint: 'Type /invite @Dateline first, then add it again. Or add it in your direct message with Dateline.',
      instead: [],
    })
  }
  const here = await alertsIn(asker, parts)
  const same = here.find((order) => alertSpecOf(order)?.ask === ask)
  if (same !== undefined) return list(asker, parts, 'That alert is there already.')
  if (here.length >= MOST) return list(asker, parts, `There are ${MOST} alerts: remove one first.`)
  const all = (await store.desk.orders()).filter(({ kind }) => kind === 'alert')
  const number = Math.max(0, ...all.map(({ id }) => alertNumber(id))) + 1
  await store.desk.place({
    id: alertId(number),
    kind: 'alert',
    channel: asker.channel,
    person: asker.person,
    spec: writeSpec({ ask, where: asker.where }),
    state: 'on',
    because: null,
    pausedUntil: null,
    number: await store.number(),
    toldUntil: at.toISOString(),
    madeAt: at.toISOString(),
  })
  const { zone } = await store.desk.settings(asker.channel)
  if (zone === null) await store.desk.set(asker.channel, { zone: asker.zone })
  const understood = await inWords(ask, asker, parts)
  return wordOf({
    title: 'The alert is on',
    lead: `Whatever comes in for ${inMarks(ask)} is told within a minute, ${inWhere(asker)}.`,
    lines: understood,
    notes: [
      'A story is told once, however many outlets carry it. What is in the coverage already is not told.',
    ],
    offers: [offer('All alerts here', 'alert list'), offer('Remove it', `alert remove ${number}`)],
  })
}

/** What is wrong with a question as an alert; null where it can wait. */
async function problemWith(ask: string, asker: Asker, parts: OrderParts): Promise<Report | null> {
  if (!/[\p{L}\p{N}]/u.test(ask)) {
    return mistaken({
      what: 'It does not say what to wait for.',
      hint: 'Type alert add and a question, a name or words: alert add "al-Quds hospital", alert add quotes lavrov.',
      instead: [],
    })
  }
  const { question } = await readAlert(ask, await readingOf(asker, parts))
  const [problem] = question.problems
  const misspeltVerb = question.verb === 'ask' && problem?.what.endsWith('is no command.') === true
  const unknown = question.verb === 'casualties' || question.verb === 'quotes' ? problem : undefined
  if (misspeltVerb || unknown !== undefined) {
    const { what = '', hint = '', instead = [] } = problem ?? {}
    return mistaken({ what, hint, instead: instead.map((each) => `alert add ${each}`) })
  }
  const waits = ['casualties', 'quotes', 'quote', 'search', 'ask'].includes(question.verb)
  if (waits) return null
  return mistaken({
    what: `“${question.verb}” is nothing that comes in.`,
    hint: 'An alert waits for figures, quotes or words: alert add casualties idlib, alert add quotes lavrov, alert add "al-Quds hospital".',
    instead: [],
  })
}

const readingOf = async ({ zone }: Asker, { archive, lexicon, now }: OrderParts) => ({
  archive: await archive(),
  lexicon,
  today: wallTime(now(), zone).day,
})

/** What was understood of it, as it is with any question. */
async function inWords(
  ask: string,
  asker: Asker,
  parts: OrderParts,
): Promise<readonly (readonly [string, string])[]> {
  const { question, least } = await readAlert(ask, await readingOf(asker, parts))
  const { phrases, understood, verb } = question
  // words in quotation marks are told by themselves
  const subject = phrases
    .reduce((rest, phrase) => rest.replace(`"${phrase}"`, ' '), question.subject)
    .trim()
  const chips = understood.map(({ key, value }) => `${key}: ${value}`)
  const words = [
    ...phrases.map((phrase) => `the words “${phrase}”`),
    ...(verb === 'casualties' || verb === 'quotes' || subject === ''
      ? []
      : [`all of “${subject}” in one paragraph`]),
  ]
  const what = [...chips, ...words, ...(least === null ? [] : [`${least} or more`])]
  const kind =
    verb === 'casualties' ? 'figures of people harmed' : verb === 'quotes' ? 'quotes' : 'passages'
  return [['Understood as', [kind, ...what].join(', ')]]
}

async function list(asker: Asker, parts: OrderParts, lead?: string): Promise<Report> {
  const here = await alertsIn(asker, parts)
  const { quiet: hours, zone } = await parts.store.desk.settings(asker.channel)
  const words = here.flatMap((order): readonly (readonly [string, string])[] => {
    const ask = alertSpecOf(order)?.ask
    return ask === undefined
      ? []
      : [[`${alertNumber(order.id)}. ${ask}`, stateOf(order, zone ?? asker.zone, parts.now())]]
  })
  return wordOf({
    title: here.length === 0 ? 'No alerts' : 'Alerts',
    lead:
      lead ??
      (here.length === 0
        ? `No alert is ordered ${inWhere(asker)}.`
        : `${here.length === 1 ? 'One alert is' : `${here.length} alerts are`} ordered ${inWhere(asker)}.`),
    lines: [
      ...words,
      ...(here.length === 0
        ? ([
            ['alert add "al-Quds hospital"', 'words that must stand there'],
            ['alert add casualties idlib children >= 10', 'figures of people harmed'],
            ['alert add quotes lavrov', 'what a speaker says'],
          ] as const)
        : []),
      ...(hours === null
        ? []
        : [
            [
              'Quiet',
              `${hours}, ${zone ?? asker.zone}; what comes in then is told afterwards`,
            ] as const,
          ]),
    ],
    offers: here
      .slice(0, 10)
      .map(({ id }) => offer(`Remove ${alertNumber(id)}`, `alert remove ${alertNumber(id)}`)),
  })
}

function stateOf(order: StandingOrder, zone: string, now: Date): string {
  if (order.state === 'stopped') return `stopped: ${order.because ?? 'Slack did not take it'}`
  const until = order.pausedUntil === null ? null : new Date(order.pausedUntil)
  return until !== null && until > now ? `snoozed until ${momentWords(until, zone)}` : 'on'
}

/** The alert that a number or its words mean. */
async function find(words: string, asker: Asker, parts: OrderParts): Promise<StandingOrder | null> {
  const here = await alertsIn(asker, parts)
  const number = /^(?:alert\s*)?#?(\d{1,7})\b/iu.exec(words)?.[1]
  if (number !== undefined) return here.find(({ id }) => id === alertId(Number(number))) ?? null
  const wanted = words.toLowerCase()
  const [only] = here
  if (wanted === '') return here.length === 1 && only !== undefined ? only : null
  return here.find((order) => alertSpecOf(order)?.ask.toLowerCase() === wanted) ?? null
}

const notFound = (words: string, asker: Asker, verb: string): Report =>
  mistaken({
    what:
      words === ''
        ? 'It does not say which alert.'
        : `There is no alert “${words}” ${inWhere(asker)}.`,
    hint: `Give its number as the list has it: alert ${verb} 2.`,
    instead: ['alert list'],
  })

async function remove(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  if (/^all$/iu.test(words)) {
    for (const { id } of await alertsIn(asker, parts)) await parts.store.desk.remove(id)
    return list(asker, parts, `No alert is left ${inWhere(asker)}.`)
  }
  const order = await find(words, asker, parts)
  if (order === null) return notFound(words, asker, 'remove')
  await parts.store.desk.remove(order.id)
  const ask = alertSpecOf(order)?.ask ?? ''
  return wordOf({
    title: 'The alert is removed',
    lead: `${inMarks(ask)} is told no more ${inWhere(asker)}.`,
    offers: [offer('Add it again', `alert add ${ask}`), offer('All alerts here', 'alert list')],
  })
}

async function snooze(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const [which = '', length = ''] = /^(\S+)?\s*(.*)$/su.exec(words)?.slice(1) ?? []
  const order = await find(which, asker, parts)
  if (order === null) return notFound(which, asker, 'snooze')
  const zone = (await parts.store.desk.settings(asker.channel)).zone ?? asker.zone
  const now = parts.now()
  // Of the minute to come: a snooze of a day ends tomorrow, not the day after.
  const { time } = wallTime(new Date(now.getTime() + 60_000), zone)
  const schedule = { time, zone, days: [...EVERY_DAY], pausedUntil: null }
  const read = length === '' ? tomorrow(now) : readPause(length, schedule, now)
  if (read.kind === 'problem') {
    return mistaken({
      ...read,
      instead: read.instead.map((each) => `alert snooze ${which} ${each}`),
    })
  }
  await parts.store.desk.change(order.id, { pausedUntil: read.until.toISOString() })
  return wordOf({
    title: 'The alert is snoozed',
    lead: `Nothing is told of ${inMarks(alertSpecOf(order)?.ask ?? '')} until ${momentWords(read.until, zone)}; what comes in until then is told in one message after it.`,
    offers: [offer('Resume', `alert resume ${alertNumber(order.id)}`)],
  })
}

const tomorrow = (now: Date) =>
  ({ kind: 'pause', until: new Date(now.getTime() + 86_400_000) }) as const

async function resume(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const order = await find(words, asker, parts)
  if (order === null) return notFound(words, asker, 'resume')
  await parts.store.desk.change(order.id, { state: 'on', because: null, pausedUntil: null })
  return list(asker, parts, `${inMarks(alertSpecOf(order)?.ask ?? '')} is told again.`)
}

async function quiet(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const { desk } = parts.store
  const { zone } = await desk.settings(asker.channel)
  if (/^(?:off|none|no)$/iu.test(words)) {
    await desk.set(asker.channel, { quiet: null })
    return wordOf({ title: 'No quiet hours', lead: `Alerts come at any hour ${inWhere(asker)}.` })
  }
  const hours = readQuiet(words)
  if (hours === null) {
    return mistaken({
      what:
        words === ''
          ? 'It does not say from when to when.'
          : `“${words}” was not understood as hours.`,
      hint: 'Write alert quiet 22:00-07:00, or alert quiet off.',
      instead: ['alert quiet 22:00-07:00'],
    })
  }
  await desk.set(asker.channel, { quiet: hours, zone: zone ?? asker.zone })
  return wordOf({
    title: 'Quiet hours',
    lead: `From ${hours.replace('-', ' to ')}, ${zone ?? asker.zone}, no alert comes ${inWhere(asker)}; what comes in then is told afterwards, in one message.`,
    offers: [offer('No quiet hours', 'alert quiet off')],
  })
}
