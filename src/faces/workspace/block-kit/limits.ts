/**
 * What Slack takes, in one table: how long, how many, how large, and what may stand where. Taken from the
 * Block Kit reference; where its pages disagree, the stricter number is kept.
 */

export type Surface = 'message' | 'modal' | 'home'

export interface Limit {
  readonly unit: 'characters' | 'items' | 'value' | 'bytes'
  readonly least: number
  readonly most: number
}

const characters = (most: number, least = 1): Limit => ({ unit: 'characters', least, most })
const items = (most: number, least = 1): Limit => ({ unit: 'items', least, most })
const value = (least: number, most: number): Limit => ({ unit: 'value', least, most })

export const LIMITS = {
  'message.blocks': items(50, 0),
  'message.attachments': items(100, 0),
  'message.tables': items(1, 0),
  'message.data_visualizations': items(2, 0),
  /** `chat.update`, `chat.postEphemeral` and `chat.scheduleMessage`; a longer text of `chat.postMessage` is cut. */
  'message.text': characters(4_000, 0),
  'message.markdown_text': characters(12_000, 0),
  /**
   * Over all blocks of one `chat.postMessage`. Not documented: posts were refused from about 11,000 on. Markdown
   * and tables are not counted here, they have totals of their own.
   */
  'message.characters': characters(11_000, 0),
  'message.markdown.characters': characters(12_000, 0),
  'message.table.characters': characters(10_000, 0),

  'modal.blocks': items(100),
  'home.blocks': items(100),
  'view.title': characters(24),
  'view.submit': characters(24),
  'view.close': characters(24),
  'view.private_metadata': characters(3_000, 0),
  'view.callback_id': characters(255, 0),
  'view.external_id': characters(255, 0),
  'view.bytes': { unit: 'bytes', least: 0, most: 250_000 },

  block_id: characters(255),
  action_id: characters(255),
  text: characters(3_000),
  url: characters(3_000),

  'section.text': characters(3_000),
  'section.fields': items(10),
  'section.field': characters(2_000),
  'header.text': characters(150),
  'header.level': value(1, 4),
  'context.elements': items(10),
  'actions.elements': items(25),
  'input.label': characters(2_000),
  'input.hint': characters(2_000),
  'image.image_url': characters(3_000),
  'image.alt_text': characters(2_000),
  'image.title': characters(2_000),
  'video.title': characters(199),
  'video.author_name': characters(49),
  'context_actions.elements': items(5),

  'rich_text_list.indent': value(0, 8),
  'rich_text.border': value(0, 1),

  'table.rows': items(100),
  'table.cells': items(20),
  'table.column_settings': items(20, 0),
  'data_table.rows': items(101, 2),
  'data_table.cells': items(20),
  'data_table.page_size': value(1, 100),
  'data_table.row_header_column_index': value(0, 19),

  'card.title': characters(150),
  'card.subtitle': characters(150),
  'card.body': characters(200),
  'card.actions': items(2),
  'carousel.elements': items(10),
  'container.title': characters(150),
  'container.subtitle': characters(150),
  'container.child_blocks': items(10),
  'data_visualization.title': characters(50),
  'data_visualization.series': items(6),
  'data_visualization.points': items(20),
  'data_visualization.segments': items(6),

  'button.text': characters(75),
  'button.value': characters(2_000),
  'button.url': characters(3_000),
  'button.accessibility_label': characters(75),
  'confirm.title': characters(100),
  'confirm.text': characters(300),
  'confirm.confirm': characters(30),
  'confirm.deny': characters(30),
  'option.text': characters(75),
  'option.value': characters(150),
  'option.description': characters(75),
  'option.url': characters(3_000),
  'option_group.label': characters(75),
  'option_group.options': items(100),
  'select.options': items(100),
  'select.option_groups': items(100),
  'select.max_selected_items': value(1, Infinity),
  'select.min_query_length': value(0, Infinity),
  'overflow.options': items(5),
  'radio_buttons.options': items(10),
  'checkboxes.options': items(10),
  placeholder: characters(150),
  'plain_text_input.initial_value': characters(3_000, 0),
  'plain_text_input.min_length': value(0, 3_000),
  'plain_text_input.max_length': value(1, 3_000),
  'rich_text_input.lines': value(1, 100),
  'datetimepicker.initial_date_time': value(1_000_000_000, 9_999_999_999),
  'file_input.max_files': value(1, 10),
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS

/** `chat.postMessage` cuts a text here, without an error. */
export const TEXT_IS_CUT_AT = 40_000

const ALL: readonly Surface[] = ['message', 'modal', 'home']
const MESSAGE: readonly Surface[] = ['message']
const MODAL: readonly Surface[] = ['modal']

/** Where each block may stand. A remote file is shown in messages that are read, yet no app can post one. */
export const BLOCK_SURFACES = {
  actions: ALL,
  alert: ALL,
  card: MESSAGE,
  carousel: MESSAGE,
  container: ALL,
  context: ALL,
  context_actions: MESSAGE,
  data_table: MESSAGE,
  data_visualization: MESSAGE,
  divider: ALL,
  file: [],
  header: ALL,
  image: ALL,
  input: ALL,
  markdown: MESSAGE,
  plan: MESSAGE,
  rich_text: ALL,
  section: ALL,
  table: MESSAGE,
  task_card: MESSAGE,
  video: ALL,
} as const satisfies Readonly<Record<string, readonly Surface[]>>

export type BlockType = keyof typeof BLOCK_SURFACES

export type Holder = 'section' | 'actions' | 'input' | 'context' | 'context_actions' | 'card'

interface Standing {
  readonly on: readonly Surface[]
  readonly in: readonly Holder[]
}

const BESIDE: readonly Holder[] = ['section', 'actions']
const CHOICE: readonly Holder[] = ['section', 'actions', 'input']
const FIELD: readonly Holder[] = ['input']

/** On which surfaces, and in which blocks, each element may stand. */
export const ELEMENT_PLACES = {
  button: { on: ALL, in: ['section', 'actions', 'card'] },
  workflow_button: { on: MESSAGE, in: BESIDE },
  overflow: { on: ALL, in: BESIDE },
  image: { on: ALL, in: ['section', 'context'] },
  plain_text: { on: ALL, in: ['context'] },
  mrkdwn: { on: ALL, in: ['context'] },
  checkboxes: { on: ALL, in: CHOICE },
  radio_buttons: { on: ALL, in: CHOICE },
  datepicker: { on: ALL, in: CHOICE },
  timepicker: { on: ALL, in: CHOICE },
  datetimepicker: { on: ['message', 'modal'], in: ['actions', 'input'] },
  static_select: { on: ALL, in: CHOICE },
  external_select: { on: ALL, in: CHOICE },
  users_select: { on: ALL, in: CHOICE },
  conversations_select: { on: ALL, in: CHOICE },
  channels_select: { on: ALL, in: CHOICE },
  multi_static_select: { on: ALL, in: CHOICE },
  multi_external_select: { on: ALL, in: CHOICE },
  multi_users_select: { on: ALL, in: CHOICE },
  multi_conversations_select: { on: ALL, in: CHOICE },
  multi_channels_select: { on: ALL, in: CHOICE },
  plain_text_input: { on: ALL, in: FIELD },
  rich_text_input: { on: ['modal', 'home'], in: FIELD },
  number_input: { on: MODAL, in: FIELD },
  email_text_input: { on: MODAL, in: FIELD },
  url_text_input: { on: MODAL, in: FIELD },
  file_input: { on: MODAL, in: FIELD },
  feedback_buttons: { on: MESSAGE, in: ['context_actions'] },
  icon_button: { on: MESSAGE, in: ['context_actions'] },
} as const satisfies Readonly<Record<string, Standing>>

export type ElementType = keyof typeof ELEMENT_PLACES
