import { jsonOf, jsonsOf, listOf, numberOf, textOf, wordOf } from './json.ts'
import type { Json } from './json.ts'

/** What was put into elements, by block and action: the part of Slack's state that belongs to each. */
export type Chosen = Readonly<Record<string, Readonly<Record<string, Json>>>>

interface Kind {
  /** The field of the state that holds the value. */
  readonly field: string
  /** The field of the element that says what it begins with. */
  readonly initial: string
  readonly empty: unknown
}

const kind = (field: string, initial: string, empty: unknown = null): Kind => ({
  field,
  initial,
  empty,
})

/** How each element that holds something tells it. */
export const KINDS: Readonly<Record<string, Kind>> = {
  plain_text_input: kind('value', 'initial_value'),
  number_input: kind('value', 'initial_value'),
  email_text_input: kind('value', 'initial_value'),
  url_text_input: kind('value', 'initial_value'),
  datepicker: kind('selected_date', 'initial_date'),
  timepicker: kind('selected_time', 'initial_time'),
  datetimepicker: kind('selected_date_time', 'initial_date_time'),
  static_select: kind('selected_option', 'initial_option'),
  external_select: kind('selected_option', 'initial_option'),
  radio_buttons: kind('selected_option', 'initial_option'),
  users_select: kind('selected_user', 'initial_user'),
  conversations_select: kind('selected_conversation', 'initial_conversation'),
  channels_select: kind('selected_channel', 'initial_channel'),
  checkboxes: kind('selected_options', 'initial_options', []),
  multi_static_select: kind('selected_options', 'initial_options', []),
  multi_external_select: kind('selected_options', 'initial_options', []),
  multi_users_select: kind('selected_users', 'initial_users', []),
  multi_conversations_select: kind('selected_conversations', 'initial_conversations', []),
  multi_channels_select: kind('selected_channels', 'initial_channels', []),
  file_input: kind('files', 'initial_files', []),
  rich_text_input: kind('rich_text_value', 'initial_value'),
}

/** What an element holds before anybody touched it. */
function initialPart(element: Json): Json {
  const own = KINDS[wordOf(element['type'])]
  return own === undefined ? {} : { [own.field]: element[own.initial] ?? own.empty }
}

/** What an element holds. */
export const partOf = (element: Json, blockId: string, chosen: Chosen): Json =>
  chosen[blockId]?.[wordOf(element['action_id'])] ?? initialPart(element)

/** All elements that hold something, with the block that they stand in. */
function held(blocks: readonly unknown[]): { blockId: string; element: Json; block: Json }[] {
  return jsonsOf(blocks).flatMap((block) => {
    const elements = [block['element'], block['accessory'], ...listOf(block['elements'])]
    return elements
      .map(jsonOf)
      .filter((element) => Object.hasOwn(KINDS, wordOf(element['type'])))
      .map((element) => ({ blockId: wordOf(block['block_id']), block, element }))
  })
}

/** Slack's `state.values`. */
export function stateOf(
  blocks: readonly unknown[],
  chosen: Chosen,
): Record<string, Record<string, unknown>> {
  const state: Record<string, Record<string, unknown>> = {}
  for (const { blockId, element } of held(blocks)) {
    const values = (state[blockId] ??= {})
    values[wordOf(element['action_id'])] = {
      type: element['type'],
      ...partOf(element, blockId, chosen),
    }
  }
  return state
}

/** What must be mended before a form is sent, by block. */
export function problemsOf(blocks: readonly unknown[], chosen: Chosen): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { block, blockId, element } of held(blocks)) {
    if (block['type'] !== 'input') continue
    const problem = problemOf(element, {
      part: partOf(element, blockId, chosen),
      optional: block['optional'] === true,
    })
    if (problem !== null) problems[blockId] = problem
  }
  return problems
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

function problemOf(
  element: Json,
  { optional, part }: { readonly optional: boolean; readonly part: Json },
): string | null {
  const type = wordOf(element['type'])
  const value = part[KINDS[type]?.field ?? '']
  if (isEmpty(value)) return optional ? null : 'Please complete this required field.'
  return typeof value === 'string' ? (TYPED[type]?.(value, element) ?? null) : null
}

const TYPED: Readonly<Record<string, (value: string, element: Json) => string | null>> = {
  plain_text_input(value, element) {
    const min = numberOf(element['min_length'])
    if (min !== null && value.length < min) return `Please write at least ${min} characters.`
    const max = numberOf(element['max_length'])
    return max !== null && value.length > max ? `Please write at most ${max} characters.` : null
  },
  email_text_input: (value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value.trim()) ? null : 'Please write an email address.',
  url_text_input: (value) =>
    /^https?:\/\/[^\s/]+/iu.test(value.trim())
      ? null
      : 'Please write an address that begins with https:// or http://.',
  number_input(value, element) {
    const number = Number(value)
    if (!Number.isFinite(number)) return 'Please write a number.'
    if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) {
      return 'Please write a whole number.'
    }
    const min = Number.parseFloat(wordOf(element['min_value']))
    if (number < min) return `Please write ${min} or more.`
    const max = Number.parseFloat(wordOf(element['max_value']))
    return number > max ? `Please write ${max} or less.` : null
  },
}

/** The text of an option, for lists. */
export const optionText = (option: unknown): string => textOf(jsonOf(option)['text'])
