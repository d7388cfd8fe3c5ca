import { createHash } from 'node:crypto'

// What is added to an address to know where a reader came from, or how the page is to be drawn: never part of which
// article it is. A name, or the beginning of one before `*`.
const TRACKING = new RegExp(
  `^(?:${'utm_.* mtm_.* pk_.* piwik_.* hsa_.* at_.* xtor wt\\..* ns_.* mc_cid mc_eid _ga _gl gclid gclsrc dclid gbraid wbraid fbclid msclkid twclid ttclid igshid igsh yclid mkt_tok vero_id oly_.* s_cid cmpid cmp cid icid ito ocid ncid sref smid smtyp ref ref_src ref_url referrer referer rss feedtype feedname source src share shared sharetype partner campaign campaign_id spm amp outputtype output print printable guccounter guce_.* traffic_source via from_rss intcmp int_.* dm_i trk ftag sr_share taid __twitter_impression mibextid sfnsn fb_.* _hsenc _hsmi __hs.* gad_.* li_fat_id rdt_cid ysclid srsltid wprov _branch_match_id s_kwcid ef_id epik _openstat tblci oborigurl dicbo sc_cid elq.*'.replaceAll(' ', '|')})$`,
  'iu',
)

const MOBILE = /^(?:m|mobile|amp|wap|mobi)\.(?=[^.]+\.)/u
const INDEX = /\/(?:index|default)\.(?:html?|php|aspx?)$/iu

/**
 * One form for all the addresses of an article: host in lower case, no default port, no fragment, no user; nothing that
 * tracks or asks for another drawing (AMP, mobile, print); the rest of the query in order, no slash at the end. Null
 * for what is no address of the web. It tells articles apart and is what people are sent to; where a machine fetches a
 * page, it takes the address it was given.
 */
export function canonicalAddress(address: string): string | null {
  const url = parsed(address)
  return url === null ? null : written(unwrapped(url))
}

/**
 * An address as it may be kept: a password in it goes, while the name before the @ stays, by which the address is
 * refused when it is asked.
 */
export function withoutPassword(address: string): string {
  const url = parsed(address)
  if (url === null || url.password === '') return address
  url.username ||= 'somebody'
  url.password = ''
  return url.href
}

function parsed(address: string): URL | null {
  const url = URL.parse(address.trim())
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url : null
}

/** The page behind a cache of AMP pages: `www-site-example.cdn.ampproject.org/c/s/www.site.example/story`. */
function unwrapped(url: URL): URL {
  const found =
    /(?:^|\.)cdn\.ampproject\.org$/u.test(url.hostname) ||
    /^www\.google\.[a-z.]+$/u.test(url.hostname)
      ? /^\/(?:[a-z]\/|amp\/)(?<secure>s\/)?(?<rest>[^/]+\..+)$/u.exec(url.pathname)?.groups
      : undefined
  if (found === undefined) return url
  return (
    URL.parse(`http${found['secure'] === undefined ? '' : 's'}://${found['rest']}${url.search}`) ??
    url
  )
}

function written(url: URL): string {
  const host = url.hostname.replace(/\.$/u, '').replace(MOBILE, '')
  const port = url.port === '' ? '' : `:${url.port}`
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .toSorted(([a, left], [b, right]) => compare(a, b) || compare(left, right))
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`
  return `${url.protocol}//${host}${port}${pathOf(url)}${search}`
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)

function pathOf(url: URL): string {
  const path = percent(url.pathname)
    .replace(/\/{2,}/gu, '/')
    .replace(INDEX, '/')
    .replace(/\.amp(?=\.html?$|$)/iu, '')
    .replace(/^\/amp(?=\/)/iu, '')
    .replace(/\/amp(?:\.html?)?\/?$/iu, '')
    .replace(/\/+$/u, '')
  return path === '' ? '/' : path
}

/** `%7e` and `~`, `%d9` and `%D9` are the same; letters beyond ASCII stay escaped, as they go over the wire. */
const percent = (path: string): string =>
  path.replace(/%[\da-f]{2}/giu, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/u.test(character) ? character : escape.toUpperCase()
  })

/** What two addresses of one article share though one is of http and one of https, one with `www.` and one without. */
const sameness = (canonical: string): string => canonical.replace(/^https?:\/\/(?:www\.)?/u, '')

