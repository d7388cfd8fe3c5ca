import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { jsonOf, jsonsOf, listOf, numberOf, wordOf, wordsOf } from '../json.ts'
import type { Json } from '../json.ts'
import { useReader } from '../reader.ts'
import { useSurface } from '../surface.ts'
import { ariaOf, placeholderOf, useHeld } from './common.ts'
import type { ElementProps } from './element.ts'

const TYPES: Readonly<Record<string, { readonly type: string; readonly mode: string }>> = {
  email_text_input: { type: 'email', mode: 'email' },
  url_text_input: { type: 'url', mode: 'url' },
  number_input: { type: 'text', mode: 'decimal' },
}

const typed = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement
    ? currentTarget.value
    : ''

/** Everything that is typed. The bot hears of it as it asked: at Enter, or at each character. */
export function TextInput(props: ElementProps): VNode {
  const { blockId, element, instant } = props
  const { hold, part } = useHeld({ ...props, instant: false })
  const { act } = useSurface()
  const rich = element['type'] === 'rich_text_input'
  const partWith = (text: string): Json =>
    rich ? { rich_text_value: richText(text) } : { value: text === '' ? null : text }
  const on = wordsOf(jsonOf(element['dispatch_action_config'])['trigger_actions_on'])
  const onInput = (event: Event): void => {
    const next = partWith(typed(event))
    hold(next)
    if (instant && on.includes('on_character_entered')) void act(blockId, element, next)
  }
  const multi = rich || element['multiline'] === true
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = on.length === 0 || on.includes('on_enter_pressed')
    if (event.key !== 'Enter' || (multi && !event.ctrlKey && !event.metaKey)) return
    if (!instant || !wanted) return
    event.preventDefault()
    void act(blockId, element, partWith(typed(event)))
  }
  const common = {
    ...ariaOf(props),
    value: rich ? plainOfRich(part['rich_text_value']) : wordOf(part['value']),
    placeholder: placeholderOf(element),
    maxlength: numberOf(element['max_length']) ?? undefined,
    autofocus: element['focus_on_load'] === true,
    onInput,
    onKeyDown,
  }
  if (multi) return html`<textarea rows="4" ...${common} />`
  const { mode, type } = TYPES[wordOf(element['type'])] ?? { type: 'text', mode: 'text' }
  return html`<input type=${type} inputmode=${mode} autocomplete="off" ...${common} />`
}

const richText = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})

const plainOfRich = (value: unknown): string =>
  jsonsOf(jsonOf(value)['elements'])
    .flatMap((section) => jsonsOf(section['elements']))
    .map((leaf) => wordOf(leaf['text']))
    .join('')

/** A date or a time of day. */
export function DatePicker(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const time = props.element['type'] === 'timepicker'
  const field = time ? 'selected_time' : 'selected_date'
  return html`<input
    ...${ariaOf(props)}
    class="date"
    type=${time ? 'time' : 'date'}
    value=${wordOf(part[field])}
    onChange=${(event: Event) => hold({ [field]: typed(event) || null })}
  />`
}

/** A moment, in the reader's zone. */
export function DateTimePicker(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const { zone } = useReader().clock
  const seconds = numberOf(part['selected_date_time'])
  const change = (event: Event): void => {
    const written = typed(event)
    hold({ selected_date_time: written === '' ? null : secondsAt(written, zone) })
  }
  return html`<input
    ...${ariaOf(props)}
    class="date"
    type="datetime-local"
    value=${seconds === null ? '' : wallTime(seconds, zone)}
    onChange=${change}
  />`
}

/** `2016-04-28T09:30` on the clocks of a zone. */
function wallTime(seconds: number, zone: string): string {
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(seconds * 1_000)
  return written.replace(' ', 'T')
}

/** The moment at which a zone's clocks show a time: guessed as if in UTC, then moved by what it is off. */
export function secondsAt(written: string, zone: string): number {
  const wanted = Date.parse(`${written}Z`) / 1_000
  let guess = wanted
  for (let round = 0; round < 2; round += 1) {
    guess += wanted - Date.parse(`${wallTime(guess, zone)}Z`) / 1_000
  }
  return guess
}

/** Names and sizes of the files that somebody chose. */
export function FileInput(props: ElementProps): VNode {
  const { hold, part } = useHeld(props)
  const max = numberOf(props.element['max_files']) ?? 10
  const accept = wordsOf(props.element['filetypes']).map((type) => `.${type}`)
  const change = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return
    const files = [...(currentTarget.files ?? [])].slice(0, max)
    hold({
      files: files.map(({ name, size, type }) => ({ name, title: name, size, mimetype: type })),
    })
  }
  return html`<div>
    <input ...${ariaOf(props)} type="file" multiple=${max > 1} accept=${accept.join(',') || undefined} onChange=${change} />
    <p class="hint">${listOf(part['files']).length} chosen, at most ${max}.</p>
  </div>`
}
