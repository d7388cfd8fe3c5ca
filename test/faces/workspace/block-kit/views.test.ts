import { describe, expect, test } from 'vitest'
import { problemLine } from '../../../../src/faces/workspace/block-kit/problem.ts'
import { validateView } from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, HOME, MODAL, mrkdwn, plain } from './samples.ts'
import type { Sample } from './samples.ts'

const found = (view: unknown): readonly string[] => validateView(view).map(problemLine)

const without = (view: Sample, name: string): Sample =>
  Object.fromEntries(Object.entries(view).filter(([key]) => key !== name))

describe('a view', () => {
  test.each([
    ['modal', MODAL],
    ['home', HOME],
    [
      'modal without a button, where nothing is put in',
      { ...without(MODAL, 'submit'), blocks: [BLOCKS.divider] },
    ],
    ['home with an input', { ...HOME, blocks: [BLOCKS.input] }],
  ])('may be a %s', (_, view) => {
    expect(found(view)).toEqual([])
  })

  test.each([
    ['no view', 'x', 'must provide an object [json-pointer:/view]'],
    ['no type', {}, 'missing required field: type [json-pointer:/view]'],
    [
      'another type',
      { ...MODAL, type: 'dialog' },
      'must be a valid enum value [json-pointer:/view/type]',
    ],
    [
      'a type that is no word',
      { type: { toString: 1 } },
      'must be a valid enum value [json-pointer:/view/type]',
    ],
    ['no title', without(MODAL, 'title'), 'missing required field: title [json-pointer:/view]'],
    ['no blocks', without(MODAL, 'blocks'), 'missing required field: blocks [json-pointer:/view]'],
    [
      'blocks that are no list',
      { ...MODAL, blocks: {} },
      'must provide an array [json-pointer:/view/blocks]',
    ],
    [
      'an input and no way to submit it',
      without(MODAL, 'submit'),
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
    [
      'mrkdwn in its title',
      { ...MODAL, title: mrkdwn() },
      'unsupported type: mrkdwn [json-pointer:/view/title/type]',
    ],
    [
      'a title on the Home tab',
      { ...HOME, title: plain() },
      'invalid additional property: title [json-pointer:/view]',
    ],
    [
      'what only a message takes',
      { ...HOME, blocks: [BLOCKS.table] },
      'unsupported type: table [json-pointer:/view/blocks/0/type]',
    ],
    [
      'two that want the cursor',
      { ...MODAL, blocks: [BLOCKS.input, BLOCKS.input] },
      'only one element may have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]',
    ],
  ])('is refused for %s', (_, view, line) => {
    expect(found(view)).toEqual([`[ERROR] ${line}`])
  })
})
