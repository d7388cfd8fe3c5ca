import { LIMITS } from './limits.ts'
import { flag, object, text } from './shape.ts'
import type { Fields, ObjectShape } from './shape.ts'
import { plainText } from './text-objects.ts'

/** Views without their blocks, which are checked as on any surface. */

const common: Fields = {
  private_metadata: text(LIMITS['view.private_metadata']),
  callback_id: text(LIMITS['view.callback_id']),
  external_id: text(LIMITS['view.external_id']),
}

export const VIEWS = {
  modal: object(
    { title: plainText(LIMITS['view.title']) },
    {
      ...common,
      submit: plainText(LIMITS['view.submit']),
      close: plainText(LIMITS['view.close']),
      clear_on_close: flag,
      notify_on_close: flag,
    },
  ),
  home: object({}, common),
} as const satisfies Readonly<Record<string, ObjectShape>>
