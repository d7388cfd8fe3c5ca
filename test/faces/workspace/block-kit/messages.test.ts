import { describe, expect, test } from 'vitest'
import { validateMessage } from '../../../../src/faces/workspace/block-kit/validate.ts'
import type { MessageParts, Way } from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, PIE, plain } from './samples.ts'

const codes = (message: MessageParts, way?: Way): readonly string[] =>
  validateMessage(message, way).map(({ code, pointer }) => `${code} ${pointer}`)

describe('a message', () => {
  const long = Array.from({ length: 5 }, () => ({
    type: 'section',
    text: plain('x'.repeat(2_900)),
  }))

  test.each([
    ['text alone', { text: 'x' }],
    ['blocks alone', { blocks: [BLOCKS.divider] }],
    ['markdown alone', { markdownText: '**x**' }],
    ['attachments alone', { attachments: [{ fallback: 'x', text: 'x' }] }],
    ['a text that is cut', { text: 'x'.repeat(40_001) }],
  ])('may be %s', (_, message) => {
    expect(codes(message)).toEqual([])
  })

  test.each([
    ['nothing', {}, ['no_text /text']],
    ['empty parts', { text: '', blocks: [], attachments: [] }, ['no_text /text']],
    ['blocks that are no list', { blocks: '[]' }, ['invalid_blocks_format /blocks']],
    ['a text that is no text', { text: 5 }, ['invalid_arguments /text']],
    [
      'markdown and text',
      { markdownText: 'x', text: 'x' },
      ['markdown_text_conflict /markdown_text'],
    ],
    [
      'markdown and blocks',
      { markdownText: 'x', blocks: [BLOCKS.divider] },
      ['markdown_text_conflict /markdown_text'],
    ],
    [
      'attachments that are no list',
      { text: 'x', attachments: {} },
      ['invalid_attachments /attachments'],
    ],
    [
      'an attachment that is none',
      { text: 'x', attachments: ['x'] },
      ['invalid_attachments /attachments/0'],
    ],
    [
      'blocks of an attachment',
      { text: 'x', attachments: [{ blocks: [{ type: 'x' }] }] },
      ['invalid_attachments /attachments/0/blocks/0/type'],
    ],
    [
      'a table more in an attachment',
      { blocks: [BLOCKS.table], attachments: [{ blocks: [BLOCKS.data_table] }] },
      ['only_one_table_allowed /attachments/0/blocks/0'],
    ],
    [
      'a table more in a container',
      { blocks: [BLOCKS.table, { ...BLOCKS.container, child_blocks: [BLOCKS.table] }] },
      ['only_one_table_allowed /blocks/1/child_blocks/0'],
    ],
    ['a chart more', { blocks: [PIE, PIE, PIE] }, ['invalid_blocks /blocks/2']],
    ['blocks too heavy together', { blocks: long }, ['msg_blocks_too_long /blocks']],
  ])('is refused for %s', (_, message, expected) => {
    expect(codes(message)).toEqual(expected)
  })

  test('has its weight and the length of its text looked at according to its way', () => {
    const message = { text: 'x'.repeat(4_001), blocks: long }
    expect(codes(message, 'post')).toEqual(['msg_blocks_too_long /blocks'])
    expect(codes(message, 'exact')).toEqual(['msg_too_long /text'])
    expect(codes(message, 'response')).toEqual([])
  })

  test('is weighed once, where its blocks stand in a container', () => {
    const container = { type: 'container', title: plain(), child_blocks: long.slice(0, 3) }
    expect(codes({ blocks: [container] })).toEqual([])
    expect(codes({ blocks: [{ ...container, child_blocks: long }] })).toEqual([
      'msg_blocks_too_long /blocks',
    ])
  })

  test('is not heavy by its markdown and tables', () => {
    const rows = [[{ type: 'raw_text', text: 'x'.repeat(9_000) }]]
    const markdown = { type: 'markdown', text: 'x'.repeat(12_000) }
    expect(codes({ blocks: [markdown, { type: 'table', rows }] })).toEqual([])
  })
})