/** The other addresses of the same article that differ from one in no more than that. */
export function twinsOf(canonical: string): readonly string[] {
  const rest = sameness(canonical)
  const all = ['http://', 'https://', 'http://www.', 'https://www.'].map((each) => each + rest)
  return all.filter((each) => each !== canonical)
}

const SLUG = 48

/** An article's id out of its address: host, the words of its path and a mark that keeps like ones apart. */
export function articleIdOf(address: string): string {
  const canonical = canonicalAddress(address) ?? address
  const key = sameness(canonical)
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 8)
  const host = key.split(/[/?]/u, 1).join('')
  const parts = decoded(key.slice(host.length).split('?', 1).join(''))
    .split('/')
    .map((part) => dashed(part.replace(/\.\w{2,5}$/u, '')))
    .filter((part) => part !== '')
  const slug = parts.toSorted((a, b) => lettersIn(b) - lettersIn(a))[0] ?? ''
  const short =
    slug.length <= SLUG
      ? slug
      : slug
          .slice(0, SLUG + 1)
          .replace(/-[^-]*$/u, '')
          .slice(0, SLUG)
  return [dashed(host), short, mark].filter((part) => part !== '').join('-')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // not UTF-8: as it stands
  }
}

const dashed = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')

const lettersIn = (text: string): number => (text.match(/\p{L}/gu) ?? []).length

// Below these a name is registered, not below a country alone: `site.co.uk`.
const SECOND_LEVEL = /^(?:com?|org|net|gov|gob|edu|ac|ltd|news|press|info|gen|mil)$/u

/** The part of a host that somebody registered. */
function siteOf(host: string): string {
  if (/^[\d.]+$|[:\]]/u.test(host)) return host // a number, no name
  const labels = host.split('.')
  const isSecond =
    labels.length > 2 &&
    (labels.at(-1) ?? '').length === 2 &&
    SECOND_LEVEL.test(labels.at(-2) ?? '')
  return labels.slice(isSecond ? -3 : -2).join('.')
}

/**
 * The canonical address that a page claims, where that can be believed: of the same site, and of an article. Systems
 * point every page at the home page, at its section or at `/?p=` without its number by mistake, and a copied page at the one that it was copied from.
 */
export function claimedAddress(claim: string | null, address: string | null): string | null {
  if (claim === null || claim.trim() === '') return null
  const url = address === null ? parsed(claim) : absolute(claim, address)
  const claimed = url === null ? null : canonicalAddress(url.href)
  const own = address === null ? null : canonicalAddress(address)
  if (claimed === null || !isArticle(claimed)) return null
  if (own === null) return claimed
  const [theirs, ours] = [new URL(claimed), new URL(own)]
  if (siteOf(theirs.hostname) !== siteOf(ours.hostname)) return null
  const losesQuery = theirs.search === '' && ours.search !== '' && theirs.pathname === ours.pathname
  return losesQuery || isAbove(theirs.pathname, ours.pathname) ? null : claimed
}

const absolute = (claim: string, address: string): URL | null =>
  parsed(URL.parse(claim.trim(), address)?.href ?? '')

const isArticle = (address: string): boolean => {
  const { pathname, search } = new URL(address)
  return pathname !== '/' || search !== ''
}

/**
 * Where the address of an article leads up to, on its own site: what an outlet does that takes a page down without
 * saying so. Null for every other way: a page that moved, another site, a wall that asks for consent or a login.
 */
export function leadsUp(from: string, to: string): 'front-page' | 'section' | null {
  const [own, there] = [canonicalAddress(from), canonicalAddress(to)]
  if (own === null || there === null || !isArticle(own)) return null
  const [ours, theirs] = [new URL(own), new URL(there)]
  if (siteOf(ours.hostname) !== siteOf(theirs.hostname)) return null
  if (!isArticle(there)) return 'front-page'
  // what is cut off must look like a story: `/story/print` that leads to `/story` is the story
  const cut = ours.pathname.slice(theirs.pathname.length)
  return isAbove(theirs.pathname, ours.pathname) && LIKE_A_STORY.test(cut) ? 'section' : null
}

/** `/news` above `/news/2016/12-killed-in-idlib`: a section. A page's number below its story is none: `/a-long-story/2`. */
const isAbove = (theirs: string, ours: string): boolean =>
  ours.startsWith(`${theirs}/`) && !LIKE_A_STORY.test(theirs.split('/').at(-1) ?? '')

/** Several words, or a number. */
const LIKE_A_STORY = /[-_].*[-_]|\d{5,}/u
