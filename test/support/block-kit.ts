import { LIMITS, weightOfBlocks } from '../../src/faces/slack/limits.ts'
import { escapeText } from '../../src/faces/slack/mrkdwn.ts'
import { problemLine } from '../../src/faces/workspace/block-kit/problem.ts'
import {
  validateBlocks,
  validateMessage,
  validateView,
} from '../../src/faces/workspace/block-kit/validate.ts'

// Every message and view that a test sees goes through the workspace's validator, and through what Dateline
// promises above Slack's rules: nothing that it sends pings, unfolds or is read as markup.

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Everything that Slack would refuse in a message, whichever way it is sent, and every promise that it breaks. */
export function messageProblems(message: unknown): string[] {
  if (!isObject(message)) return ['no message']
  const { blocks, text } = message
  const refused = [
    ...validateMessage({ text, blocks }, 'post'),
    ...validateMessage({ text, blocks }, 'exact'),
    ...validateBlocks(asCounted(blocks), 'message'),
  ]
  const weight = weightOfBlocks(JSON.parse(JSON.stringify(blocks ?? [])))
  return [
    ...new Set(refused.map(problemLine)),
    ...textPromises(text),
    ...Object.entries(SAFE)
      .filter(([name, value]) => String(message[name]) !== value)
      .map(([name]) => `${name} is ${String(message[name])}`),
    ...(weight > LIMITS.messageCharacters ? [`${weight} characters`] : []),
    ...(listOf(blocks).length === 0 ? ['no blocks'] : []),
    ...blocksPromises(blocks),
  ]
}

const SAFE = {
  mrkdwn: 'false',
  parse: 'none',
  link_names: 'false',
  unfurl_links: 'false',
  unfurl_media: 'false',
} as const

function textPromises(text: unknown): string[] {
  if (typeof text !== 'string' || text.trim() === '') return ['text is missing']
  return [
    ...(/[<>]/u.test(text) ? ['text is not escaped'] : []),
    ...(/&(?!amp;|lt;|gt;)/u.test(text) ? ['text has a bare &'] : []),
  ]
}

export const viewProblems = (view: unknown): string[] => [
  ...new Set([view, asCounted(view)].flatMap(validateView).map(problemLine)),
  ...blocksPromises(view),
]

/** Slack may count a text as it goes over the wire, escaped: whoever fits so fits either way. */
function asCounted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asCounted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'text' && typeof inner === 'string' ? escapeText(inner) : asCounted(inner),
    ]),
  )
}

/** All of Block Kit that Dateline draws. Leaves are literal; the one besides text is the user who shares. */
const DRAWN: ReadonlySet<unknown> = new Set([
  'modal',
  'home',
  'header',
  'context',
  'divider',
  'actions',
  'input',
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'text',
  'user',
  'button',
  'static_select',
  'plain_text',
  'plain_text_input',
])

function blocksPromises(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(blocksPromises)
  if (!isObject(value)) return []
  const { emoji, type } = value
  return [
    ...('type' in value && !DRAWN.has(type) ? [`Dateline draws no ${String(type)}`] : []),
    ...(type === 'plain_text' && emoji !== false ? ['a text may turn :words: into emoji'] : []),
    ...lineTooLong(value),
    ...Object.values(value).flatMap(blocksPromises),
  ]
}

/** Slack names no limit for a line of rich text; Dateline keeps to that of any other text. */
function lineTooLong({ elements, type }: Json): string[] {
  if (type !== 'rich_text_section') return []
  const { length } = wordsOf(elements).join('')
  return length > LIMITS.textObject ? [`a line of ${length} characters`] : []
}

/** The texts of blocks in reading order, as a reader sees them; blocks are parted by newlines. */
export function shownText(blocks: unknown): string {
  return listOf(blocks)
    .map((block) => wordsOf(block).join(''))
    .join('\n')
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (!isObject(value)) return []
  if (typeof value['text'] === 'string') return [value['text']]
  return Object.values(value).flatMap(wordsOf)
}

/** All buttons in blocks. */
export const buttonsIn = (blocks: unknown): Json[] =>
  listOf(blocks).flatMap((block) =>
    isObject(block) && block['type'] === 'actions'
      ? listOf(block['elements']).filter(isObject)
      : [],
  )
