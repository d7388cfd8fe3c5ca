import { parseHTML } from 'linkedom'
import { tidy } from '../../text/white-space.ts'

/** An element of the page as the rules see it. The parser's own is kept beside, for readability to judge. */
export interface Box {
  readonly tag: string
  /** Class, id and test ids in words: `related-links story-box`. */
  readonly names: string
  readonly role: string
  readonly parent: Box | null
  readonly children: Box[]
  readonly isHidden: boolean
  /** The `datetime` of a time. */
  readonly datetime: string | null
  readonly itemprop: string
  /** How long the sentences in it are altogether. */
  prose: number
  /** Where its texts begin and end among the page's blocks. */
  first: number
  last: number
  /** A heading of the first order stands in it. */
  hasHeadline: boolean
  /** Fields that a reader may fill in. */
  fields: number
}

/** A run of text that stands by itself on the page: a paragraph, an item, a heading, a caption. */
export interface Block {
  readonly number: number
  readonly box: Box
  /** White space in order, nothing else changed. */
  readonly text: string
  /** How much of it is links, is bold, is in times. */
  readonly linked: number
  readonly bold: number
  readonly timed: number
  /** Its links lead elsewhere than to a place on this page. */
  readonly leads: boolean
  /** What its first time says by machine. */
  readonly datetime: string | null
}

export interface Tree {
  readonly document: Document
  readonly root: Box
  readonly blocks: readonly Block[]
}

/** The attribute by which a block's element is found again once readability has moved it. */
export const MARK = 'data-block-of'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const INLINE = words(
  'a span b strong time label cite sup sub data bdo rt rp address-line slot output meter progress ins',
)
// Buttons are everywhere; a field wants to be filled in.
const FIELD = /^(?:|text|email|tel|search|password)$/iu
const IGNORED = words('meta link title base param input button track source')

/** Parses what is left of a page and cuts it into its blocks, in the order of the page. */
export function treeOf(html: string): Tree {
  const { document } = parseHTML(html)
  const reader = new Reader()
  const root = reader.read(document.body ?? document.documentElement)
  return { document, root, blocks: reader.blocks }
}

interface Run {
  text: string
  linked: number
  bold: number
  timed: number
  leads: boolean
  datetime: string | null
}

interface Within {
  readonly isLink: boolean
  readonly leads: boolean
  readonly isBold: boolean
  readonly isTime: boolean
}

const emptyRun = (): Run => ({
  text: '',
  linked: 0,
  bold: 0,
  timed: 0,
  leads: false,
  datetime: null,
})
const PLAIN: Within = { isLink: false, leads: false, isBold: false, isTime: false }

const ELEMENT = 1
const TEXT = 3

class Reader {
  readonly blocks: Block[] = []
  #run = emptyRun()

  read(body: Element): Box {
    const root = boxOf(body, null)
    this.#children(body, root, PLAIN)
    this.#flush(root, body)
    root.last = this.blocks.length
    return root
  }

