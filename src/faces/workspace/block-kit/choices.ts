import { LIMITS } from './limits.ts'
import type { Limit } from './limits.ts'
import { FORMS, flag, list, object, text, whole, word } from './shape.ts'
import type { Fields, ObjectShape, Shape } from './shape.ts'
import { anyText, plainText } from './text-objects.ts'

/** Elements that offer a choice: menus, boxes, buttons in a row. */

export const confirm = object(
  { text: anyText(LIMITS['confirm.text']) },
  {
    title: plainText(LIMITS['confirm.title']),
    confirm: plainText(LIMITS['confirm.confirm']),
    deny: plainText(LIMITS['confirm.deny']),
    style: word('primary', 'danger'),
  },
)

export const placeholder = plainText(LIMITS.placeholder)

/** What most interactive elements have in common. */
export const acting: Fields = { action_id: text(LIMITS.action_id), confirm }

const choosing: Fields = { ...acting, focus_on_load: flag }
const selecting: Fields = { ...choosing, placeholder }

const optionOf = (shown: (limit: Limit) => Shape, more: Fields = {}): Shape =>
  object(
    { text: shown(LIMITS['option.text']), value: text(LIMITS['option.value']) },
    { description: shown(LIMITS['option.description']), ...more },
  )

const option = optionOf(plainText)
const tickOption = optionOf(anyText)
const linkOption = optionOf(plainText, { url: text(LIMITS['option.url'], FORMS.link) })

const group = object({
  label: plainText(LIMITS['option_group.label']),
  options: list(option, LIMITS['option_group.options']),
})

const max = { max_selected_items: whole(LIMITS['select.max_selected_items']) }
const query = { min_query_length: whole(LIMITS['select.min_query_length']) }
const options = list(option, LIMITS['select.options'])
const groups = list(group, LIMITS['select.option_groups'])
const ids = list(text())

const filter = object(
  {},
  {
    include: list(word('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  {
    rule: 'some-of',
    fields: ['include', 'exclude_external_shared_channels', 'exclude_bot_users'],
  },
)

const conversations = { default_to_current_conversation: flag, filter }

const staticSelect = (initial: string, shape: Shape, more: Fields = {}): ObjectShape =>
  object(
    {},
    { ...selecting, options, option_groups: groups, [initial]: shape, ...more },
    { rule: 'one-of', fields: ['options', 'option_groups'] },
    { rule: 'among-options', field: initial },
  )

const ticking = (initial: string, shape: Shape, limit: Limit): ObjectShape =>
  object(
    { options: list(tickOption, limit) },
    { ...choosing, [initial]: shape },
    { rule: 'among-options', field: initial },
  )

export const CHOICES = {
  static_select: staticSelect('initial_option', option),
  multi_static_select: staticSelect('initial_options', list(option), max),
  external_select: object({}, { ...selecting, initial_option: option, ...query }),
  multi_external_select: object({}, { ...selecting, initial_options: options, ...query, ...max }),
  users_select: object({}, { ...selecting, initial_user: text() }),
  multi_users_select: object({}, { ...selecting, initial_users: ids, ...max }),
  conversations_select: object(
    {},
    { ...selecting, ...conversations, initial_conversation: text(), response_url_enabled: flag },
  ),
  multi_conversations_select: object(
    {},
    { ...selecting, ...conversations, initial_conversations: ids, ...max },
  ),
  channels_select: object(
    {},
    { ...selecting, initial_channel: text(), response_url_enabled: flag },
  ),
  multi_channels_select: object({}, { ...selecting, initial_channels: ids, ...max }),
  overflow: object({ options: list(linkOption, LIMITS['overflow.options']) }, acting),
  radio_buttons: ticking('initial_option', tickOption, LIMITS['radio_buttons.options']),
  checkboxes: ticking('initial_options', list(tickOption), LIMITS['checkboxes.options']),
} as const satisfies Readonly<Record<string, ObjectShape>>
