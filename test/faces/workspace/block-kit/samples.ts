import type {
  BlockType,
  ElementType,
  Holder,
} from '../../../../src/faces/workspace/block-kit/limits.ts'

// One of each block and element that Slack takes, with every field it may have.

export type Sample = Readonly<Record<string, unknown>>

export const plain = (text = 'words'): Sample => ({ type: 'plain_text', text, emoji: false })
export const mrkdwn = (text = 'words'): Sample => ({ type: 'mrkdwn', text, verbatim: true })

const option: Sample = { text: plain(), value: 'one', description: plain() }
const confirm: Sample = {
  title: plain(),
  text: mrkdwn(),
  confirm: plain('Yes'),
  deny: plain('No'),
  style: 'danger',
}
const acting: Sample = { action_id: 'act', confirm }
const selecting: Sample = { ...acting, placeholder: plain(), focus_on_load: true }
const writing: Sample = {
  action_id: 'act',
  placeholder: plain(),
  focus_on_load: true,
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
}
const filter: Sample = { include: ['public'], exclude_bot_users: true }
const verdict: Sample = { text: plain(), value: 'good', accessibility_label: 'good' }
const style: Sample = { bold: true, italic: false, strike: true, code: true, underline: true }
const section: Sample = {
  type: 'rich_text_section',
  elements: [
    { type: 'text', text: 'words', style },
    { type: 'link', url: 'https://example.org', text: 'there', style },
    { type: 'emoji', name: 'wave' },
    { type: 'date', timestamp: 1_462_100_000, format: '{date_short}', fallback: '1 May' },
    { type: 'user', user_id: 'U1', style },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'channel', channel_id: 'C1' },
    { type: 'team', team_id: 'T1' },
    { type: 'broadcast', range: 'here' },
    { type: 'color', value: '#1f3a5f' },
  ],
}
const richText: Sample = {
  type: 'rich_text',
  elements: [
    section,
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 1,
      offset: 2,
      border: 1,
      elements: [section],
    },
    { type: 'rich_text_quote', border: 1, elements: [{ type: 'text', text: 'words' }] },
    { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: 'words' }] },
  ],
}
const image: Sample = {
  type: 'image',
  image_url: 'https://example.org/a.png',
  alt_text: 'A street',
}

export const ELEMENTS = {
  plain_text: plain(),
  mrkdwn: mrkdwn(),
  image,
  button: {
    type: 'button',
    text: plain(),
    ...acting,
    value: 'one',
    url: 'https://example.org',
    style: 'primary',
    accessibility_label: 'go',
  },
  workflow_button: {
    type: 'workflow_button',
    text: plain(),
    ...acting,
    workflow: {
      trigger: {
        url: 'https://slack.com/shortcuts/Ft1/x',
        customizable_input_parameters: [{ name: 'a', value: 'b' }],
      },
    },
  },
  overflow: {
    type: 'overflow',
    ...acting,
    options: [{ ...option, url: 'https://example.org' }],
  },
  checkboxes: {
    type: 'checkboxes',
    ...acting,
    options: [{ ...option, text: mrkdwn() }, option],
    initial_options: [option],
  },
  radio_buttons: { type: 'radio_buttons', ...acting, options: [option], initial_option: option },
  datepicker: { type: 'datepicker', ...selecting, initial_date: '2016-05-01' },
  timepicker: {
    type: 'timepicker',
    ...selecting,
    initial_time: '22:25',
    timezone: 'Asia/Damascus',
  },
  datetimepicker: { type: 'datetimepicker', ...acting, initial_date_time: 1_462_100_000 },
  static_select: { type: 'static_select', ...selecting, options: [option], initial_option: option },
  multi_static_select: {
    type: 'multi_static_select',
    ...selecting,
    max_selected_items: 2,
    option_groups: [{ label: plain(), options: [option] }],
    initial_options: [option],
  },
  external_select: {
    type: 'external_select',
    ...selecting,
    initial_option: option,
    min_query_length: 0,
  },
  multi_external_select: {
    type: 'multi_external_select',
    ...selecting,
    initial_options: [option],
    min_query_length: 3,
    max_selected_items: 1,
  },
  users_select: { type: 'users_select', ...selecting, initial_user: 'U1' },
  multi_users_select: { type: 'multi_users_select', ...selecting, initial_users: ['U1'] },
  conversations_select: {
    type: 'conversations_select',
    ...selecting,
    default_to_current_conversation: true,
    response_url_enabled: true,
    filter,
  },
  multi_conversations_select: {
    type: 'multi_conversations_select',
    ...selecting,
    initial_conversations: ['C1'],
    filter,
  },
  channels_select: { type: 'channels_select', ...selecting, initial_channel: 'C1' },
  multi_channels_select: { type: 'multi_channels_select', ...selecting, initial_channels: ['C1'] },
  plain_text_input: {
    type: 'plain_text_input',
    ...writing,
    initial_value: 'words',
    multiline: true,
    min_length: 1,
    max_length: 3_000,
  },
  rich_text_input: {
    type: 'rich_text_input',
    ...writing,
    initial_value: richText,
    min_lines: 1,
    max_lines: 100,
  },
  number_input: {
    type: 'number_input',
    ...writing,
    is_decimal_allowed: true,
    initial_value: '5',
    min_value: '-1.5',
    max_value: '10',
  },
  email_text_input: { type: 'email_text_input', ...writing, initial_value: 'a@example.org' },
  url_text_input: { type: 'url_text_input', ...writing, initial_value: 'https://example.org' },
  file_input: { type: 'file_input', action_id: 'act', filetypes: ['png'], max_files: 10 },
  feedback_buttons: {
    type: 'feedback_buttons',
    action_id: 'act',
    positive_button: verdict,
    negative_button: verdict,
  },
  icon_button: {
    type: 'icon_button',
    ...acting,
    icon: 'trash',
    text: plain(),
    value: 'one',
    accessibility_label: 'go',
    visible_to_user_ids: ['U1'],
  },
} as const satisfies Readonly<Record<ElementType, Sample>>

