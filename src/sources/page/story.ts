import type { ParagraphKind, RawBlock } from '../../model/article.ts'
import { fullDates } from '../../text/full-dates.ts'
import { keyOf } from '../../text/white-space.ts'
import { coreOf, isHead } from './core.ts'
import { frameTest, isLabel, isLinkLine } from './frame.ts'
import { type Named, named } from './kinds.ts'
import { isTime, type Live, liveIn, timeText } from './live.ts'
import { withoutRepeats } from './repeats.ts'
import { around, type Block, type Box, isProse, type Tree } from './tree.ts'

/** What a page prints of its story, and what it prints about it. */
export interface Story {
  readonly blocks: readonly RawBlock[]
  /** The headline as printed above the story; null where there is no telling it. */
  readonly headline: string | null
  readonly byline: string | null
  readonly credit: string | null
  /** What the page prints as its dates, with what its machine form says. */
  readonly dates: readonly PrintedDate[]
  readonly isLive: boolean
}

export interface PrintedDate {
  readonly text: string
  readonly datetime: string | null
}

export interface Told {
  /** The headline and the summary as the page's data have them. */
  readonly headline: string | null
  readonly description: string | null
}

/** A block with what it is; the number says where on the page it stands. */
export interface Part {
  readonly block: Block
  readonly kind: ParagraphKind
  readonly text: string
}

/** Tells the story's blocks from the page's frame, in the order of the page, and what each is. */
export function storyOf(tree: Tree, told: Told): Story {
  const isFrame = frameTest(tree.root)
  const live = liveIn(tree, isFrame)
  const found = coreOf(tree, isFrame)
  const isWide = live !== null && holds(found, live.list) && found.parent !== null
  const core = live === null || isWide ? found : live.list
  const headline = headlineOf(tree, core, told)
  const reader = new StoryReader({ tree, told, core, headline, live, isFrame })
  return reader.read()
}

/** Whether a box is another, or around it. */
const holds = (outer: Box, inner: Box): boolean => around(inner).some((box) => box === outer)

/** The heading of the first order above the story; of several, the one that the page's data tell as well. */
function headlineOf(tree: Tree, core: Box, told: Told): Block | null {
  const headings = tree.blocks.filter(
    (block) => block.box.tag === 'h1' && block.number < Math.max(core.last, 1),
  )
  const key = keyOf(told.headline ?? '')
  const same = headings.find((block) => key !== '' && keyOf(block.text) === key)
  if (same !== undefined) return same
  const long = headings.filter((block) => block.text.split(' ').length >= 3)
  const top = long.findLast((block) => block.number < core.first) ?? long[0]
  if (top !== undefined) return top
  // Some sites head their stories with headings of the second order, and themselves with one of the first.
  return (
    tree.blocks.find(
      (block) => /^h[2-4]$/u.test(block.box.tag) && key !== '' && keyOf(block.text) === key,
    ) ??
    headings.findLast((block) => block.number >= core.first) ??
    tree.blocks.slice(core.first, core.first + NEAR_TOP).find(isTopHeading) ??
    null
  )
}

const NEAR_TOP = 4

const isTopHeading = (block: Block): boolean =>
  block.box.tag === 'h2' && block.text.split(' ').length >= 4 && !isLinkLine(block)

interface Reading {
  readonly tree: Tree
  readonly told: Told
  readonly core: Box
  readonly headline: Block | null
  readonly live: Live | null
  readonly isFrame: (box: Box) => boolean
}

class StoryReader {
  readonly #reading: Reading
  readonly #parts: Part[] = []
  readonly #kinds = new Set<ParagraphKind>()
  readonly #dates: PrintedDate[] = []
  #byline: string | null = null
  #credit: string | null = null
  #entry: Box | null = null
  readonly #summary: string
  readonly #teasers: ReadonlySet<Box>

  constructor(reading: Reading) {
    this.#reading = reading
    this.#teasers = teasersIn(reading.tree.blocks)
    this.#summary = keyOf(reading.told.description ?? '')
  }

