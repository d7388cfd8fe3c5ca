import { describe, expect, test } from 'vitest'
import { BLOCK_SURFACES, ELEMENT_PLACES } from '../../../../src/faces/workspace/block-kit/limits.ts'
import type { Holder, Surface } from '../../../../src/faces/workspace/block-kit/limits.ts'
import { problemLine } from '../../../../src/faces/workspace/block-kit/problem.ts'
import { validateBlocks } from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, BLOCK_TYPES, ELEMENTS, ELEMENT_TYPES, HOLDING, SURFACES } from './samples.ts'

const lines = (blocks: readonly unknown[], surface: Surface = 'message'): readonly string[] =>
  validateBlocks(blocks, surface).map(problemLine)

const HOLDERS = Object.keys(HOLDING).filter((name): name is Holder => name in HOLDING)

/** Cards and actions under an answer are blocks of messages only. */
const holderStands = (holder: Holder, surface: Surface): boolean =>
  BLOCK_SURFACES[holder].some((one) => one === surface)

describe('a block stands where the table says, and nowhere else', () => {
  test.each(BLOCK_TYPES.flatMap((type) => SURFACES.map((surface) => [type, surface] as const)))(
    '%s in a %s',
    (type, surface) => {
      const may = BLOCK_SURFACES[type].some((one) => one === surface)
      expect(lines([BLOCKS[type]], surface)).toEqual(
        may ? [] : [`[ERROR] unsupported type: ${type} [json-pointer:/blocks/0/type]`],
      )
    },
  )
})

describe('an element stands where the table says, and nowhere else', () => {
  const cases = ELEMENT_TYPES.flatMap((type) =>
    HOLDERS.flatMap((holder) =>
      SURFACES.filter((surface) => holderStands(holder, surface)).map(
        (surface) => [type, holder, surface] as const,
      ),
    ),
  )
  test.each(cases)('%s in %s in a %s', (type, holder, surface) => {
    const place = ELEMENT_PLACES[type]
    const may = place.in.some((one) => one === holder) && place.on.some((one) => one === surface)
    const found = lines([HOLDING[holder](ELEMENTS[type])], surface)
    expect(found.some((line) => line.includes(`unsupported type: ${type}`))).toBe(!may)
    expect(found).toHaveLength(may ? 0 : 1)
  })
})
