import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../../src/faces/workspace/block-kit/limits.ts'
import type {
  ElementType,
  Limit,
  LimitName,
  Surface,
} from '../../../../src/faces/workspace/block-kit/limits.ts'
import type { Problem, ProblemCode } from '../../../../src/faces/workspace/block-kit/problem.ts'
import {
  validateBlocks,
  validateMessage,
  validateView,
} from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, ELEMENTS, HOME, MODAL, PIE, mrkdwn, plain } from './samples.ts'
import type { Sample } from './samples.ts'

// Every line of the table of limits, at its ends and one beyond. A line without a place here does not compile.

interface Place {
  readonly pointer: string
  readonly code: ProblemCode
  /** What is wrong where the place holds that much. */
  readonly at: (size: number) => readonly Problem[]
}

/** The value with another one at a pointer. */
function put(value: unknown, steps: readonly string[], make: (old: unknown) => unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return make(value)
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (String(at) === step ? put(item, rest, make) : item))
  }
  if (!isSample(value)) throw new Error(`the sample has nothing at ${step}`)
  return { ...value, [step]: put(value[step], rest, make) }
}

const stepsOf = (pointer: string): readonly string[] => pointer.split('/').slice(1)

const letters = (size: number): string => 'x'.repeat(size)
const address = (size: number): string => 'https://example.org/'.padEnd(size, 'x').slice(0, size)

/** As many of the first one, told apart by their ids. */
function many(old: unknown, size: number): readonly unknown[] {
  const [first]: readonly unknown[] = Array.isArray(old) ? old : []
  return Array.from({ length: size }, (_, at) =>
    isSample(first) && 'action_id' in first ? { ...first, action_id: `act-${at}` } : first,
  )
}

const isSample = (value: unknown): value is Sample =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Fill = (size: number, old: unknown) => unknown

const FILLS = {
  characters: letters,
  items: (size, old) => many(old, size),
  value: (size) => size,
  bytes: letters,
} as const satisfies Readonly<Record<Limit['unit'], Fill>>

const inBlocks =
  (block: Sample, on: string, surface: Surface = 'message') =>
  (fill: Fill): Place => ({
    pointer: `/blocks/0${on}`,
    code: surface === 'message' ? 'invalid_blocks' : 'invalid_arguments',
    at: (size) => validateBlocks([put(block, stepsOf(on), (old) => fill(size, old))], surface),
  })

type Made = (fill: Fill) => Place

const inElement = (type: ElementType, on: string): Made =>
  inBlocks({ ...BLOCKS.input, element: ELEMENTS[type] }, `/element${on}`, 'modal')

const inView =
  (view: Sample, on: string): Made =>
  (fill) => ({
    pointer: `/view${on}`,
    code: 'invalid_arguments',
    at: (size) => validateView(put(view, stepsOf(on), (old) => fill(size, old))),
  })

const inActions = (type: ElementType, on: string): Made =>
  inBlocks({ type: 'actions', elements: [ELEMENTS[type]] }, `/elements/0${on}`)

const asAddress =
  (made: Made): Made =>
  () =>
    made(address)

/** So many characters in blocks of at most `each`. */
const spread = (size: number, each: number, block: (text: string) => Sample): readonly Sample[] =>
  Array.from({ length: Math.ceil(size / each) }, (_, at) =>
    block(letters(Math.min(each, size - at * each))),
  )

const sections = (size: number): readonly Sample[] =>
  spread(size, 3_000, (text) => ({ type: 'section', text: plain(text) }))

const special =
  (place: Place): Made =>
  () =>
    place

const inMessage = (
  pointer: string,
  code: ProblemCode,
  make: (size: number) => Parameters<typeof validateMessage>[0],
): Made => special({ pointer, code, at: (size) => validateMessage({ text: 'x', ...make(size) }) })

function viewOfBytes(size: number): Sample {
  const full = Array.from({ length: 99 }, () => ({ type: 'section', text: plain(letters(2_430)) }))
  const view = (last: string): Sample => ({
    ...HOME,
    blocks: [...full, { type: 'section', text: plain(last) }],
  })
  return view(letters(size - JSON.stringify(view('')).length))
}

