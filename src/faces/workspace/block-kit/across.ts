import { isJson, ofLength } from './fault.ts'
import type { Fault, Json } from './fault.ts'
import { LIMITS } from './limits.ts'
import type { LimitName } from './limits.ts'

/** What holds over all blocks of a message or view together. */

/** A block and its place; the children of containers follow them. */
export interface Placed {
  readonly block: Json
  readonly pointer: string
}

export const placed = (blocks: readonly unknown[], pointer: string): readonly Placed[] =>
  blocks.flatMap((block, at) => {
    const here = `${pointer}/${at}`
    if (!isJson(block)) return []
    return [
      { block, pointer: here },
      ...placed(listOf(block['child_blocks']), `${here}/child_blocks`),
    ]
  })

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Ids of blocks are unique among all, ids of actions within their block. */
export function repeatedIds(all: readonly Placed[]): readonly Fault[] {
  return [
    ...repeated(
      'block_id',
      all.map(({ block, pointer }) => ({ holder: block, pointer })),
    ),
    ...all.flatMap(({ block, pointer }) => repeated('action_id', actingIn(block, pointer))),
  ]
}

interface Holder {
  readonly holder: Json
  readonly pointer: string
}

function repeated(name: string, holders: readonly Holder[]): readonly Fault[] {
  const seen = new Set<string>()
  return holders.flatMap(({ holder, pointer }) => {
    const id = holder[name]
    if (typeof id !== 'string') return []
    if (seen.has(id)) {
      return [{ message: `\`${name}\` "${id}" already exists`, pointer: `${pointer}/${name}` }]
    }
    seen.add(id)
    return []
  })
}

/** The elements of a block, in cards too; the children of a container are blocks of their own. */
function actingIn(value: unknown, pointer: string): readonly Holder[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => actingIn(item, `${pointer}/${at}`))
  if (!isJson(value)) return []
  return [
    { holder: value, pointer },
    ...HOLDING.flatMap((field) => actingIn(value[field], `${pointer}/${field}`)),
  ]
}

const HOLDING = ['elements', 'element', 'accessory', 'actions'] as const

/** The cursor can be put into one element only. */
export function focusTwice(all: readonly Placed[]): readonly Fault[] {
  return all
    .flatMap(({ block, pointer }) => actingIn(block, pointer))
    .filter(({ holder }) => holder['focus_on_load'] === true)
    .slice(1)
    .map(({ pointer }) => ({
      message: 'only one element may have `focus_on_load`',
      pointer: `${pointer}/focus_on_load`,
    }))
}

/** Blocks by whose input a modal is submitted. */
export const inputsIn = (all: readonly Placed[]): readonly Placed[] =>
  all.filter(({ block }) => block['type'] === 'input')

const TABLE_TYPES: readonly unknown[] = ['table', 'data_table']
const isTable = ({ block }: Placed): boolean => TABLE_TYPES.includes(block['type'])
const isMarkdown = ({ block }: Placed): boolean => block['type'] === 'markdown'

/** Tables beyond the one that a message may hold. */
export const tablesTooMany = (all: readonly Placed[]): readonly Fault[] =>
  tooMany(all.filter(isTable), 'message.tables')

export const chartsTooMany = (all: readonly Placed[]): readonly Fault[] =>
  tooMany(
    all.filter(({ block }) => block['type'] === 'data_visualization'),
    'message.data_visualizations',
  )

const tooMany = (some: readonly Placed[], name: LimitName): readonly Fault[] =>
  some
    .slice(LIMITS[name].most)
    .flatMap(({ pointer }) => ofLength(LIMITS[name], some.length, { pointer }))

/** Totals over all markdown blocks, and over all tables. */
export const totalsOver = (all: readonly Placed[], pointer: string): readonly Fault[] => [
  ...total(all.filter(isMarkdown), 'message.markdown.characters', pointer),
  ...total(all.filter(isTable), 'message.table.characters', pointer),
]

/** Everything else that is shown or carried, where it is more than one post takes. */
export const weightOver = (all: readonly Placed[], pointer: string): readonly Fault[] =>
  total(
    all.filter((one) => !isTable(one) && !isMarkdown(one)),
    'message.characters',
    pointer,
  )

function total(some: readonly Placed[], name: LimitName, pointer: string): readonly Fault[] {
  return ofLength(
    LIMITS[name],
    some.reduce((sum, { block }) => sum + charactersIn(block), 0),
    { pointer },
  )
}

const COUNTED: ReadonlySet<string> = new Set(['text', 'value', 'accessibility_label', 'alt_text'])

/** Containers are counted by their children. */
function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + charactersIn(one), 0)
  if (!isJson(value)) return 0
  return Object.entries(value).reduce((sum, [name, inner]) => {
    if (name === 'child_blocks') return sum
    return (
      sum + (typeof inner === 'string' && COUNTED.has(name) ? inner.length : charactersIn(inner))
    )
  }, 0)
}
