import { html } from 'htm/preact'
import type { ComponentType, VNode } from 'preact'
import { ImageElement } from '../blocks/image.ts'
import { wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { Button, Overflow } from './buttons.ts'
import { Checkboxes, MultiSelect, Radios } from './choices.ts'
import { DatePicker, DateTimePicker, FileInput, TextInput } from './fields.ts'
import { ExternalSelect, Select } from './selects.ts'

/** An element and where it stands. */
export interface ElementProps {
  readonly element: Json
  readonly blockId: string
  /** Tells the bot at once when it is changed. */
  readonly instant: boolean
  /** Of an input: the id that its label points to. */
  readonly id?: string
  /** What it is called, where no label points to it. */
  readonly label?: string
  readonly describedBy?: string
  readonly invalid?: boolean
  readonly required?: boolean
}

const DRAWN: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  overflow: Overflow,
  image: ({ element }) => html`<${ImageElement} element=${element} />`,
  static_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  external_select: ExternalSelect,
  multi_static_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_conversations_select: MultiSelect,
  multi_channels_select: MultiSelect,
  multi_external_select: ExternalSelect,
  checkboxes: Checkboxes,
  radio_buttons: Radios,
  datepicker: DatePicker,
  timepicker: DatePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  rich_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  file_input: FileInput,
}

export function Element(props: ElementProps): VNode {
  const drawn = DRAWN[wordOf(props.element['type'])]
  return drawn === undefined
    ? html`<span class="quiet">An element of the type “${wordOf(props.element['type'])}” can’t be displayed here.</span>`
    : html`<${drawn} ...${props} />`
}