  read(): Story {
    const { tree, core, headline, live, told } = this.#reading
    for (const block of tree.blocks) this.#take(block)
    const said = withoutRepeats(this.#parts, headline?.text ?? told.headline)
    const headed = headline === null && live === null ? withHeadline(said) : said
    const parts = withoutBareHeadings(headed, core, live?.entries ?? new Set())
    return {
      blocks: parts.map(({ kind, text }) => ({ kind, text })),
      headline: parts.find(({ kind }) => kind === 'headline')?.text ?? null,
      byline: this.#byline,
      credit: this.#credit,
      dates: this.#dates,
      isLive: live !== null,
    }
  }

  #take(block: Block): void {
    const { core, headline, live, isFrame } = this.#reading
    const isWithin = block.number >= core.first && block.number < core.last
    const isAbove = !isWithin && isHead(block, headline, core)
    if (block === headline) {
      this.#put(block, 'headline')
      return
    }
    const isWhole = (box: Box): boolean => box === core || holds(box, core)
    const name = named(block, isWhole)
    if (!isWithin && !isAbove) {
      if (headline !== null && Math.abs(block.number - headline.number) <= 6)
        this.#note(block, name)
      return
    }
    if (isFrame(block.box) && name !== 'pull-quote') return
    const entry =
      live === null ? null : (around(block.box).find((box) => live.entries.has(box)) ?? null)
    if (entry !== null && this.#isEntryTime(block, entry)) return
    if (entry === null && this.#isTeaser(block)) return
    if (this.#note(block, name)) return
    const summary = this.#summary
    const [hasBody, hasStandfirst] = [this.#kinds.has('body'), this.#kinds.has('standfirst')]
    const kind = kindOf(block, name, { isAbove, entry, hasBody, hasStandfirst, summary })
    if (kind !== null) this.#put(block, kind)
  }

  #isTeaser({ box }: Block): boolean {
    const { core } = this.#reading
    return around(box)
      .take(TEASER_DEPTH)
      .some((each) => this.#teasers.has(each) && !holds(each, core))
  }

  /** The time of an entry stands above it, once. */
  #isEntryTime(block: Block, entry: Box): boolean {
    if (!isTime(block)) return false
    const text = timeText(block)
    if (entry !== this.#entry && text !== null) {
      let at = this.#parts.length
      while (at > 0 && (this.#parts[at - 1]?.block.number ?? 0) >= entry.first) at -= 1
      this.#parts.splice(at, 0, { block, kind: 'cross-heading', text })
      this.#entry = entry
    }
    return true
  }

  /** What says something about the story and is none of its paragraphs. */
  #note(block: Block, name: Named): boolean {
    if (name === 'date' || (name === null && !this.#kinds.has('body') && isDateLine(block))) {
      if (isProse(block.text) && block.timed === 0) return false
      // Below the first paragraph dates are those of other stories, of comments and posts, unless they say otherwise.
      if (!this.#kinds.has('body') || DATED.test(block.text))
        this.#dates.push({ text: block.text, datetime: block.datetime ?? datetimeOf(block.box) })
      return true
    }
    if (name === 'byline' && !isProse(block.text) && block.text.length <= 160) {
      this.#byline ??= block.text
      return true
    }
    if (name === 'credit' && block.text.length <= 120 && !isProse(block.text)) {
      this.#credit ??= block.text
      return true
    }
    return name === 'kicker' && !isProse(block.text)
  }

  #put(block: Block, kind: ParagraphKind): void {
    this.#kinds.add(kind)
    this.#parts.push({ block, kind, text: block.text })
  }
}

/** `Jun 14, 2013`, `Published: 14 June 2013`: a line that is little more than a date. */
function isDateLine({ text }: Block): boolean {
  const date = text.length <= 60 ? fullDates(text)[0] : undefined
  if (date === undefined) return false
  const rest = text.slice(0, date.span.start) + text.slice(date.span.end)
  return rest.trim().length <= 16 || DATED.test(rest)
}

const DATED = /\b(?:published|posted|updated|modified)\b|نشر|تحديث/iu

const TEASER_DEPTH = 4
const TEASER_LENGTH = 300

/** Small boxes whose heading is a link to elsewhere: other stories, with the first words of each. */
const teasersIn = (blocks: readonly Block[]): ReadonlySet<Box> =>
  new Set(
    blocks
      .filter((block) => /^h[2-6]$/u.test(block.box.tag) && isLinkLine(block))
      .flatMap(({ box }) => around(box).drop(1).take(2).toArray())
      .filter(({ prose }) => prose < TEASER_LENGTH),
  )

const datetimeOf = (box: Box): string | null => (box.tag === 'time' ? box.datetime : null)

interface Place {
  /** Between the headline and the story's own box. */
  readonly isAbove: boolean
  readonly entry: Box | null
  readonly hasBody: boolean
  readonly hasStandfirst: boolean
  /** What the page's data tell as the summary, by its letters. */
  readonly summary: string
}

function kindOf(
  block: Block,
  name: Named,
  { isAbove, entry, hasBody, hasStandfirst, summary }: Place,
): ParagraphKind | null {
  const { tag } = block.box
  const isHeading = /^h[1-6]$/u.test(tag)
  // An entry's heading is a link to the entry.
  if (isLinkLine(block) && !(entry !== null && isHeading)) return null
  if (name === 'caption') return 'caption'
  if (isHeading) {
    if (isAbove || (!hasBody && entry === null)) return isAboveAll(block) ? 'standfirst' : null
    return isProse(block.text) && block.text.length > 120 ? 'body' : 'cross-heading'
  }
  const isSummary = summary !== '' && keyOf(block.text) === summary
  if ((name === 'standfirst' || isSummary) && !hasBody && !hasDateline(block.text))
    return 'standfirst'
  if (isAbove) {
    if (!isProse(block.text) || isMeta(block)) return null
    return tag === 'li' || hasStandfirst || hasDateline(block.text) ? 'body' : 'standfirst'
  }
  if (isCrossHeading(block)) return 'cross-heading'
  return isLabel(block) ? null : 'body'
}

const isAboveAll = (block: Block): boolean => block.text.split(' ').length >= 5

const isMeta = (block: Block): boolean => block.linked * 2 > block.text.length

const hasDateline = (text: string): boolean =>
  /^[^.!?"“]{2,60}?(?:\s[–—-]+\s|\)\s*[:–—-])/u.test(text)

/** A paragraph all in bold that is no sentence. */
const isCrossHeading = ({ text, bold }: Block): boolean =>
  bold >= text.replaceAll(' ', '').length * 0.9 &&
  text.length <= 90 &&
  !/[.!…;:,]["'’”]*$/u.test(text)

/** Pages older than headings have the headline in bold above the text. */
const withHeadline = (parts: readonly Part[]): readonly Part[] =>
  parts.map((part, at) =>
    at === 0 && part.kind === 'cross-heading' && part.text.split(' ').length >= 4
      ? { ...part, kind: 'headline' }
      : part,
  )

/** A heading with nothing below it, or alone in its box, headed something that is gone: related stories, comments. */
function withoutBareHeadings(
  parts: readonly Part[],
  core: Box,
  entries: ReadonlySet<Box>,
): readonly Part[] {
  const texts = parts.filter(({ kind }) => TEXTS.has(kind)).map(({ block }) => block.number)
  const last = texts.at(-1) ?? -1
  return parts.filter(({ kind, block }) => {
    if (kind !== 'cross-heading') return true
    const all = [...around(block.box)]
    const box =
      all.find((each) => entries.has(each)) ??
      all.find((each) => each.last - each.first > 1 && each.tag !== 'header') ??
      core
    if (holds(box, core)) return block.number < last
    const next = texts[firstAbove(texts, block.number)] ?? Infinity
    return next < box.last
  })
}

const TEXTS: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>(['body', 'standfirst', 'headline'])

/** The place of the first of ascending numbers that is above another. */
function firstAbove(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) > number) high = middle
    else low = middle + 1
  }
  return low
}
