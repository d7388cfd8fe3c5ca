import { acting, placeholder } from './choices.ts'
import { LIMITS } from './limits.ts'
import { richText } from './rich-text.ts'
import { FORMS, flag, list, maybeEmpty, object, text, whole, word } from './shape.ts'
import type { Fields, ObjectShape } from './shape.ts'

/** Elements into which something is written, and pickers of days and hours. */

const picking: Fields = { ...acting, focus_on_load: flag }

const writing: Fields = {
  action_id: text(LIMITS.action_id),
  placeholder,
  focus_on_load: flag,
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(word('on_enter_pressed', 'on_character_entered')) },
  ),
}

const lines = whole(LIMITS['rich_text_input.lines'])

export const INPUTS = {
  datepicker: object({}, { ...picking, placeholder, initial_date: text(undefined, FORMS.date) }),
  timepicker: object(
    {},
    { ...picking, placeholder, initial_time: text(undefined, FORMS.time), timezone: text() },
  ),
  datetimepicker: object(
    {},
    { ...picking, initial_date_time: whole(LIMITS['datetimepicker.initial_date_time']) },
  ),
  plain_text_input: object(
    {},
    {
      ...writing,
      initial_value: text(LIMITS['plain_text_input.initial_value']),
      multiline: flag,
      min_length: whole(LIMITS['plain_text_input.min_length']),
      max_length: whole(LIMITS['plain_text_input.max_length']),
    },
    { rule: 'in-order', low: 'min_length', high: 'max_length' },
  ),
  rich_text_input: object(
    {},
    { ...writing, initial_value: richText, min_lines: lines, max_lines: lines },
    { rule: 'in-order', low: 'min_lines', high: 'max_lines' },
  ),
  number_input: object(
    { is_decimal_allowed: flag },
    {
      ...writing,
      initial_value: text(undefined, FORMS.number),
      min_value: text(undefined, FORMS.number),
      max_value: text(undefined, FORMS.number),
    },
    { rule: 'in-order', low: 'min_value', high: 'max_value' },
  ),
  email_text_input: object({}, { ...writing, initial_value: maybeEmpty }),
  url_text_input: object({}, { ...writing, initial_value: maybeEmpty }),
  file_input: object(
    {},
    {
      action_id: text(LIMITS.action_id),
      filetypes: list(text()),
      max_files: whole(LIMITS['file_input.max_files']),
    },
  ),
} as const satisfies Readonly<Record<string, ObjectShape>>
