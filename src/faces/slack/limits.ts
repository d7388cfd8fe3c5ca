import type { KnownBlock } from '@slack/types'
import { escapeText } from './mrkdwn.ts'

/**
 * What Slack takes, from its Block Kit reference. `messageCharacters` is not documented: messages were
 * refused as `msg_blocks_too_long` from about 11,000 characters on, so 10,000 is kept as the limit.
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageCharacters: 10_000,
  notification: 3_900,
  textObject: 3_000,
  header: 150,
  blockId: 255,
  actionId: 255,
  actionsElements: 25,
  options: 100,
  optionText: 75,
  optionValue: 75,
  altText: 2_000,
  contextElements: 10,
  buttonText: 75,
  buttonLabel: 75,
  buttonValue: 2_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  inputLabel: 2_000,
  placeholder: 150,
  plainTextInput: 3_000,
  listIndent: 8,
} as const

/** Length as it may be counted on the wire, that is, escaped: the careful way to count. */
export const weightOf = (text: string): number => escapeText(text).length

const COUNTED: ReadonlySet<string> = new Set(['text', 'value', 'accessibility_label', 'alt_text'])

/** Characters of a message's blocks: everything that is shown, and what its buttons carry. */
export const weightOfBlocks = (blocks: readonly KnownBlock[]): number => weightOfValue(blocks)

function weightOfValue(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, one) => sum + weightOfValue(one), 0)
  }
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum +
      (typeof inner === 'string' && COUNTED.has(key) ? weightOf(inner) : weightOfValue(inner)),
    0,
  )
}
