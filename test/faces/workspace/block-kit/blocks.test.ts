import { describe, expect, test } from 'vitest'
import type { Surface } from '../../../../src/faces/workspace/block-kit/limits.ts'
import { problemLine } from '../../../../src/faces/workspace/block-kit/problem.ts'
import { validateBlocks } from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, ELEMENTS, HOLDING, mrkdwn, plain } from './samples.ts'
import type { Sample } from './samples.ts'

const lines = (blocks: readonly unknown[], surface: Surface = 'message'): readonly string[] =>
  validateBlocks(blocks, surface).map(problemLine)

describe('refused in blocks', () => {
  const cases: readonly (readonly [string, Sample, string])[] = [
    [
      'an unknown type',
      { type: 'marquee' },
      'unsupported type: marquee [json-pointer:/blocks/0/type]',
    ],
    ['no type', {}, 'missing required field: type [json-pointer:/blocks/0]'],
    ['a type that is no word', { type: 5 }, 'must provide a string [json-pointer:/blocks/0/type]'],
    [
      'a type every object has',
      { type: 'constructor' },
      'unsupported type: constructor [json-pointer:/blocks/0/type]',
    ],
    [
      'an unknown field',
      { type: 'divider', colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a field every object has',
      { type: 'divider', toString: 'x' },
      'invalid additional property: toString [json-pointer:/blocks/0]',
    ],
    [
      'an empty text',
      { type: 'section', text: mrkdwn('') },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'words for a text object',
      { type: 'section', text: 'words' },
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
    [
      'a section without text',
      { type: 'section' },
      'must define at least one of `text`, `fields` [json-pointer:/blocks/0]',
    ],
    [
      'mrkdwn in a header',
      { type: 'header', text: mrkdwn() },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'emoji of mrkdwn',
      { type: 'section', text: { ...mrkdwn(), emoji: true } },
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'actions without elements',
      { type: 'actions' },
      'missing required field: elements [json-pointer:/blocks/0]',
    ],
    [
      'elements that are no list',
      { type: 'actions', elements: {} },
      'must provide an array [json-pointer:/blocks/0/elements]',
    ],
    [
      'an image without a place',
      { type: 'image', alt_text: 'x' },
      'must define exactly one of `image_url`, `slack_file` [json-pointer:/blocks/0]',
    ],
    [
      'an image in two places',
      { ...BLOCKS.image, slack_file: { id: 'F1' } },
      'must define exactly one of `image_url`, `slack_file` [json-pointer:/blocks/0]',
    ],
    [
      'an image without words for it',
      { type: 'image', image_url: 'https://x.org' },
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'an address that is none',
      { ...BLOCKS.image, image_url: 'javascript:alert(1)' },
      'must be a valid url [json-pointer:/blocks/0/image_url]',
    ],
    [
      'a video over http',
      { ...BLOCKS.video, video_url: 'http://x.org' },
      'must be a valid https url [json-pointer:/blocks/0/video_url]',
    ],
    [
      'a flag that is a word',
      { ...BLOCKS.section, expand: 'true' },
      'must provide a boolean [json-pointer:/blocks/0/expand]',
    ],
    [
      'a level that is none',
      { ...BLOCKS.alert, level: 'loud' },
      'must be a valid enum value [json-pointer:/blocks/0/level]',
    ],
    [
      'half an indent',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 0.5,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
          },
        ],
      },
      'must provide an integer [json-pointer:/blocks/0/elements/0/indent]',
    ],
    [
      'an empty leaf',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
      },
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a mention in preformatted text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
      },
      'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
    [
      'an empty cell',
      { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] },
      'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
    ],
    [
      'rich text in a head',
      { ...BLOCKS.data_table, rows: [[BLOCKS.rich_text], [BLOCKS.rich_text]] },
      'unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]',
    ],
    [
      'a card with nothing to show',
      { type: 'card', subtitle: mrkdwn() },
      'must define at least one of `hero_image`, `title`, `actions`, `body` [json-pointer:/blocks/0]',
    ],
    [
      'a container within a container',
      { ...BLOCKS.container, child_blocks: [BLOCKS.container] },
      'unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]',
    ],
    [
      'a container without a title',
      { type: 'container', child_blocks: [BLOCKS.divider] },
      'must define at least one of `title`, `rich_text_title` [json-pointer:/blocks/0]',
    ],
    [
      'a name with a slash',
      { type: 'section', text: { ...plain(), type: 'a/b' } },
      'unsupported type: a/b [json-pointer:/blocks/0/text/type]',
    ],
  ]
  test.each(cases)('%s', (_, block, line) => {
    expect(lines([block])).toEqual([`[ERROR] ${line}`])
  })
})

