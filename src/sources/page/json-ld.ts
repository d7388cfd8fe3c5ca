/** What a page's data say of its article, as schema.org names it. Texts, not yet judged. */
export interface ArticleData {
  readonly type: string
  readonly headline: string | null
  readonly description: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly authors: readonly Party[]
  readonly publisher: string | null
  /** Of another house, where the data say so. */
  readonly source: string | null
  readonly url: string | null
  readonly language: string | null
  readonly body: string | null
  readonly updates: readonly Update[]
}

interface Party {
  readonly name: string
  readonly isPerson: boolean
}

/** An entry of a live blog. */
export interface Update {
  readonly headline: string | null
  readonly published: string | null
  readonly body: string | null
}

// The more it says that this is the page's article, the earlier.
const TYPES = [
  'liveblogposting',
  'reportagenewsarticle',
  'backgroundnewsarticle',
  'analysisnewsarticle',
  'newsarticle',
  'report',
  'article',
  'blogposting',
  'opinionnewsarticle',
  'reviewnewsarticle',
  'advertisercontentarticle',
  // of no article, but with its dates
  'webpage',
] as const

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const DEEPEST = 8
const MOST_NODES = 2000

/** The article of a page's scripts of data; null where none of them is one. Broken scripts are passed over. */
export function articleData(scripts: readonly string[]): ArticleData | null {
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script)))
  const ids = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [],
    ),
  )
  const articles = nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
  const best = articles[0]?.node
  return best === undefined ? null : dataOf(best, ids)
}

/** The name of the site or house that the data of a page tell of beside its article. */
export function siteData(scripts: readonly string[]): string | null {
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script)))
  const site =
    nodes.find((node) => typesOf(node).includes('newsmediaorganization')) ??
    nodes.find((node) => typesOf(node).includes('website'))
  return site === undefined ? null : textOf(site['name'])
}

const rankOf = (node: Json): number => {
  const ranks = typesOf(node)
    .map((type) => TYPES.findIndex((each) => each === type))
    .filter((rank) => rank >= 0)
  // Data of related stories have neither text nor dates.
  if (ranks.length === 0) return -1
  if (Math.min(...ranks) === TYPES.length - 1 && node['datePublished'] === undefined) return -1
  const says = ['headline', 'name', 'datePublished', 'articleBody', 'liveBlogUpdate']
  return says.some((key) => node[key] !== undefined) ? Math.min(...ranks) : -1
}

const typesOf = (node: Json): readonly string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/u, '').toLowerCase())

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

// What holds articles; an author's or a picture's own data are none of the page's article.
const HOLDERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']

/** The objects of the data that may be articles, those nearer to the top first; no deeper than data of pages go. */
function nodesIn(value: unknown): readonly Json[] {
  const found: Json[] = []
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: unknown[] = []
    for (const each of level.slice(0, MOST_NODES)) {
      if (Array.isArray(each)) next.push(...each.slice(0, MOST_NODES))
      else if (isObject(each)) {
        found.push(each)
        next.push(...HOLDERS.map((key) => each[key]).filter((held) => typeof held === 'object'))
      }
    }
    level = next
  }
  return found.slice(0, MOST_NODES)
}

/** JSON as pages have it: in comments, with bare line breaks in its texts, with a comma too many. */
function parsed(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)/u, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)$/u, '')
    .replace(/;\s*$/u, '')
  return json(text) ?? json(mended(text)) ?? null
}

const mended = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are just the ones that JSON forbids in texts
    .replace(/[\u0000-\u001f]+/gu, ' ')
    .replace(/,(?=\s{0,40}[}\]])/gu, '')

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not JSON: mended first, then passed over
  }
}

const LONGEST = 2_000_000

function dataOf(node: Json, ids: ReadonlyMap<string, Json>): ArticleData {
  const whole = (value: unknown): unknown => {
    const id = isObject(value) && value['name'] === undefined ? value['@id'] : undefined
    return typeof id === 'string' ? (ids.get(id) ?? value) : value
  }
  const publisher = listOf(node['publisher']).map(whole)[0]
  return {
    type: typesOf(node)[0] ?? '',
    headline: textOf(node['headline']) ?? textOf(node['name']),
    description: textOf(node['description']),
    published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
    modified: textOf(node['dateModified']),
    authors: [node['author'], node['creator']]
      .flatMap(listOf)
      .slice(0, 20)
      .map(whole)
      .flatMap(partyOf)
      .filter((party, at, all) => all.findIndex(({ name }) => name === party.name) === at),
    publisher: nameOf(publisher),
    source: nameOf(listOf(node['sourceOrganization'])[0]) ?? textOf(node['creditText']),
    url: urlOf(node['url']) ?? urlOf(node['mainEntityOfPage']),
    language: textOf(listOf(node['inLanguage'])[0]) ?? nameOf(listOf(node['inLanguage'])[0]),
    body: longTextOf(node['articleBody']),
    updates: listOf(node['liveBlogUpdate'])
      .filter(isObject)
      .slice(0, MOST_NODES)
      .map((update) => ({
        headline: textOf(update['headline']),
        published: textOf(update['datePublished']),
        body: longTextOf(update['articleBody']),
      })),
  }
}

function partyOf(value: unknown): readonly Party[] {
  const name = nameOf(value)
  if (name === null || /^https?:/iu.test(name)) return []
  const types = isObject(value) ? typesOf(value) : []
  return [{ name, isPerson: !types.some((type) => type.endsWith('organization')) }]
}

const nameOf = (value: unknown): string | null =>
  isObject(value) ? textOf(value['name']) : textOf(value)

const urlOf = (value: unknown): string | null =>
  isObject(value) ? (textOf(value['@id']) ?? textOf(value['url'])) : textOf(value)

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > 5000) return null
  const plain = unescaped(text).replace(/\s+/gu, ' ').trim()
  return plain === '' ? null : plain
}

const longTextOf = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return null
  return unescaped(
    value
      .slice(0, LONGEST)
      .replace(/<\/?(?:p|br|div)\b[^<>]{0,300}>/giu, '\n')
      .replace(/<[^<>]{1,300}>/gu, ''),
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  eacute: 'é',
  uuml: 'ü',
}

/** Data are no markup, but many systems write them as if they were: `Syria&#8217;s`. */
const unescaped = (text: string): string =>
  text
    .replace(
      /&(?:#(?<code>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]{2,8}));/giu,
      (all, ...rest) => {
        const groups: unknown = rest.at(-1)
        if (!isObject(groups)) return all
        const { code, hex, name } = groups
        if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? all
        const point = typeof code === 'string' ? Number(code) : Number.parseInt(String(hex), 16)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all
      },
    )
    .toWellFormed()
    .replaceAll('\0', '')
