import { withIds } from './ids.ts'
import { written } from './mentions.ts'
import type { Draft } from './messages.ts'
import { isPayload, isTrue, listOf, parsed, payloadsOf, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import type { Places } from './places.ts'
import { Refusal } from './refusal.ts'
import { checkBlocks } from './validation.ts'

/** What a message of the bot's consists of, whichever way it comes. */
export type Content = Pick<Draft, 'text' | 'blocks' | 'attachments' | 'metadata'>

/** Longer text is cut off when it is posted … */
const TEXT_CUT = 40_000
/** … and refused where a message is changed, scheduled or shown to one person. */
const TEXT_STRICT = 4_000
const MARKDOWN = 12_000

/** Reads and checks a message as it was sent; throws a Refusal. */
export function contentOf(args: Payload, places: Places, strict = false): Content {
  const blocks = jsonList(args['blocks'], 'invalid_blocks_format')
  const attachments = jsonList(args['attachments'], 'invalid_attachments')
  const markdown = textOf(args['markdown_text'])
  const text = textOf(args['text'])
  if (markdown !== '' && (text !== '' || blocks.length > 0)) {
    throw new Refusal('markdown_text_conflict')
  }
  if (markdown.length > MARKDOWN || (strict && text.length > TEXT_STRICT)) {
    throw new Refusal('msg_too_long')
  }
  if (text === '' && markdown === '' && blocks.length === 0 && attachments.length === 0) {
    throw new Refusal('no_text')
  }
  const drawn = markdown === '' ? blocks : [{ type: 'markdown', text: markdown }]
  checkBlocks({ text, blocks: drawn, attachments })
  return {
    text: named(args, (markdown || text).slice(0, TEXT_CUT), places),
    blocks: withIds(drawn),
    attachments: payloadsOf(attachments).map((each) =>
      Array.isArray(each['blocks']) ? { ...each, blocks: withIds(each['blocks']) } : each,
    ),
    metadata: isPayload(args['metadata']) ? args['metadata'] : null,
  }
}

/** Plain `@name` becomes a mention only where the bot asks for it. */
function named(args: Payload, text: string, places: Places): string {
  if (!isTrue(args['link_names']) && args['parse'] !== 'full') return text
  return text
    .split(/(<[^>]*>)/u)
    .map((part) => (part.startsWith('<') ? part : written(unescaped(part), places)))
    .join('')
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A list, as JSON in a form or as it is. */
function jsonList(value: unknown, code: string): readonly unknown[] {
  if (value === undefined || value === null || value === '') return []
  const list = typeof value === 'string' ? parsed(value) : value
  if (!Array.isArray(list)) throw new Refusal(code)
  return listOf(list)
}
