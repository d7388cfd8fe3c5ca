import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import { isPayload, listOf, payloadOf } from './payload.ts'
import type { Payload } from './payload.ts'

/** Slack's ids are capitals and digits after a letter for the kind. */
export const newId = (kind: string): string =>
  `${kind}${randomBytes(6).toString('hex').toUpperCase()}`

/** Message ids: the time, and never twice the same. */
export function openTimestamps(clock: Clock): () => string {
  let last = 0
  return () => {
    last = Math.max(last + 1, clock.now().getTime() * 1_000)
    const seconds = Math.floor(last / 1_000_000)
    return `${seconds}.${String(last % 1_000_000).padStart(6, '0')}`
  }
}

/**
 * Blocks with the ids that Slack gives to those without. What is sent again as it was has the same ids again: a press
 * on a Home tab that is drawn anew just then still finds its button.
 */
export const withIds = (blocks: readonly unknown[]): readonly Payload[] =>
  blocks.map((block, at) => blockWithId(payloadOf(block), at))

const idOf = (...what: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 5)

function blockWithId(block: Payload, at: number): Payload {
  const own = { ...block, block_id: block['block_id'] ?? idOf(block, at) }
  const { accessory, child_blocks: children, element, elements } = block
  return {
    ...own,
    ...(isPayload(accessory) ? { accessory: elementWithId(accessory, 0) } : {}),
    ...(isPayload(element) ? { element: elementWithId(element, 0) } : {}),
    ...(ROWS.has(String(block['type']))
      ? { elements: listOf(elements).map((each, place) => elementWithId(payloadOf(each), place)) }
      : {}),
    ...(Array.isArray(children) ? { child_blocks: withIds(children) } : {}),
  }
}

const ROWS: ReadonlySet<string> = new Set(['actions', 'context_actions'])
/** What stands beside text and cannot be pressed. */
const STILL: ReadonlySet<string> = new Set(['image'])

const elementWithId = (element: Payload, at: number): Payload =>
  STILL.has(String(element['type']))
    ? element
    : { ...element, action_id: element['action_id'] ?? idOf(element, at) }
