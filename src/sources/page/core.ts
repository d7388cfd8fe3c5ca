import { Readability } from '@mozilla/readability'
import type { FrameTest } from './frame.ts'
import { around, type Block, type Box, isProse, MARK, type Tree } from './tree.ts'

/** Which box of a page is its story. Readability judges; its choice of single paragraphs is only asked for the place. */
export function coreOf(tree: Tree, isFrame: FrameTest): Box {
  const chosen = chosenBy(tree)
  const story = tree.blocks.filter((block) => isProse(block.text) && !isFrame(block.box))
  const agreed = story.filter((block) => chosen.has(block.number))
  // Where readability takes a teaser or the readers' comments for the story, what is no frame has to do.
  const isMost = lengthOf(agreed) >= lengthOf(story) * LEAST_AGREED
  return smallestHolding(tree.root, isMost ? agreed : story)
}

const LEAST_AGREED = 0.35

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0)

/** A paragraph that stands apart from the rest must not make the whole page its story. */
const MOST = 0.85

function smallestHolding(root: Box, blocks: readonly Block[]): Box {
  const weights = new Map<Box, number>()
  for (const block of blocks)
    for (const box of around(block.box))
      weights.set(box, (weights.get(box) ?? 0) + block.text.length)
  const total = weights.get(root) ?? 0
  let box = root
  for (;;) {
    const next = box.children.find(
      (child) => (weights.get(child) ?? 0) >= Math.max(1, total * MOST),
    )
    // A story of one paragraph is no reason to take that paragraph for the story's box.
    if (next === undefined || next.tag === 'p') return box
    box = next
  }
}

/** The numbers of the blocks that readability keeps; it takes the document apart. */
function chosenBy({ document, blocks }: Tree): ReadonlySet<number> {
  if (blocks.length === 0) return new Set()
  const numbers = new Set<number>()
  const reader = new Readability<Node>(document, {
    disableJSONLD: true,
    serializer: (node) => node,
  })
  const content = parsed(reader)
  if (content === null || !('querySelectorAll' in content)) return numbers
  const found = content as unknown as ParentNode // oxlint-disable-line typescript/no-unsafe-type-assertion -- readability hands its element as a Node
  for (const element of found.querySelectorAll(`[${MARK}]`))
    for (const number of (element.getAttribute(MARK) ?? '').split(' ')) numbers.add(Number(number))
  return numbers
}

/** Readability throws on a few trees that no browser makes; the page's own boxes have to do then. */
function parsed(reader: Readability<Node>): Node | null {
  try {
    return reader.parse()?.content ?? null
  } catch {
    return null
  }
}

/** Blocks before the core that belong to the head of the story: from its headline on. */
export const isHead = (block: Block, headline: Block | null, core: Box): boolean =>
  headline !== null && block.number > headline.number && block.number < core.first
