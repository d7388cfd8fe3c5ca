import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { TextObject } from '../blocks/text-object.ts'
import { KINDS } from '../input-state.ts'
import { isJson, jsonsOf, listOf, numberOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { useReader } from '../reader.ts'
import { ariaOf, keyOf, offered, placeholderOf, useHeld } from './common.ts'
import type { Choice } from './common.ts'
import type { ElementProps } from './element.ts'

interface TickProps {
  readonly type: 'checkbox' | 'radio'
  readonly group: string
  readonly option: Json
  readonly checked: boolean
  readonly onTick: () => void
}

const Tick = ({ checked, group, onTick, option, type }: TickProps): VNode =>
  html`<label class="tick">
    <input type=${type} name=${group} checked=${checked} onChange=${onTick} />
    <span>
      <${TextObject} text=${option['text']} />
      ${
        isJson(option['description']) &&
        html`<small class="quiet"><${TextObject} text=${option['description']} /></small>`
      }
    </span>
  </label>`

const groupName = (props: ElementProps, role: 'group' | 'radiogroup') => ({
  role,
  id: props.id,
  'aria-labelledby': props.id === undefined ? undefined : `${props.id}-label`,
  'aria-label': props.id === undefined ? props.label || 'Choices' : undefined,
  'aria-describedby': props.describedBy || undefined,
})

export function Checkboxes(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const group = useId()
  const ticked = new Set(listOf(part['selected_options']).map(keyOf))
  const options = jsonsOf(props.element['options'])
  const toggle = (key: string): void => {
    const next = ticked.symmetricDifference(new Set([key]))
    hold({ selected_options: options.filter((option) => next.has(keyOf(option))) })
  }
  return html`<div class="ticks" ...${groupName(props, 'group')}>
    ${options.map((option) => {
      const key = keyOf(option)
      return html`<${Tick} key=${key} type="checkbox" group=${group} option=${option}
        checked=${ticked.has(key)} onTick=${() => toggle(key)} />`
    })}
  </div>`
}

export function Radios(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const group = useId()
  return html`<div class="ticks" ...${groupName(props, 'radiogroup')}>
    ${jsonsOf(props.element['options']).map((option) => {
      const key = keyOf(option)
      return html`<${Tick} key=${key} type="radio" group=${group} option=${option}
        checked=${keyOf(part['selected_option']) === key}
        onTick=${() => hold({ selected_option: option })} />`
    })}
  </div>`
}

/** A select of several: what is chosen stands as a list with crosses, the rest in a menu of its own kind. */
export function MultiSelect(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const groups = offered(props.element, useReader())
  const choices = groups.flatMap(({ choices: own }) => own)
  const field = KINDS[wordOf(props.element['type'])]?.field ?? ''
  const held = new Set(listOf(part[field]).map(keyOf))
  const max = numberOf(props.element['max_selected_items']) ?? Number.POSITIVE_INFINITY
  const set = (keys: ReadonlySet<string>): void =>
    hold({ [field]: choices.filter(({ key }) => keys.has(key)).map(({ value }) => value) })
  const add = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return
    set(held.union(new Set([event.currentTarget.value])))
    event.currentTarget.value = ''
  }
  return html`<div class="multi">
    <${Chips}
      choices=${choices.filter(({ key }) => held.has(key))}
      onDrop=${(key: string) => set(held.difference(new Set([key])))}
    />
    <select ...${ariaOf(props)} value="" disabled=${held.size >= max} onChange=${add}>
      <option value="">${placeholderOf(props.element) || 'Add …'}</option>
      ${groups.map((group) => {
        const left = group.choices.filter(({ key }) => !held.has(key)).map(drawOption)
        return group.label === '' ? left : html`<optgroup label=${group.label}>${left}</optgroup>`
      })}
    </select>
  </div>`
}

export const drawOption = ({ key, text }: Choice): VNode =>
  html`<option key=${key} value=${key}>${text}</option>`

interface ChipsProps {
  readonly choices: readonly Choice[]
  readonly onDrop: (key: string) => void
}

export const Chips = ({ choices, onDrop }: ChipsProps): VNode | false =>
  choices.length > 0 &&
  html`<ul class="chips">
    ${choices.map(
      ({ key, text }) => html`<li key=${key}>
        ${text}
        <button type="button" aria-label=${`Remove ${text}`} onClick=${() => onDrop(key)}>×</button>
      </li>`,
    )}
  </ul>`
