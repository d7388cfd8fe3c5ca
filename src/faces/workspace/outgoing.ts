import { problemLine } from './block-kit/problem.ts'
import type { Problem } from './block-kit/problem.ts'
import { TEXT_IS_CUT_AT } from './block-kit/limits.ts'
import { validateMessage, validateView } from './block-kit/validate.ts'
import type { Way } from './block-kit/validate.ts'
import { withIds } from './ids.ts'
import { written } from './mentions.ts'
import type { Draft } from './messages.ts'
import { isPayload, isTrue, listOf, parsed, payloadsOf, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import type { Places } from './places.ts'
import { Refusal } from './refusal.ts'

/** What a message of the bot's consists of, whichever way it comes. */
export type Content = Pick<Draft, 'text' | 'blocks' | 'attachments' | 'metadata'>

/** Reads and checks a message as it was sent; throws a Refusal. */
export function contentOf(args: Payload, places: Places, way: Way): Content {
  const blocks = listed(args['blocks'], 'invalid_blocks_format')
  const attachments = listed(args['attachments'], 'invalid_attachments')
  const markdown = textOf(args['markdown_text'])
  const text = textOf(args['text'])
  const message = { text, blocks, attachments, markdownText: markdown }
  refuse(validateMessage(message, way))
  return {
    text: named(args, (markdown || text).slice(0, TEXT_IS_CUT_AT), places),
    blocks: withIds(markdown === '' ? blocks : [{ type: 'markdown', text: markdown }]),
    attachments: payloadsOf(attachments).map((each) =>
      Array.isArray(each['blocks']) ? { ...each, blocks: withIds(each['blocks']) } : each,
    ),
    metadata: isPayload(args['metadata']) ? args['metadata'] : null,
  }
}

/** Throws what Slack says to a view that it does not take, with the place of each fault. */
export function checkView(view: Payload): void {
  refuse(validateView(view))
}

function refuse(problems: readonly Problem[]): void {
  const [first] = problems
  if (first === undefined) return
  throw new Refusal(first.code, { response_metadata: { messages: problems.map(problemLine) } })
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
function listed(value: unknown, code: string): readonly unknown[] {
  if (value === undefined || value === null || value === '') return []
  const list = typeof value === 'string' ? parsed(value) : value
  if (!Array.isArray(list)) throw new Refusal(code)
  return listOf(list)
}
