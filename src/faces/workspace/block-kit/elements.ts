import { CHOICES, acting, confirm } from './choices.ts'
import { INPUTS } from './inputs.ts'
import { ELEMENT_PLACES, LIMITS } from './limits.ts'
import type { ElementType, Holder, Surface } from './limits.ts'
import { FORMS, list, object, text, typed, word } from './shape.ts'
import type { Fields, ObjectShape, Shape } from './shape.ts'
import { TEXT_ELEMENTS, plainText } from './text-objects.ts'

const label = { accessibility_label: text(LIMITS['button.accessibility_label']) }
const value = text(LIMITS['button.value'])
const shown = plainText(LIMITS['button.text'])
const style = word('primary', 'danger')

const verdict = object({ text: shown, value }, label)

/** An image is at an address, or a file of Slack's. */
export const imageFields: Fields = {
  image_url: text(LIMITS['image.image_url'], FORMS.web),
  slack_file: object({}, { id: text(), url: text() }, { rule: 'one-of', fields: ['id', 'url'] }),
}

export const IMAGE_ELEMENT = object({ alt_text: text(LIMITS['image.alt_text']) }, imageFields, {
  rule: 'one-of',
  fields: ['image_url', 'slack_file'],
})

const ELEMENTS: Readonly<Record<ElementType, ObjectShape>> = {
  ...TEXT_ELEMENTS,
  ...CHOICES,
  ...INPUTS,
  image: IMAGE_ELEMENT,
  button: object(
    { text: shown },
    { ...acting, ...label, value, style, url: text(LIMITS['button.url'], FORMS.link) },
  ),
  workflow_button: object(
    {
      text: shown,
      workflow: object({
        trigger: object(
          { url: text(LIMITS.url, FORMS.link) },
          { customizable_input_parameters: list(object({ name: text(), value: text() })) },
        ),
      }),
    },
    { action_id: text(LIMITS.action_id), confirm, style, ...label },
  ),
  feedback_buttons: object(
    { positive_button: verdict, negative_button: verdict },
    { action_id: text(LIMITS.action_id) },
  ),
  icon_button: object(
    { icon: word('trash'), text: shown },
    { ...acting, ...label, value, visible_to_user_ids: list(text()) },
  ),
}

const placeOf = (type: string) =>
  Object.entries(ELEMENT_PLACES).find(([name]) => name === type)?.[1] ?? { on: [], in: [] }

const standsIn = (type: string, holder: Holder): boolean =>
  placeOf(type).in.some((one) => one === holder)

/** Any of the elements that a block may hold, each on its surfaces. */
export const elementOf = (holder: Holder): Shape =>
  typed(
    Object.fromEntries(Object.entries(ELEMENTS).filter(([type]) => standsIn(type, holder))),
    (type): readonly Surface[] => placeOf(type).on,
  )