const PLACES: Readonly<Record<LimitName, Made>> = {
  'message.blocks': inMessage('/blocks', 'invalid_blocks', (size) => ({
    blocks: Array.from({ length: size }, () => ({ type: 'divider' })),
  })),
  'message.attachments': inMessage('/attachments', 'too_many_attachments', (size) => ({
    attachments: Array.from({ length: size }, () => ({ text: 'x' })),
  })),
  'message.tables': inMessage('/blocks/1', 'only_one_table_allowed', (size) => ({
    blocks: Array.from({ length: size }, () => BLOCKS.table),
  })),
  'message.data_visualizations': inMessage('/blocks/2', 'invalid_blocks', (size) => ({
    blocks: Array.from({ length: size }, () => PIE),
  })),
  'message.text': special({
    pointer: '/text',
    code: 'msg_too_long',
    at: (size) => validateMessage({ text: letters(size), blocks: [{ type: 'divider' }] }, 'exact'),
  }),
  'message.markdown_text': special({
    pointer: '/markdown_text',
    code: 'msg_too_long',
    at: (size) => validateMessage({ markdownText: letters(size) }),
  }),
  'message.characters': inMessage('/blocks', 'msg_blocks_too_long', (size) => ({
    blocks: sections(size),
  })),
  'message.markdown.characters': inMessage('/blocks', 'invalid_blocks', (size) => ({
    blocks: spread(size, 4_000, (text) => ({ type: 'markdown', text })),
  })),
  'message.table.characters': inMessage('/blocks', 'invalid_blocks', (size) => ({
    blocks: [
      { type: 'table', rows: [spread(size, 1_000, (text) => ({ type: 'raw_text', text }))] },
    ],
  })),

  'modal.blocks': inView({ ...MODAL, blocks: [{ type: 'divider' }] }, '/blocks'),
  'home.blocks': inView({ ...HOME, blocks: [{ type: 'divider' }] }, '/blocks'),
  'view.title': inView(MODAL, '/title/text'),
  'view.submit': inView(MODAL, '/submit/text'),
  'view.close': inView(MODAL, '/close/text'),
  'view.private_metadata': inView(MODAL, '/private_metadata'),
  'view.callback_id': inView(HOME, '/callback_id'),
  'view.external_id': inView(HOME, '/external_id'),
  'view.bytes': special({
    pointer: '/view',
    code: 'view_too_large',
    at: (size) => validateView(viewOfBytes(size)),
  }),

  block_id: inBlocks(BLOCKS.divider, '/block_id'),
  action_id: inActions('button', '/action_id'),
  text: inBlocks(BLOCKS.context, '/elements/0/text'),
  url: asAddress(inBlocks(BLOCKS.video, '/video_url')),

  'section.text': inBlocks(BLOCKS.section, '/text/text'),
  'section.fields': inBlocks(BLOCKS.section, '/fields'),
  'section.field': inBlocks(BLOCKS.section, '/fields/0/text'),
  'header.text': inBlocks(BLOCKS.header, '/text/text'),
  'header.level': inBlocks(BLOCKS.header, '/level'),
  'context.elements': inBlocks(BLOCKS.context, '/elements'),
  'actions.elements': inBlocks(
    { type: 'actions', elements: [{ type: 'button', text: plain(), action_id: 'a' }] },
    '/elements',
  ),
  'input.label': inBlocks(BLOCKS.input, '/label/text'),
  'input.hint': inBlocks(BLOCKS.input, '/hint/text'),
  'image.image_url': asAddress(inBlocks(BLOCKS.image, '/image_url')),
  'image.alt_text': inBlocks(BLOCKS.image, '/alt_text'),
  'image.title': inBlocks(BLOCKS.image, '/title/text'),
  'video.title': inBlocks(BLOCKS.video, '/title/text'),
  'video.author_name': inBlocks(BLOCKS.video, '/author_name'),
  'context_actions.elements': inBlocks(BLOCKS.context_actions, '/elements'),

  'rich_text_list.indent': inBlocks(BLOCKS.rich_text, '/elements/1/indent'),
  'rich_text.border': inBlocks(BLOCKS.rich_text, '/elements/2/border'),

  'table.rows': inBlocks(BLOCKS.table, '/rows'),
  'table.cells': inBlocks(BLOCKS.table, '/rows/0'),
  'table.column_settings': inBlocks(BLOCKS.table, '/column_settings'),
  'data_table.rows': inBlocks(BLOCKS.data_table, '/rows'),
  'data_table.cells': inBlocks(BLOCKS.data_table, '/rows/0'),
  'data_table.page_size': inBlocks(BLOCKS.data_table, '/page_size'),
  'data_table.row_header_column_index': inBlocks(BLOCKS.data_table, '/row_header_column_index'),

  'card.title': inBlocks(BLOCKS.card, '/title/text'),
  'card.subtitle': inBlocks(BLOCKS.card, '/subtitle/text'),
  'card.body': inBlocks(BLOCKS.card, '/body/text'),
  'card.actions': inBlocks(BLOCKS.card, '/actions'),
  'carousel.elements': inBlocks(
    { type: 'carousel', elements: [{ type: 'card', title: mrkdwn() }] },
    '/elements',
  ),
  'container.title': inBlocks(BLOCKS.container, '/title/text'),
  'container.subtitle': inBlocks(BLOCKS.container, '/subtitle/text'),
  'container.child_blocks': inBlocks(BLOCKS.container, '/child_blocks'),
  'data_visualization.title': inBlocks(BLOCKS.data_visualization, '/title'),
  'data_visualization.series': inBlocks(BLOCKS.data_visualization, '/chart/series'),
  'data_visualization.points': inBlocks(BLOCKS.data_visualization, '/chart/series/0/data'),
  'data_visualization.segments': inBlocks(PIE, '/chart/segments'),

  'button.text': inActions('button', '/text/text'),
  'button.value': inActions('button', '/value'),
  'button.url': asAddress(inActions('button', '/url')),
  'button.accessibility_label': inActions('button', '/accessibility_label'),
  'confirm.title': inActions('button', '/confirm/title/text'),
  'confirm.text': inActions('button', '/confirm/text/text'),
  'confirm.confirm': inActions('button', '/confirm/confirm/text'),
  'confirm.deny': inActions('button', '/confirm/deny/text'),
  'option.text': inActions('overflow', '/options/0/text/text'),
  'option.value': inActions('overflow', '/options/0/value'),
  'option.description': inActions('overflow', '/options/0/description/text'),
  'option.url': asAddress(inActions('overflow', '/options/0/url')),
  'option_group.label': inElement('multi_static_select', '/option_groups/0/label/text'),
  'option_group.options': inBlocks(
    {
      ...BLOCKS.input,
      element: {
        type: 'static_select',
        option_groups: [{ label: plain(), options: [{ text: plain(), value: 'one' }] }],
      },
    },
    '/element/option_groups/0/options',
  ),
  'select.options': inBlocks(
    {
      ...BLOCKS.input,
      element: { type: 'static_select', options: [{ text: plain(), value: 'one' }] },
    },
    '/element/options',
  ),
  'select.option_groups': inBlocks(
    {
      ...BLOCKS.input,
      element: {
        type: 'static_select',
        option_groups: [{ label: plain(), options: [{ text: plain(), value: 'one' }] }],
      },
    },
    '/element/option_groups',
  ),
  'select.max_selected_items': inElement('multi_static_select', '/max_selected_items'),
  'select.min_query_length': inElement('external_select', '/min_query_length'),
  'overflow.options': inActions('overflow', '/options'),
  'radio_buttons.options': inBlocks(
    {
      ...BLOCKS.input,
      element: { type: 'radio_buttons', options: [{ text: plain(), value: 'one' }] },
    },
    '/element/options',
  ),
  'checkboxes.options': inBlocks(
    {
      ...BLOCKS.input,
      element: { type: 'checkboxes', options: [{ text: plain(), value: 'one' }] },
    },
    '/element/options',
  ),
  placeholder: inElement('plain_text_input', '/placeholder/text'),
  'plain_text_input.initial_value': inElement('plain_text_input', '/initial_value'),
  'plain_text_input.min_length': inBlocks(
    { ...BLOCKS.input, element: { type: 'plain_text_input', min_length: 1 } },
    '/element/min_length',
    'modal',
  ),
  'plain_text_input.max_length': inElement('plain_text_input', '/max_length'),
  'rich_text_input.lines': inBlocks(
    { ...BLOCKS.input, element: { type: 'rich_text_input', max_lines: 5 } },
    '/element/max_lines',
    'modal',
  ),
  'datetimepicker.initial_date_time': inElement('datetimepicker', '/initial_date_time'),
  'file_input.max_files': inElement('file_input', '/max_files'),
}

