// Every block and element that the page draws, as a bot would send them; names of people and places are made up.

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const option = (text: string, value: string, description?: string) => ({
  text: plain(text),
  value,
  ...(description === undefined ? {} : { description: plain(description) }),
})

const OPTIONS = [
  option('Aleppo', 'aleppo', 'City and province'),
  option('Homs', 'homs'),
  option('Idlib', 'idlib'),
]

/** 2016-04-28 12:30 UTC. */
const MOMENT = 1_461_846_600

export const TEXT_BLOCKS: readonly Record<string, unknown>[] = [
  { type: 'header', text: plain('Aleppo, this week :newspaper:') },
  {
    type: 'section',
    text: mrkdwn(
      `*Bold*, _italic_, ~struck~, \`code\` and <https://example.org/a?b=1&amp;c=2|a link>; <!date^${MOMENT}^{date_short} at {time}|28 April>.\n&gt; quoted <!here>\n\`\`\`two\n  lines\`\`\``,
    ),
    accessory: { type: 'button', action_id: 'open', text: plain('Open'), value: '1' },
  },
  {
    type: 'section',
    fields: [mrkdwn('*Outlet*\nAl Jazeera'), mrkdwn('*Day*\n28 April 2016')],
    accessory: {
      type: 'overflow',
      action_id: 'overflow',
      options: [option('Copy', 'copy'), option('Hide', 'hide')],
    },
  },
  { type: 'divider' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich: ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'text', text: ' and ' },
          { type: 'text', text: '<b>not markup</b> & *plain*', style: { italic: true } },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'https://example.org/', text: 'link' },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'javascript:alert(1)', text: 'no link' },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'dove_of_peace', unicode: '1f54a' },
          { type: 'broadcast', range: 'here' },
          { type: 'text', text: ' ' },
          { type: 'color', value: '#2f5d7c' },
          { type: 'text', text: ' ' },
          { type: 'date', timestamp: MOMENT, format: '{date_long} at {time}', fallback: 'then' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        offset: 2,
        elements: ['third', 'fourth'].map((text) => ({
          type: 'rich_text_section',
          elements: [{ type: 'text', text }],
        })),
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 1,
        border: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a part' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a rich quote' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'kept   as it is' }] },
    ],
  },
  {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Source' },
        { type: 'raw_text', text: 'Killed' },
      ],
      [
        { type: 'raw_text', text: 'Syrian Observatory for Human Rights' },
        { type: 'raw_text', text: 'at least 145' },
      ],
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [{ type: 'text', text: 'State media', style: { bold: true } }],
            },
          ],
        },
        { type: 'raw_text', text: '118' },
      ],
    ],
  },
  { type: 'context', elements: [mrkdwn('Al Jazeera · 28 April 2016'), plain('paragraph 4')] },
]

export const ACTION_BLOCK = {
  type: 'actions',
  block_id: 'actions',
  elements: [
    { type: 'button', action_id: 'share', text: plain('Share'), style: 'primary', value: 's' },
    {
      type: 'button',
      action_id: 'delete',
      text: plain('Delete'),
      style: 'danger',
      value: 'd',
      confirm: {
        title: plain('Delete this?'),
        text: mrkdwn('It *cannot* be undone.'),
        confirm: plain('Delete it'),
        deny: plain('Keep it'),
        style: 'danger',
      },
    },
    { type: 'static_select', action_id: 'place', placeholder: plain('A place'), options: OPTIONS },
    { type: 'datepicker', action_id: 'day', initial_date: '2016-04-28' },
  ],
}

const input = (
  id: string,
  label: string,
  element: Record<string, unknown>,
  rest: Record<string, unknown> = {},
) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: id, ...element },
  optional: true,
  ...rest,
})

export const INPUT_BLOCKS = [
  input(
    'question',
    'Question',
    { type: 'plain_text_input', placeholder: plain('casualties aleppo'), min_length: 3 },
    { optional: false, hint: plain('As you would say it') },
  ),
  input('notes', 'Notes', { type: 'plain_text_input', multiline: true }),
  input('city', 'City', { type: 'static_select', options: OPTIONS, initial_option: OPTIONS[1] }),
  input('cities', 'Cities', { type: 'multi_static_select', options: OPTIONS }),
  input('outlet', 'Outlet', { type: 'external_select', min_query_length: 1 }),
  input('who', 'Who', { type: 'users_select' }),
  input('where', 'Where', { type: 'conversations_select' }),
  input('harm', 'Harm', { type: 'checkboxes', options: OPTIONS }),
  input('side', 'Side', { type: 'radio_buttons', options: OPTIONS }),
  input('day', 'Day', { type: 'datepicker' }),
  input('hour', 'Hour', { type: 'timepicker', initial_time: '09:30' }),
  input('moment', 'Moment', { type: 'datetimepicker', initial_date_time: MOMENT }),
  input('number', 'Number', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
  input('email', 'Email', { type: 'email_text_input' }),
  input('address', 'Address', { type: 'url_text_input' }),
]

export const FORM = {
  type: 'modal',
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: INPUT_BLOCKS,
}
