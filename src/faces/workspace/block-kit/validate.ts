import {
  chartsTooMany,
  focusTwice,
  inputsIn,
  placed,
  repeatedIds,
  tablesTooMany,
  totalsOver,
  weightOver,
} from './across.ts'
import { block } from './blocks.ts'
import { check } from './check.ts'
import { isJson, isTooDeep, ofLength } from './fault.ts'
import type { Fault, Json } from './fault.ts'
import { LIMITS } from './limits.ts'
import type { Limit, Surface } from './limits.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { list } from './shape.ts'
import type { Shape } from './shape.ts'
import { VIEWS } from './views.ts'

// Block Kit as Slack checks it. Any JSON may come in; nothing here throws.

export interface MessageParts {
  readonly text?: unknown
  readonly blocks?: unknown
  readonly attachments?: unknown
  readonly markdownText?: unknown
}

/**
 * How a message is sent: `post` is `chat.postMessage`, whose long texts are cut and whose blocks have a weight;
 * `exact` is `chat.update`, `chat.postEphemeral` and `chat.scheduleMessage`, which refuse a long text; `response`
 * is a response_url or an acknowledgement, which do neither.
 */
export type Way = 'post' | 'exact' | 'response'

/** Everything that Slack would refuse in a message, in reading order. */
export function validateMessage(message: MessageParts, way: Way = 'post'): readonly Problem[] {
  const { attachments, blocks, markdownText, text } = message
  if (isTooDeep(blocks) || isTooDeep(attachments)) return tooDeep('/blocks')
  return [
    ...(isEmpty(message) ? problems('no_text', [{ message: 'no text', pointer: '/text' }]) : []),
    ...textProblems(text, way === 'exact' ? LIMITS['message.text'] : CUT, '/text'),
    ...markdownProblems(message),
    ...textProblems(markdownText, LIMITS['message.markdown_text'], '/markdown_text'),
    ...(blocks === undefined ? [] : validateBlocks(blocks, 'message')),
    ...(way === 'post' && Array.isArray(blocks)
      ? problems('msg_blocks_too_long', weightOver(placed(blocks, '/blocks'), '/blocks'))
      : []),
    ...(attachments === undefined ? [] : attachmentsProblems(attachments)),
    ...tablesAcross(message),
  ]
}

const isSomething = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''

const isEmpty = ({ attachments, blocks, markdownText, text }: MessageParts): boolean =>
  ![attachments, blocks, markdownText, text].some(isSomething)

/** A text that is too long is no problem, Slack sends what fits. */
const CUT: Limit = { unit: 'characters', least: 0, most: Infinity }

function textProblems(text: unknown, limit: Limit, pointer: string): readonly Problem[] {
  if (text === undefined) return []
  return typeof text === 'string'
    ? problems('msg_too_long', ofLength(limit, text.length, { pointer }))
    : problems('invalid_arguments', [{ message: 'must provide a string', pointer }])
}

const markdownProblems = ({ blocks, markdownText, text }: MessageParts): readonly Problem[] =>
  isSomething(markdownText) && (isSomething(text) || isSomething(blocks))
    ? problems('markdown_text_conflict', [
        { message: 'cannot be used with `text` or `blocks`', pointer: '/markdown_text' },
      ])
    : []

/** Blocks as they stand on a surface; `pointer` is where they stand. */
export function validateBlocks(
  blocks: unknown,
  surface: Surface,
  pointer = '/blocks',
): readonly Problem[] {
  if (isTooDeep(blocks)) return tooDeep(pointer)
  if (!Array.isArray(blocks)) {
    return problems('invalid_blocks_format', [{ message: 'must provide an array', pointer }])
  }
  return problems(
    surface === 'message' ? 'invalid_blocks' : 'invalid_arguments',
    blocksFaults(blocks, surface, pointer),
  )
}

function blocksFaults(
  blocks: readonly unknown[],
  surface: Surface,
  pointer: string,
): readonly Fault[] {
  const all = placed(blocks, pointer)
  return [
    ...check(BLOCKS[surface], blocks, { pointer, surface }),
    ...repeatedIds(all),
    ...focusTwice(all),
    ...(surface === 'message' ? [...chartsTooMany(all), ...totalsOver(all, pointer)] : []),
  ]
}

