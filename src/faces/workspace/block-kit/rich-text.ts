import { LIMITS } from './limits.ts'
import { FORMS, flag, list, maybeEmpty, number, object, text, typed, whole, word } from './shape.ts'
import type { ObjectShape, Shape } from './shape.ts'

const style = object({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag })

const TEXT = object({ text: text() }, { style })
const LINK = object(
  { url: text(LIMITS.url, FORMS.link) },
  { text: maybeEmpty, unsafe: flag, style },
)

const LEAVES = {
  text: TEXT,
  link: LINK,
  emoji: object({ name: text() }, { unicode: text(), url: text(), style }),
  date: object(
    { timestamp: number, format: text() },
    { url: text(LIMITS.url, FORMS.link), fallback: text(), style },
  ),
  user: object({ user_id: text() }, { style }),
  usergroup: object({ usergroup_id: text() }, { style }),
  channel: object({ channel_id: text() }, { style }),
  team: object({ team_id: text() }, { style }),
  broadcast: object({ range: word('here', 'channel', 'everyone') }, { style }),
  color: object({ value: text(undefined, FORMS.colour) }, { style }),
} as const satisfies Readonly<Record<string, ObjectShape>>

const leaves = list(typed(LEAVES))
const border = whole(LIMITS['rich_text.border'])
const SECTION = object({ elements: leaves })

export const RICH_TEXT = object(
  {
    elements: list(
      typed({
        rich_text_section: SECTION,
        rich_text_list: object(
          {
            elements: list(typed({ rich_text_section: SECTION })),
            style: word('bullet', 'ordered'),
          },
          {
            indent: whole(LIMITS['rich_text_list.indent']),
            offset: whole({ unit: 'value', least: 0, most: Infinity }),
            border,
          },
        ),
        rich_text_quote: object({ elements: leaves }, { border }),
        rich_text_preformatted: object(
          { elements: list(typed({ text: TEXT, link: LINK })) },
          { border },
        ),
      }),
    ),
  },
  { block_id: text(LIMITS.block_id) },
)

/** A whole rich text within something else: a cell, the start of an input. */
export const richText: Shape = typed({ rich_text: RICH_TEXT })
