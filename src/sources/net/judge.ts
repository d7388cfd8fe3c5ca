import type { Accept, Fetched, Page } from './fetched.ts'
import type { Head } from './exchange.ts'
import { REFUSED } from './refusals.ts'
import { retryAfter } from './retry-after.ts'

export const ACCEPT = {
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
  sitemap: 'application/xml, text/xml, application/gzip;q=0.9, */*;q=0.1',
  any: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
} as const satisfies Record<Accept, string>

/** What an answer means; a page still lacks its body. */
export type Judged =
  | Exclude<Fetched, Page>
  | { readonly kind: 'leads'; readonly to: string }
  | { readonly kind: 'take' }

const REDIRECTS: ReadonlySet<number> = new Set([300, 301, 302, 303, 307, 308])
const BUSY: ReadonlySet<number> = new Set([408, 425, 429])

/** Nothing in these can be read as text or as a list of addresses. */
const NO_TEXT =
  /^(?:(?:image|audio|video|font|model)\/(?!svg)|application\/(?:pdf|zip|msword|vnd\.(?!google)|x-(?:7z|rar|tar|bzip|shockwave|msdownload)|wasm|java-archive))/iu

interface Asked {
  readonly conditional: boolean
  readonly now: Date
}

export function judge({ url, status, headers }: Head, { conditional, now }: Asked): Judged {
  const { href } = url
  if (REDIRECTS.has(status)) {
    const to = headers['location']
    if (to !== undefined && to !== '') return { kind: 'leads', to }
    return { kind: 'refused', error: REFUSED.nowhere(href, status) }
  }
  if (status === 304 && conditional) return { kind: 'unchanged', url: href }
  if (status === 404 || status === 410) return { kind: 'gone', status }
  if (status >= 500 || BUSY.has(status))
    return {
      kind: 'later',
      after: retryAfter(headers['retry-after'], now),
      why: `${url.host} answers ${status}: not now.`,
    }
  if (status < 200 || status > 299 || status === 204 || status === 205)
    return { kind: 'refused', error: REFUSED.status(href, status) }
  const type = headers['content-type'] ?? ''
  if (NO_TEXT.test(type)) return { kind: 'refused', error: REFUSED.type(href, type) }
  return { kind: 'take' }
}
