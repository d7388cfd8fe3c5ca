import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { KINDS, optionText } from '../input-state.ts'
import { jsonOf, jsonsOf, listOf, numberOf, wordOf } from '../json.ts'
import { useReader } from '../reader.ts'
import { useSurface } from '../surface.ts'
import { Chips, drawOption } from './choices.ts'
import { ariaOf, groupsOf, keyOf, offered, placeholderOf, useHeld } from './common.ts'
import type { Choice } from './common.ts'
import type { ElementProps } from './element.ts'

/** A select of one: the browser's own, which every keyboard and screen reader knows. */
export function Select(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const { channel } = useSurface()
  const groups = offered(props.element, useReader())
  const choices = groups.flatMap(({ choices: own }) => own)
  const field = KINDS[wordOf(props.element['type'])]?.field ?? ''
  const current = keyOf(part[field])
  const here = props.element['default_to_current_conversation'] === true ? channel : null
  useEffect(() => {
    if (current === '' && here !== null && !props.instant) hold({ [field]: here })
  }, [])
  const change = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return
    const { value } = event.currentTarget
    hold({ [field]: choices.find(({ key }) => key === value)?.value ?? null })
  }
  return html`<select ...${ariaOf(props)} class="select" value=${current} onChange=${change}>
    ${
      (current === '' || props.required === false) &&
      html`<option value="">${placeholderOf(props.element) || 'Choose …'}</option>`
    }
    ${groups.map((group) =>
      group.label === ''
        ? group.choices.map(drawOption)
        : html`<optgroup label=${group.label}>${group.choices.map(drawOption)}</optgroup>`,
    )}
  </select>`
}

/** Slack waits for that many characters before it asks the bot. */
const MIN_QUERY = 3
const PAUSE_MS = 200

/** A select that asks the bot for its choices, of one or of several. */
export function ExternalSelect(props: ElementProps): VNode {
  const { blockId, element } = props
  const { hold, part } = useHeld(props)
  const { askOptions, optionsFor } = useSurface()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useId()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const actionId = wordOf(element['action_id'])
  const multi = wordOf(element['type']).startsWith('multi_')
  const min = numberOf(element['min_query_length']) ?? MIN_QUERY
  const asking = open && query.length >= min
  useEffect(() => {
    if (!asking) return undefined
    timer.current = setTimeout(() => void askOptions(blockId, actionId, query), PAUSE_MS)
    return () => clearTimeout(timer.current)
  }, [asking, query])
  const held = jsonsOf(multi ? part['selected_options'] : listOf([part['selected_option']]))
  const answered = asking ? optionsFor(actionId, query) : null
  const choices = groupsOf(answered ?? [], null).flatMap((group) => group.choices)
  const take = ({ value }: Choice): void => {
    hold(
      multi
        ? { selected_options: [...held.filter((one) => keyOf(one) !== keyOf(value)), value] }
        : { selected_option: value },
    )
    setQuery('')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = choices[at]
    if (event.key === 'ArrowDown') setAt(Math.max(0, Math.min(at + 1, choices.length - 1)))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && asking) {
      // Nothing to take yet: it is not for the form either.
      if (choice !== undefined) take(choice)
    } else if (event.key === 'Escape' && asking) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const single = multi || open ? '' : optionText(jsonOf(held[0]))
  return html`<div class="external">
    ${
      multi &&
      html`<${Chips}
      choices=${held.map((option) => ({ key: keyOf(option), text: optionText(option), description: '', value: option }))}
      onDrop=${(key: string) => hold({ selected_options: held.filter((one) => keyOf(one) !== key) })}
    />`
    }
    <input
      ...${ariaOf(props)}
      type="text"
      role="combobox"
      autocomplete="off"
      aria-expanded=${asking}
      aria-controls=${list}
      aria-activedescendant=${asking && choices.length > 0 ? `${list}-${at}` : undefined}
      placeholder=${placeholderOf(element) || (min > 1 ? `Type ${min} letters or more` : 'Type to find')}
      value=${open ? query : single}
      onFocus=${() => setOpen(true)}
      onBlur=${() => setOpen(false)}
      onInput=${(event: Event) => {
        if (event.currentTarget instanceof HTMLInputElement) setQuery(event.currentTarget.value)
        setOpen(true)
        setAt(0)
      }}
      onKeyDown=${onKeyDown}
    />
    <ul id=${list} class="options" role="listbox" aria-label="Choices" hidden=${!asking}>
      ${answered === null && html`<li class="quiet" role="option" aria-disabled="true" aria-selected="false">Looking …</li>`}
      ${answered !== null && choices.length === 0 && html`<li class="quiet" role="option" aria-disabled="true" aria-selected="false">Nothing found.</li>`}
      ${choices.map(
        (choice, index) => html`<li
          key=${choice.key}
          id=${`${list}-${index}`}
          role="option"
          aria-selected=${index === at}
          onMouseDown=${(event: Event) => {
            event.preventDefault()
            take(choice)
          }}
        >
          ${choice.text} ${choice.description !== '' && html`<small class="quiet">${choice.description}</small>`}
        </li>`,
      )}
    </ul>
  </div>`
}
