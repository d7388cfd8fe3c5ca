import { randomBytes } from 'node:crypto'
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

/** Blocks with the ids that Slack gives to those without. */
export const withIds = (blocks: readonly unknown[]): readonly Payload[] =>
  blocks.map((block) => blockWithId(payloadOf(block)))

function blockWithId(block: Payload): Payload {
  const own = { ...block, block_id: block['block_id'] ?? randomBytes(3).toString('base64url') }
  const { accessory, child_blocks: children, element, elements } = block
  return {
    ...own,
    ...(isPayload(accessory) ? { accessory: elementWithId(accessory) } : {}),
    ...(isPayload(element) ? { element: elementWithId(element) } : {}),
    ...(ROWS.has(String(block['type']))
      ? { elements: listOf(elements).map((each) => elementWithId(payloadOf(each))) }
      : {}),
    ...(Array.isArray(children) ? { child_blocks: withIds(children) } : {}),
  }
}

const ROWS: ReadonlySet<string> = new Set(['actions', 'context_actions'])
/** What stands beside text and cannot be pressed. */
const STILL: ReadonlySet<string> = new Set(['image'])

const elementWithId = (element: Payload): Payload =>
  STILL.has(String(element['type']))
    ? element
    : { ...element, action_id: element['action_id'] ?? randomBytes(3).toString('base64url') }