const LINES = Object.keys(LIMITS)
  .filter((name): name is LimitName => name in LIMITS)
  .map((name): readonly [LimitName, Limit] => [name, LIMITS[name]])

/** The number that Slack names when a place holds too much. */
const named = ({ most, unit }: Limit): number =>
  unit === 'characters' || unit === 'bytes' ? most + 1 : most

const TOO_LITTLE = /more than|at least|greater than/u

describe.each(LINES.filter(([, { most }]) => Number.isFinite(most)))(
  'at most: %s',
  (name, limit) => {
    const { at, code, pointer } = PLACES[name](FILLS[limit.unit])
    test(`${limit.most} ${limit.unit} pass`, () => {
      expect(at(limit.most)).toEqual([])
    })
    test('one more does not', () => {
      const message = expect.stringContaining(String(named(limit)))
      expect(at(limit.most + 1)).toEqual([{ code, message, pointer }])
    })
  },
)

describe.each(LINES.filter(([, { least, unit }]) => least > 0 || unit === 'value'))(
  'at least: %s',
  (name, limit) => {
    const { at, pointer } = PLACES[name](FILLS[limit.unit])
    const tooLittle = (size: number) =>
      at(size).filter((problem) => problem.pointer === pointer && TOO_LITTLE.test(problem.message))
    test(`${limit.least} ${limit.unit} pass`, () => {
      expect(tooLittle(limit.least)).toEqual([])
    })
    test('one less does not', () => {
      expect(tooLittle(limit.least - 1)).toHaveLength(1)
    })
  },
)