const card: Sample = {
  type: 'card',
  hero_image: image,
  icon: image,
  title: mrkdwn(),
  subtitle: mrkdwn(),
  body: mrkdwn(),
  actions: [{ type: 'button', text: plain(), action_id: 'go' }],
}
const taskCard: Sample = {
  type: 'task_card',
  task_id: 'one',
  title: 'Looking',
  details: richText,
  output: richText,
  sources: [{ type: 'url', url: 'https://example.org', text: 'there' }],
  status: 'in_progress',
}
const cells: readonly Sample[] = [
  { type: 'raw_text', text: 'Aleppo' },
  { type: 'raw_number', value: 253, text: '253' },
]
const points: readonly Sample[] = [{ label: 'May', value: 253 }]

export const BLOCKS = {
  section: {
    type: 'section',
    block_id: 'one',
    text: mrkdwn(),
    fields: [plain()],
    accessory: ELEMENTS.button,
    expand: true,
  },
  header: { type: 'header', block_id: 'one', text: plain(), level: 2 },
  context: { type: 'context', elements: [mrkdwn(), image] },
  divider: { type: 'divider', block_id: 'one' },
  actions: { type: 'actions', elements: [ELEMENTS.button] },
  input: {
    type: 'input',
    label: plain(),
    hint: plain(),
    optional: true,
    dispatch_action: true,
    element: ELEMENTS.plain_text_input,
  },
  image: { ...image, title: plain() },
  rich_text: richText,
  markdown: { type: 'markdown', text: '**words**' },
  table: {
    type: 'table',
    rows: [cells, [richText, { type: 'raw_text', text: ' ' }]],
    column_settings: [{ align: 'right', is_wrapped: true }, null],
  },
  data_table: {
    type: 'data_table',
    caption: 'The dead',
    rows: [cells, [richText, ...cells]],
    page_size: 5,
    row_header_column_index: 0,
  },
  card,
  carousel: { type: 'carousel', elements: [card] },
  alert: { type: 'alert', text: mrkdwn(), level: 'warning' },
  container: {
    type: 'container',
    title: plain(),
    rich_text_title: richText,
    subtitle: mrkdwn(),
    icon: image,
    width: 'wide',
    is_collapsible: true,
    default_collapsed: false,
    has_header_divider: false,
    child_blocks: [{ type: 'divider' }],
  },
  context_actions: { type: 'context_actions', elements: [ELEMENTS.feedback_buttons] },
  task_card: taskCard,
  plan: { type: 'plan', title: 'Plan', tasks: [taskCard] },
  video: {
    type: 'video',
    video_url: 'https://example.org/v',
    thumbnail_url: 'https://example.org/t.png',
    alt_text: 'A street',
    title: plain(),
    title_url: 'https://example.org',
    author_name: 'Reuters',
    provider_name: 'Example',
    provider_icon_url: 'https://example.org/i.png',
    description: plain(),
  },
  file: { type: 'file', external_id: 'one', source: 'remote' },
  data_visualization: {
    type: 'data_visualization',
    title: 'By month',
    chart: {
      type: 'bar',
      series: [{ name: 'Killed', data: points }],
      axis_config: { categories: ['May'], x_label: 'Month', y_label: 'People' },
    },
  },
} as const satisfies Readonly<Record<BlockType, Sample>>

export const PIE: Sample = {
  type: 'data_visualization',
  title: 'By month',
  chart: { type: 'pie', segments: points },
}

export const MODAL: Sample = {
  type: 'modal',
  title: plain(),
  submit: plain(),
  close: plain(),
  private_metadata: '',
  callback_id: 'one',
  external_id: '',
  clear_on_close: true,
  notify_on_close: true,
  blocks: [BLOCKS.input],
}

export const HOME: Sample = {
  type: 'home',
  private_metadata: '',
  callback_id: 'one',
  external_id: 'two',
  blocks: [BLOCKS.section],
}

export const SURFACES = ['message', 'modal', 'home'] as const

export const BLOCK_TYPES = Object.keys(BLOCKS).filter((type): type is BlockType => type in BLOCKS)

export const ELEMENT_TYPES = Object.keys(ELEMENTS).filter(
  (type): type is ElementType => type in ELEMENTS,
)

/** A block that holds the element. */
export const HOLDING: Readonly<Record<Holder, (element: Sample) => Sample>> = {
  section: (accessory) => ({ type: 'section', text: plain(), accessory }),
  actions: (element) => ({ type: 'actions', elements: [element] }),
  input: (element) => ({ type: 'input', label: plain(), element }),
  context: (element) => ({ type: 'context', elements: [element] }),
  context_actions: (element) => ({ type: 'context_actions', elements: [element] }),
  card: (element) => ({ type: 'card', actions: [element] }),
}
