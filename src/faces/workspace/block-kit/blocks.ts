import { IMAGE_ELEMENT, elementOf, imageFields } from './elements.ts'
import { BLOCK_SURFACES, LIMITS } from './limits.ts'
import type { BlockType, Surface } from './limits.ts'
import { RICH_TEXT, richText } from './rich-text.ts'
import { FORMS, flag, list, object, text, typed, whole, word } from './shape.ts'
import type { Fields, ObjectShape, Shape } from './shape.ts'
import { TABLES } from './tables.ts'
import { anyText, plainText } from './text-objects.ts'

const named: Fields = { block_id: text(LIMITS.block_id) }
const image = typed({ image: IMAGE_ELEMENT })

const card = object(
  {},
  {
    ...named,
    hero_image: image,
    icon: image,
    title: anyText(LIMITS['card.title']),
    subtitle: anyText(LIMITS['card.subtitle']),
    body: anyText(LIMITS['card.body']),
    actions: list(elementOf('card'), LIMITS['card.actions']),
  },
  { rule: 'some-of', fields: ['hero_image', 'title', 'actions', 'body'] },
)

const taskCard = object(
  { task_id: text(), title: text(), status: word('pending', 'in_progress', 'complete', 'error') },
  {
    ...named,
    details: richText,
    output: richText,
    sources: list(typed({ url: object({ url: text(LIMITS.url, FORMS.link), text: text() }) })),
  },
)

const PLAIN_BLOCKS = {
  ...TABLES,
  rich_text: RICH_TEXT,
  section: object(
    {},
    {
      ...named,
      text: anyText(LIMITS['section.text']),
      fields: list(anyText(LIMITS['section.field']), LIMITS['section.fields']),
      accessory: elementOf('section'),
      expand: flag,
    },
    { rule: 'some-of', fields: ['text', 'fields'] },
  ),
  header: object(
    { text: plainText(LIMITS['header.text']) },
    { ...named, level: whole(LIMITS['header.level']) },
  ),
  context: object({ elements: list(elementOf('context'), LIMITS['context.elements']) }, named),
  divider: object({}, named),
  actions: object({ elements: list(elementOf('actions'), LIMITS['actions.elements']) }, named),
  input: object(
    { label: plainText(LIMITS['input.label']), element: elementOf('input') },
    {
      ...named,
      hint: plainText(LIMITS['input.hint']),
      optional: flag,
      dispatch_action: flag,
    },
  ),
  image: object(
    { alt_text: text(LIMITS['image.alt_text']) },
    { ...named, ...imageFields, title: plainText(LIMITS['image.title']) },
    { rule: 'one-of', fields: ['image_url', 'slack_file'] },
  ),
  markdown: object({ text: text() }, named),
  context_actions: object(
    { elements: list(elementOf('context_actions'), LIMITS['context_actions.elements']) },
    named,
  ),
  video: object(
    {
      video_url: text(LIMITS.url, FORMS.secure),
      thumbnail_url: text(LIMITS.url, FORMS.web),
      alt_text: text(LIMITS['image.alt_text']),
      title: plainText(LIMITS['video.title']),
    },
    {
      ...named,
      title_url: text(LIMITS.url, FORMS.secure),
      author_name: text(LIMITS['video.author_name']),
      provider_name: text(),
      provider_icon_url: text(LIMITS.url, FORMS.web),
      description: plainText(LIMITS.text),
    },
  ),
  file: object({ external_id: text(), source: word('remote') }, named),
  alert: object(
    { text: anyText(LIMITS.text) },
    { ...named, level: word('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: object({ elements: list(typed({ card }), LIMITS['carousel.elements']) }, named),
  task_card: taskCard,
  plan: object({ title: text() }, { ...named, tasks: list(typed({ task_card: taskCard })) }),
} as const satisfies Readonly<Record<Exclude<BlockType, 'container'>, ObjectShape>>

const surfacesOf = (type: string): readonly Surface[] =>
  Object.entries(BLOCK_SURFACES).find(([name]) => name === type)?.[1] ?? []

const { actions, context, divider, header, input, rich_text, section, table, video } = PLAIN_BLOCKS

const container = object(
  {
    child_blocks: list(
      typed(
        {
          actions,
          context,
          divider,
          header,
          image: PLAIN_BLOCKS.image,
          input,
          rich_text,
          section,
          table,
          video,
        },
        surfacesOf,
      ),
      LIMITS['container.child_blocks'],
    ),
  },
  {
    ...named,
    title: plainText(LIMITS['container.title']),
    rich_text_title: richText,
    subtitle: anyText(LIMITS['container.subtitle']),
    icon: image,
    width: word('narrow', 'standard', 'wide', 'full'),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  },
  { rule: 'some-of', fields: ['title', 'rich_text_title'] },
)

/** Any block, on the surfaces where it may stand. */
export const block: Shape = typed({ ...PLAIN_BLOCKS, container }, surfacesOf)
