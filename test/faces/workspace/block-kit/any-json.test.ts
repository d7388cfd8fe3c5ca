import { fc } from '../../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import {
  validateBlocks,
  validateMessage,
  validateView,
} from '../../../../src/faces/workspace/block-kit/validate.ts'
import { BLOCKS, BLOCK_TYPES, HOME, MODAL, SURFACES } from './samples.ts'
import type { Sample } from './samples.ts'

/** The sample with another value in one of its places. */
function swapped(sample: Sample, value: unknown, at: number): unknown {
  const places: (() => unknown)[] = []
  const walk = (part: unknown, rebuild: (inner: unknown) => unknown): void => {
    places.push(() => rebuild(value))
    if (Array.isArray(part)) {
      part.forEach((item: unknown, index) =>
        walk(item, (inner) => rebuild(part.with(index, inner))),
      )
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, item] of Object.entries(part)) {
        walk(item, (inner) => rebuild({ ...part, [key]: inner }))
      }
    }
  }
  walk(sample, (inner) => inner)
  return places[at % places.length]?.()
}

/** Something that looks like Block Kit, with anything in one of its places. */
const nearly = fc
  .tuple(
    fc.constantFrom(...BLOCK_TYPES.map((type): Sample => BLOCKS[type]), MODAL, HOME),
    fc.jsonValue(),
    fc.nat(),
  )
  .map(([sample, value, at]) => swapped(sample, value, at))

const everyCheck = (json: unknown) => [
  ...SURFACES.flatMap((surface) => [
    ...validateBlocks(json, surface),
    ...validateBlocks([json], surface),
  ]),
  ...validateView(json),
  ...validateMessage({ text: json, blocks: json, attachments: json, markdownText: json }),
  ...validateMessage({ blocks: [json], attachments: [{ blocks: [json] }] }, 'post'),
  ...validateMessage({ blocks: [json], attachments: [json] }, 'exact'),
]

describe('any JSON', () => {
  test('is checked, never throws, and each problem points into it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (json) => {
        for (const { message, pointer } of everyCheck(json)) {
          expect(message).not.toBe('')
          expect(pointer).toMatch(/^\/(?:blocks|view|attachments|text|markdown_text)/u)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('of any depth too', () => {
    const deep: unknown = JSON.parse(`${'{"elements":['.repeat(20_000)}${']}'.repeat(20_000)}`)
    for (const problems of [
      validateBlocks([deep], 'message'),
      validateView(deep),
      validateMessage({ text: 'x', attachments: [deep] }),
    ]) {
      expect(problems.map(({ message }) => message)).toEqual(['too many levels'])
    }
  })
})
