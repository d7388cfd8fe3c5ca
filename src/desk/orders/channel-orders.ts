import { namedPlace } from '../../answer/asking/named.ts'
import type { Report } from '../../answer/report.ts'
import { momentWords } from '../schedule-words.ts'
import { inWhere } from './asker.ts'
import type { Asker } from './asker.ts'
import type { OrderParts } from './digest-orders.ts'
import { mutedName } from '../mutes.ts'
import { mistaken, offer, wordOf } from './reports.ts'
import { subCommand } from './sub-command.ts'

const SWITCH = ['on', 'off', 'status'] as const

/** `corrections off`, `corrections on`. */
export async function orderCorrections(
  words: string,
  asker: Asker,
  { store }: OrderParts,
): Promise<Report> {
  const sub = subCommand(words, SWITCH, { start: 'on', yes: 'on', stop: 'off', no: 'off' })
  if (sub.kind === 'other') {
    return mistaken({
      what: `“${sub.word}” is nothing that corrections can be told.`,
      hint: 'They are on or off: corrections off.',
      instead: [`corrections ${sub.meant ?? 'status'}`],
    })
  }
  const wanted = sub.kind === 'none' || sub.name === 'status' ? null : sub.name === 'on'
  if (wanted !== null) await store.desk.set(asker.channel, { corrections: wanted })
  const { corrections } = await store.desk.settings(asker.channel)
  return corrections
    ? wordOf({
        title: 'Corrections are on',
        lead: `Where an article later revises or withdraws a figure or a quote that was shown ${inWhere(asker)}, it is said once, in its thread. What was shown to one person alone is corrected in their direct message.`,
        offers: [offer('Switch them off here', 'corrections off')],
      })
    : wordOf({
        title: 'Corrections are off',
        lead: `What was shown ${inWhere(asker)} is not corrected by itself when an article changes.`,
        offers: [offer('Switch them on', 'corrections on')],
      })
}

const DAY_MS = 86_400_000
const OFF = /^off(?:\s+|$)/iu
const LISTED = /^(?:list|status|show)$/iu

/** `mute place:"Aleppo"`, `mute topic:ceasefire`, `mute thread`: for a day. `mute` alone lists them. */
export async function orderMute(words: string, asker: Asker, parts: OrderParts): Promise<Report> {
  const { store, now } = parts
  const off = OFF.test(words)
  const bare = words.replace(OFF, '').trim()
  if (bare === '' || LISTED.test(bare)) return list(asker, parts)
  const what = meant(bare, asker, parts)
  if (what === null) {
    return mistaken({
      what: 'There is no thread here.',
      hint: 'Mute a thread from the menu of the message that began it.',
      instead: [],
    })
  }
  if (off) {
    await store.desk.unmute(asker.channel, what)
    return list(asker, parts)
  }
  const until = new Date(now().getTime() + DAY_MS)
  await store.desk.mute({ channel: asker.channel, what, until: until.toISOString() })
  const zone = (await store.desk.settings(asker.channel)).zone ?? asker.zone
  return wordOf({
    title: 'Muted for a day',
    lead: what.startsWith('thread:')
      ? `Nothing is said in this thread by itself until ${momentWords(until, zone)}; a correction that falls due comes then.`
      : `Digests ${inWhere(asker)} leave out ${mutedName(what)} until ${momentWords(until, zone)}.`,
    offers: what.startsWith('thread:')
      ? []
      : [offer('Hear of it again', `mute off ${typed(what)}`)],
  })
}

const typed = (what: string): string => what.replace(/^(\w+):(.*)$/u, '$1:"$2"')

function meant(words: string, { thread }: Asker, { lexicon }: OrderParts): string | null {
  if (/^(?:this\s+)?thread$/iu.test(words)) return thread === null ? null : `thread:${thread}`
  const match = /^(place|topic)\s*:?\s*(.*)$/iu.exec(words)
  const name = (match?.[2] ?? words).replace(/^["“]|["”]$/gu, '').trim()
  const { place } = namedPlace(name, lexicon)
  const isTopic = match?.[1]?.toLowerCase() === 'topic' || place === null
  return isTopic ? `topic:${name}` : `place:${place}`
}

async function list(asker: Asker, { store, now }: OrderParts): Promise<Report> {
  const mutes = await store.desk.mutes(asker.channel, now())
  const zone = (await store.desk.settings(asker.channel)).zone ?? asker.zone
  return wordOf({
    title: mutes.length === 0 ? 'Nothing is muted' : 'Muted',
    lead:
      mutes.length === 0
        ? `Nothing is muted ${inWhere(asker)}.`
        : `Digests ${inWhere(asker)} leave these out.`,
    lines: mutes.map(
      ({ what, until }) =>
        [mutedName(what), `until ${momentWords(new Date(until), zone)}`] as const,
    ),
    offers: mutes
      .filter(({ what }) => !what.startsWith('thread:'))
      .map(({ what }) => offer(`Hear of ${mutedName(what)} again`, `mute off ${typed(what)}`)),
  })
}
