import { AppError } from '../../errors.ts'
import { attributesIn, type Attributes } from './attributes.ts'

/** What of a page's source is left for the parser, and what was taken out of it by the way. */
export interface Skimmed {
  /** Well-nested enough, small and shallow: elements that can hold an article or tell about it. */
  readonly html: string
  /** The texts of its scripts of type application/ld+json, in order. */
  readonly jsonLd: readonly string[]
  /** The address in the comment that browsers write into a page that they save. */
  readonly savedFrom: string | null
}

/** More than any page of an article has once scripts and plain formatting are gone; ten times a long live blog. */
const MOST_ELEMENTS = 12_000
/** Elements deeper than this lose their tags, not their text: the parsers above take a square of the depth. */
const DEEPEST = 50
/** Deeper than this no page is by accident. */
const DEEPEST_SOURCE = 3000
const LONGEST = 4_000_000
const MOST_REFERENCES = 150_000
const LONGEST_DATA = 2_000_000
const MOST_SCRIPTS = 20

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const VOID = words('area base br col embed hr img input link meta param source track wbr')
// Their content is no markup: it ends at their end tag, and with the page where there is none.
const RAW = words('script style textarea iframe noembed noframes xmp plaintext')
// Nothing in them is the article's: pictures, players, fallbacks, struck words.
const EMPTY = words(
  'svg math canvas object video audio noscript template select map del s strike applet',
)
// Formatting without meaning here. Bold stays: a paragraph all in bold is a cross-heading.
const PLAIN = words(
  'i em u font small big tt mark abbr acronym ins bdi bdo center wbr img picture source hr col colgroup nobr blink kbd var samp code dfn ruby',
)
const HEADED = words('html head body')
const BLOCKS = words(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header main nav ol p pre section table ul',
)
const CLOSED_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  p: BLOCKS,
  li: words('li'),
  dt: words('dt dd'),
  dd: words('dt dd'),
  tr: words('tr tbody'),
  td: words('td th tr tbody'),
  th: words('td th tr tbody'),
}

/**
 * Goes through a page's source once, in time that its length bounds, and drops what no reader of articles needs: so
 * that what is parsed after it is small and shallow whatever the page was. Throws `source_unreadable` for a page that
 * is then still larger or deeper than pages of articles are.
 */
export function skim(source: string, location: string): Skimmed {
  return new Skimmer(source, location).run()
}

interface Open {
  readonly name: string
  readonly written: boolean
}

class Skimmer {
  readonly #source: string
  readonly #location: string
  readonly #out: string[] = []
  readonly #jsonLd: string[] = []
  readonly #open: Open[] = []
  /** How many of a name are open. */
  readonly #counts = new Map<string, number>()
  /** Names of which no end tag is left, so that nobody looks for one again. */
  readonly #unended = new Set<string>()
  #root: Attributes = new Map()
  #savedFrom: string | null = null
  #at = 0
  #elements = 0
  #depth = 0
  #length = 0

  constructor(source: string, location: string) {
    this.#source = source
    this.#location = location
  }

