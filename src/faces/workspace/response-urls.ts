import { randomBytes } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { Kept, Messages } from './messages.ts'
import { contentOf } from './outgoing.ts'
import { isTrue, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import type { Places } from './places.ts'
import { Refusal } from './refusal.ts'
import { APP } from './seats.ts'
import type { Talk } from './talk.ts'

/** Where an interaction came from, and so where its answers go. */
interface Origin {
  readonly person: string
  readonly channel: string
  /** The message whose button was pressed; null for a command. */
  readonly message: Kept | null
}

/** Addresses that need no token: five answers within half an hour. */
export interface ResponseUrls {
  /** The path of a new one. */
  issue(origin: Origin): string
  /** Takes an answer; throws a Refusal. */
  answer(path: string, body: Payload): void
}

export const RESPONSE_PATH = '/response/'
const USES = 5
const GOOD_MS = 30 * 60_000

interface Address extends Origin {
  readonly until: number
  readonly uses: number
}

export function openResponseUrls(parts: {
  readonly clock: Clock
  readonly messages: Messages
  readonly places: Places
  readonly talk: Talk
}): ResponseUrls {
  const { clock, messages, places, talk } = parts
  const addresses = new Map<string, Address>()
  return {
    issue(origin) {
      const now = clock.now().getTime()
      for (const [path, { until }] of addresses) {
        if (until + GOOD_MS >= now) break
        addresses.delete(path)
      }
      const path = `${RESPONSE_PATH}${randomBytes(16).toString('hex')}`
      addresses.set(path, { ...origin, until: now + GOOD_MS, uses: 0 })
      return path
    },
    answer(path, body) {
      const address = addresses.get(path)
      if (address === undefined) throw new Refusal('invalid_url')
      if (clock.now().getTime() > address.until) throw new Refusal('expired_url')
      if (address.uses >= USES) throw new Refusal('used_url')
      const answered = respond({ address, body, messages, places, talk })
      const message = address.message ?? answered
      addresses.set(path, { ...address, message, uses: address.uses + 1 })
    },
  }
}

/** One answer, as the app wishes it: in private unless it says otherwise. */
export function respond(given: {
  readonly address: Origin
  readonly body: Payload
  readonly messages: Messages
  readonly places: Places
  readonly talk: Talk
}): Kept | null {
  const { address, body, messages, places, talk } = given
  const original = current(address, messages)
  if (isTrue(body['delete_original'])) {
    if (original !== undefined) talk.remove(original)
    return null
  }
  const { metadata: _, ...content } = contentOf(body, places, 'response')
  if (isTrue(body['replace_original']) && original !== undefined) {
    return original.onlyFor === null ? talk.edit(original, content) : talk.change(original, content)
  }
  const threadTs = textOf(body['thread_ts']) || null
  const draft = { channel: address.channel, author: APP.user, threadTs, ...content }
  return body['response_type'] === 'in_channel'
    ? talk.say(draft)
    : talk.whisper(address.person, draft)
}

function current({ message, person }: Origin, messages: Messages): Kept | undefined {
  if (message === null) return undefined
  const { channel, ts } = message
  return messages.find(channel, ts) ?? messages.findFor(person, channel, ts)
}