  /** The depth of the recursion is that of the page, which is bounded before. */
  #children(element: Element, box: Box, within: Within): void {
    let breaks = 0
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT) {
        const text = node.textContent ?? ''
        if (text.trim() !== '') breaks = 0
        this.#add(text, within)
        continue
      }
      if (node.nodeType !== ELEMENT || !isElement(node)) continue
      const tag = node.tagName.toLowerCase()
      if (tag === 'br') {
        breaks += 1
        // Two in a row part paragraphs; one does after a sentence, and after a line that is none.
        if (breaks === 2 || partsHere(tidy(this.#run.text))) this.#flush(box, element)
        else this.#add(' ', within)
        continue
      }
      breaks = 0
      if (tag === 'input' && FIELD.test(node.getAttribute('type') ?? ''))
        for (const up of around(box)) up.fields += 1
      if (IGNORED.has(tag)) continue
      if (INLINE.has(tag) && !isPart(node, tag, box)) this.#inline(node, tag, box, within)
      else this.#block(node, box, element, within)
    }
  }

  #inline(element: Element, tag: string, box: Box, within: Within): void {
    if (isHidden(element)) return
    const href = tag === 'a' ? element.getAttribute('href') : null
    if (tag === 'time') this.#run.datetime ??= element.getAttribute('datetime')
    const inner = {
      isLink: within.isLink || href !== null,
      leads: within.leads || (href !== null && !/^\s*#/u.test(href)),
      isBold: within.isBold || tag === 'b' || tag === 'strong',
      isTime: within.isTime || tag === 'time',
    }
    this.#children(element, box, inner)
  }

  #block(element: Element, parent: Box, outer: Element, within: Within): void {
    this.#flush(parent, outer)
    const box = boxOf(element, parent)
    parent.children.push(box)
    box.first = this.blocks.length
    this.#children(element, box, within)
    this.#flush(box, element)
    box.last = this.blocks.length
  }

  #add(text: string, { isLink, isBold, isTime, leads }: Within): void {
    const run = this.#run
    run.text += text
    const length = text.trim().length
    if (isLink) run.linked += length
    if (isBold) run.bold += length
    if (isTime) run.timed += length
    if (leads && length > 0) run.leads = true
  }

  #flush(box: Box, element: Element): void {
    const run = this.#run
    this.#run = emptyRun()
    const text = tidy(run.text)
    if (text === '') return
    const number = this.blocks.length
    this.blocks.push({ number, box, ...run, text })
    if (!element.hasAttribute(MARK)) element.setAttribute(MARK, String(number))
    else element.setAttribute(MARK, `${element.getAttribute(MARK) ?? ''} ${number}`)
    if (box.tag === 'h1') for (const up of around(box)) up.hasHeadline = true
    if (!isProse(text)) return
    for (const up of around(box)) up.prose += text.length
  }
}

const LINES = words('p li figcaption h1 h2 h3 h4 h5 h6 td dd dt blockquote caption')
const PART =
  /(?:^|[-_\s])(?:byline|author|date|time|timestamp|published|updated|caption|source|location)/iu

/** A part of a bar that has a name of its own (its byline, its date) is looked at by itself; one of a paragraph is not. */
const isPart = (element: Element, tag: string, box: Box): boolean =>
  tag === 'span' && !LINES.has(box.tag) && PART.test(element.getAttribute('class') ?? '')

const isElement = (node: Node): node is Element => 'getAttribute' in node

function boxOf(element: Element, parent: Box | null): Box {
  const attribute = (name: string): string => element.getAttribute(name) ?? ''
  const named = ['class', 'id', 'data-component', 'data-testid', 'data-type']
    .map(attribute)
    .join(' ')
  return {
    tag: element.tagName.toLowerCase(),
    names: spaced(named),
    role: attribute('role').toLowerCase(),
    parent,
    children: [],
    isHidden: isHidden(element),
    datetime: element.getAttribute('datetime'),
    itemprop: attribute('itemprop').toLowerCase(),
    prose: 0,
    first: 0,
    last: 0,
    hasHeadline: false,
    fields: 0,
  }
}

const LONGEST_NAMES = 300

/** `relatedLinks story__box` as `related-links story-box`: camel case and underscores are so many hyphens. */
const spaced = (names: string): string =>
  names
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase()
    .replace(/[_:.]+|-{2,}/gu, '-')
    .slice(0, LONGEST_NAMES)

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')

const STOP = /[.!?…؟。۔][\p{Pe}\p{Pf}"'’”]*$/u

const SHORT_LINE = 50

const partsHere = (line: string): boolean =>
  line !== '' && (line.length <= SHORT_LINE || STOP.test(line))

/** A sentence at least: long enough, and ending as sentences do. */
export const isProse = (text: string): boolean =>
  text.length >= 40 && STOP.test(text.replace(/\s*\([^()]{2,40}\)$/u, ''))

/** The boxes around a block, the nearest first. */
export function* around(box: Box): Generator<Box> {
  for (let up: Box | null = box; up !== null; up = up.parent) yield up
}
