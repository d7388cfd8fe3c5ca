import { optionText, partOf } from '../input-state.ts'
import { jsonOf, jsonsOf, listOf, textOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import type { Reader } from '../reader.ts'
import { useSurface } from '../surface.ts'
import type { ElementProps } from './element.ts'

/** What an element holds, and how it is changed. */
export function useHeld({ blockId, element, instant }: ElementProps): {
  readonly part: Json
  readonly hold: (part: Json) => void
} {
  const { act, choose, chosen } = useSurface()
  return {
    part: partOf(element, blockId, chosen),
    hold: (part) =>
      instant
        ? void act(blockId, element, part)
        : choose(blockId, wordOf(element['action_id']), part),
  }
}

/** What a screen reader is told of an input beyond its label. */
export const ariaOf = ({ describedBy, element, id, invalid, label, required }: ElementProps) => ({
  id,
  'aria-label':
    id === undefined
      ? label || placeholderOf(element) || KIND_NAMES[wordOf(element['type'])]
      : undefined,
  'aria-describedby': describedBy === '' ? undefined : describedBy,
  'aria-invalid': invalid === true ? 'true' : undefined,
  'aria-required': required === true ? 'true' : undefined,
})

const KIND_NAMES: Readonly<Record<string, string>> = {
  static_select: 'Choose',
  external_select: 'Choose',
  users_select: 'Choose a person',
  conversations_select: 'Choose a conversation',
  channels_select: 'Choose a channel',
  datepicker: 'Date',
  timepicker: 'Time',
  datetimepicker: 'Date and time',
}

export const placeholderOf = (element: Json): string => textOf(element['placeholder'])

/** One thing that can be chosen, of whichever kind of select. */
export interface Choice {
  readonly key: string
  readonly text: string
  readonly description: string
  /** What the state holds when it is chosen: an option, or an id. */
  readonly value: unknown
}

interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

const choiceOf = (option: Json): Choice => ({
  key: wordOf(option['value']),
  text: optionText(option),
  description: textOf(option['description']),
  value: option,
})

/** Options, or groups of options, as one list of groups; those without a name stand under an empty one. */
export function groupsOf(options: unknown, groups: unknown): readonly ChoiceGroup[] {
  const grouped = [...listOf(groups), ...listOf(options)].map(jsonOf)
  return grouped.some((one) => Array.isArray(one['options']))
    ? grouped.map((group) => ({
        label: textOf(group['label']),
        choices: jsonsOf(group['options']).map(choiceOf),
      }))
    : [{ label: '', choices: grouped.map(choiceOf) }]
}

const choice = (id: string, text: string): Choice => ({
  key: id,
  text,
  description: '',
  value: id,
})

/** What a select offers that has its choices by itself or from the workspace. */
export function offered(element: Json, { conversations, people }: Reader): readonly ChoiceGroup[] {
  const type = wordOf(element['type']).replace('multi_', '')
  if (type === 'users_select') {
    return [
      {
        label: '',
        choices: [...people.values()].map(({ id, name, realName }) => choice(id, realName || name)),
      },
    ]
  }
  if (type === 'static_select') return groupsOf(element['options'], element['option_groups'])
  const include = listOf(jsonOf(element['filter'])['include'])
  const wanted = [...conversations.values()].filter(({ kind }) =>
    type === 'channels_select'
      ? kind === 'channel'
      : include.length === 0 || include.includes(kind === 'im' ? 'im' : 'public'),
  )
  const choices = wanted.map(({ id, kind, name }) =>
    choice(id, kind === 'channel' ? `#${name}` : name),
  )
  return [{ label: '', choices }]
}

/** The key of what is held: an option's value, or the id itself. */
export const keyOf = (held: unknown): string =>
  typeof held === 'string' ? held : wordOf(jsonOf(held)['value'])