describe('refused in elements', () => {
  const option = { text: plain(), value: 'one' }
  const cases: readonly (readonly [string, Sample, string])[] = [
    [
      'options and groups',
      {
        type: 'static_select',
        options: [option],
        option_groups: [{ label: plain(), options: [option] }],
      },
      'must define exactly one of `options`, `option_groups` [json-pointer:/blocks/0/element]',
    ],
    [
      'neither options nor groups',
      { type: 'static_select' },
      'must define exactly one of `options`, `option_groups` [json-pointer:/blocks/0/element]',
    ],
    [
      'a choice that is not on offer',
      { ...ELEMENTS.radio_buttons, initial_option: { ...option, value: 'two' } },
      'must exactly match one of the options [json-pointer:/blocks/0/element/initial_option]',
    ],
    [
      'mrkdwn in a menu',
      { type: 'static_select', options: [{ ...option, text: mrkdwn() }] },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/element/options/0/text/type]',
    ],
    [
      'an option without a value',
      { type: 'static_select', options: [{ text: plain() }] },
      'missing required field: value [json-pointer:/blocks/0/element/options/0]',
    ],
    [
      'least above most',
      { type: 'plain_text_input', min_length: 5, max_length: 4 },
      'must not be greater than `max_length` [json-pointer:/blocks/0/element/min_length]',
    ],
    [
      'least above most in words',
      { type: 'number_input', is_decimal_allowed: false, min_value: '10', max_value: '9' },
      'must not be greater than `max_value` [json-pointer:/blocks/0/element/min_value]',
    ],
    [
      'a day that is none',
      { type: 'datepicker', initial_date: '2016-13-01' },
      'must be a valid date in the format YYYY-MM-DD [json-pointer:/blocks/0/element/initial_date]',
    ],
    [
      'an hour that is none',
      { type: 'timepicker', initial_time: '24:00' },
      'must be a valid time in the format HH:mm [json-pointer:/blocks/0/element/initial_time]',
    ],
    [
      'a number that is none',
      { type: 'number_input', is_decimal_allowed: true, initial_value: 'five' },
      'must be a valid number [json-pointer:/blocks/0/element/initial_value]',
    ],
    [
      'an empty filter',
      { type: 'conversations_select', filter: {} },
      'must define at least one of `include`, `exclude_external_shared_channels`, `exclude_bot_users` [json-pointer:/blocks/0/element/filter]',
    ],
    [
      'a number that is a word',
      { type: 'file_input', max_files: '5' },
      'must provide a number [json-pointer:/blocks/0/element/max_files]',
    ],
  ]
  test.each(cases)('%s', (_, element, line) => {
    expect(lines([HOLDING.input(element)], 'modal')).toEqual([`[ERROR] ${line}`])
  })
})

describe('ids', () => {
  const button = { type: 'button', text: plain(), action_id: 'go' }
  test('a block_id stands once, in a container too', () => {
    const named = { type: 'divider', block_id: 'one' }
    expect(lines([named, { ...BLOCKS.container, child_blocks: [named] }])).toEqual([
      '[ERROR] `block_id` "one" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]',
    ])
  })

  test('an action_id stands once in a block, and may stand in the next', () => {
    expect(lines([{ type: 'actions', elements: [button] }, HOLDING.section(button)])).toEqual([])
    expect(lines([{ type: 'actions', elements: [button, button] }])).toEqual([
      '[ERROR] `action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ])
  })

  test('of the cards of a carousel are of one block', () => {
    const card = { type: 'card', actions: [button] }
    expect(lines([{ type: 'carousel', elements: [card, card] }])).toEqual([
      '[ERROR] `action_id` "go" already exists [json-pointer:/blocks/0/elements/1/actions/0/action_id]',
    ])
  })
})

test('a choice is on offer, whatever the order of its fields', () => {
  const options = [{ text: plain(), value: 'one' }]
  const element = {
    type: 'static_select',
    options,
    initial_option: { value: 'one', text: plain() },
  }
  expect(lines([HOLDING.input(element)])).toEqual([])
})