  run(): Skimmed {
    const { length } = this.#source
    while (this.#at < length) {
      const next = this.#source.indexOf('<', this.#at)
      const end = next < 0 ? length : next
      if (end > this.#at) this.#write(this.#source.slice(this.#at, end))
      this.#at = end
      if (next >= 0) this.#markup()
    }
    const html = `<!doctype html>${tag('html', this.#root)}<head></head><body>${this.#out.join('')}</body></html>`
    if (countOf(html, '&') > MOST_REFERENCES)
      throw beyond(this.#location, `more than ${MOST_REFERENCES.toLocaleString('en')} references`)
    return { html, jsonLd: this.#jsonLd, savedFrom: this.#savedFrom }
  }

  #markup(): void {
    const next = this.#source.charAt(this.#at + 1)
    if (/[a-z]/iu.test(next)) this.#startTag()
    else if (next === '/') this.#endTag()
    else if (next === '!' || next === '?') this.#declaration()
    else {
      this.#write('&lt;')
      this.#at += 1
    }
  }

  #declaration(): void {
    const isComment = this.#source.startsWith('<!--', this.#at)
    const close = isComment ? '-->' : '>'
    const found = this.#source.indexOf(close, this.#at + 2)
    const end = found < 0 ? this.#source.length : found + close.length
    if (isComment && this.#savedFrom === null) {
      const text = this.#source.slice(this.#at, Math.min(end, this.#at + 2500))
      this.#savedFrom = /saved from url=\(\d+\)(\S+)/u.exec(text)?.[1] ?? null
    }
    this.#at = end
  }

  #endTag(): void {
    const end = this.#source.indexOf('>', this.#at)
    const to = end < 0 ? this.#source.length : end
    const name = nameIn(this.#source.slice(this.#at + 2, Math.min(to, this.#at + 40)))
    this.#at = to + 1
    if (name === 'q') this.#write('”')
    else if (name !== '') this.#close(name)
  }

  #close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return
    // A mismatched end tag of a hostile page must not cost a walk through all that is open.
    const lowest = Math.max(0, this.#open.length - 2 * DEEPEST)
    let at = this.#open.length - 1
    while (at >= lowest && this.#open[at]?.name !== name) at -= 1
    if (at < lowest) return
    while (this.#open.length > at) this.#pop()
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }

  #pop(): void {
    const last = this.#open.pop()
    if (last !== undefined) this.#count(last.name, -1)
    if (last?.written !== true) return
    this.#depth -= 1
    this.#write(`</${last.name}>`)
  }

  #startTag(): void {
    const name = nameIn(this.#source.slice(this.#at + 1, this.#at + 40))
    const { attributes, end, isOpen } = attributesIn(this.#source, this.#at + 1 + name.length)
    this.#at = end
    if (isOpen) return // the page ends within the tag
    if (name === 'script') this.#script(attributes)
    else if (RAW.has(name)) this.#skipTo(name, true)
    else if (EMPTY.has(name)) this.#skipTo(name, false)
    else if (name === 'q') this.#write('“')
    else if (name === 'title') this.#title()
    else if (!PLAIN.has(name) && !HEADED.has(name)) this.#element(name, attributes)
    else if (name === 'html' && this.#root.size === 0) this.#root = attributes
  }

  #element(name: string, attributes: Attributes): void {
    for (;;) {
      const last = this.#open.at(-1)
      if (last === undefined || CLOSED_BY[last.name]?.has(name) !== true) break
      this.#pop()
    }
    const isVoid = VOID.has(name)
    const isPlain = name === 'span' && attributes.size === 0
    const isWritten = !isPlain && this.#depth < DEEPEST
    if (isWritten) {
      this.#elements += 1
      if (this.#elements > MOST_ELEMENTS)
        throw beyond(this.#location, `more than ${MOST_ELEMENTS.toLocaleString('en')} elements`)
      this.#write(tag(name, attributes))
    } else if (name === 'br' || BLOCKS.has(name)) this.#write(' ')
    if (isVoid) return
    if (isWritten) this.#depth += 1
    this.#open.push({ name, written: isWritten })
    this.#count(name, 1)
    if (this.#open.length > DEEPEST_SOURCE)
      throw beyond(this.#location, `elements nested more than ${DEEPEST_SOURCE} deep`)
  }

  #title(): void {
    const from = this.#at
    this.#skipTo('title', false)
    const text = this.#source.slice(from, Math.min(this.#at, from + 2000))
    const title = text.split('<', 1).join('').replaceAll('>', '&gt;')
    if (this.#at > from) this.#write(`<title>${title}</title>`)
  }

  #script(attributes: Attributes): void {
    const from = this.#at
    const isData = /^application\/ld\+json\b/iu.test(attributes.get('type')?.trim() ?? '')
    const end = this.#skipTo('script', true)
    if (!isData || this.#jsonLd.length >= MOST_SCRIPTS || end - from > LONGEST_DATA) return
    this.#jsonLd.push(this.#wholeData(from, end))
  }

  /** A text in the data may hold `</script>`, which ends the script too early: as far as it takes to be JSON. */
  #wholeData(from: number, firstEnd: number): string {
    const first = this.#source.slice(from, firstEnd)
    const afterFirst = this.#at
    let text = first
    for (let tries = 0; tries < 3 && isCutShort(text); tries += 1) {
      if (this.#at >= this.#source.length || this.#at - from > LONGEST / 4) break
      const end = this.#skipTo('script', true)
      text = this.#source.slice(from, end)
      if (isJson(text)) return text
    }
    this.#at = afterFirst
    return first
  }

  /** Moves behind the end tag of an element; returns where that begins. */
  #skipTo(name: string, toTheEnd: boolean): number {
    const { length } = this.#source
    if (!this.#unended.has(name)) {
      const pattern = new RegExp(`</${name}(?=[\\s/>])[^>]*>?`, 'giu')
      pattern.lastIndex = this.#at
      const found = pattern.exec(this.#source)
      if (found !== null) {
        this.#at = found.index + found[0].length
        return found.index
      }
      this.#unended.add(name)
    }
    if (toTheEnd) this.#at = length
    return this.#at
  }

  #write(text: string): void {
    this.#length += text.length
    if (this.#length > LONGEST)
      throw beyond(this.#location, `more than ${LONGEST / 1_000_000} MB of text`)
    this.#out.push(text)
  }
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}

const nameIn = (text: string): string => /^[a-z][a-z0-9:-]*/iu.exec(text)?.[0].toLowerCase() ?? ''

function tag(name: string, attributes: Attributes): string {
  const written = [...attributes].map(
    ([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`,
  )
  return `<${name}${written.join('')}>`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Ends before its last bracket closes, as a script does that a text of its own has ended. */
const isCutShort = (text: string): boolean =>
  !/[\]}]\s*(?:\/\/\s*\]\]>|-->)?\s*;?\s*$/u.test(text.slice(-40))

const beyond = (location: string, what: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${location}" has ${what}; no page of one article has.`,
    'Is it a list, an archive or a broken page? Give the page of one article.',
  )