const BLOCKS: Readonly<Record<Surface, Shape>> = {
  message: list(block, LIMITS['message.blocks']),
  modal: list(block, LIMITS['modal.blocks']),
  home: list(block, LIMITS['home.blocks']),
}

function attachmentsProblems(attachments: unknown): readonly Problem[] {
  const pointer = '/attachments'
  if (!Array.isArray(attachments)) {
    return problems('invalid_attachments', [{ message: 'must provide an array', pointer }])
  }
  return [
    ...problems(
      'too_many_attachments',
      ofLength(LIMITS['message.attachments'], attachments.length, { pointer }),
    ),
    ...problems(
      'invalid_attachments',
      attachments.flatMap((attachment: unknown, at) =>
        attachmentFaults(attachment, `${pointer}/${at}`),
      ),
    ),
  ]
}

/** Of an attachment only its blocks are looked at: the older fields are taken as they come. */
function attachmentFaults(attachment: unknown, pointer: string): readonly Fault[] {
  if (!isJson(attachment)) return [{ message: 'must provide an object', pointer }]
  const { blocks } = attachment
  if (blocks === undefined) return []
  return Array.isArray(blocks)
    ? blocksFaults(blocks, 'message', `${pointer}/blocks`)
    : [{ message: 'must provide an array', pointer: `${pointer}/blocks` }]
}

/** One table in a message, those in its attachments counted too. */
function tablesAcross({ attachments, blocks }: MessageParts): readonly Problem[] {
  const below = (Array.isArray(attachments) ? attachments : []).flatMap((one: unknown, at) =>
    isJson(one) && Array.isArray(one['blocks'])
      ? placed(one['blocks'], `/attachments/${at}/blocks`)
      : [],
  )
  const own = Array.isArray(blocks) ? placed(blocks, '/blocks') : []
  return problems('only_one_table_allowed', tablesTooMany([...own, ...below]))
}

/** Everything that Slack would refuse in a modal or a Home tab. */
export function validateView(view: unknown): readonly Problem[] {
  const place = { pointer: '/view' }
  if (isTooDeep(view)) return tooDeep('/view')
  if (!isJson(view)) return refused([{ message: 'must provide an object', ...place }])
  const type = view['type']
  if (type === undefined) return refused([{ message: 'missing required field: type', ...place }])
  if (type !== 'modal' && type !== 'home') {
    return refused([{ message: 'must be a valid enum value', pointer: '/view/type' }])
  }
  return [
    ...problems('view_too_large', ofLength(LIMITS['view.bytes'], bytesOf(view), place)),
    ...refused(viewFaults(view, type)),
  ]
}

function viewFaults(view: Json, type: 'modal' | 'home'): readonly Fault[] {
  const { blocks, type: _, ...rest } = view
  const frame = check(VIEWS[type], rest, { pointer: '/view', surface: type })
  if (blocks === undefined) {
    return [...frame, { message: 'missing required field: blocks', pointer: '/view' }]
  }
  const pointer = '/view/blocks'
  if (!Array.isArray(blocks)) return [...frame, { message: 'must provide an array', pointer }]
  return [
    ...frame,
    ...blocksFaults(blocks, type, pointer),
    ...(type === 'modal' && view['submit'] === undefined ? needingSubmit(blocks, pointer) : []),
  ]
}

const needingSubmit = (blocks: readonly unknown[], pointer: string): readonly Fault[] =>
  inputsIn(placed(blocks, pointer)).map((input) => ({
    message: 'must define `submit` to use an `input` block in modals',
    pointer: `${input.pointer}/input`,
  }))

const tooDeep = (pointer: string): readonly Problem[] =>
  problems('invalid_blocks_format', [{ message: 'too many levels', pointer }])

const bytesOf = (value: Json): number => new TextEncoder().encode(JSON.stringify(value)).length

const problems = (code: ProblemCode, faults: readonly Fault[]): readonly Problem[] =>
  faults.map((fault) => ({ code, ...fault }))

const refused = (faults: readonly Fault[]): readonly Problem[] =>
  problems('invalid_arguments', faults)
