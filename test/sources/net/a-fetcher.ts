import { onTestFinished } from 'vitest'
import { openFetcher, type FetcherOptions } from '../../../src/sources/net/fetcher.ts'
import type { Fetched, Fetcher } from '../../../src/sources/net/fetched.ts'
import type { Resolve } from '../../../src/sources/net/connect.ts'
import { userAgent } from '../../../src/sources/net/user-agent.ts'
import { TestClock } from '../../support/test-clock.ts'

export const START = new Date('2016-05-01T10:00:00Z')

/** A fetcher whose time stands still, which asks no name service, and which a test closes at its end. */
export function aFetcher(over: Partial<FetcherOptions> = {}): {
  readonly fetcher: Fetcher
  readonly clock: TestClock
} {
  const clock = new TestClock(START.getTime())
  const fetcher = openFetcher({
    allowedHosts: [],
    agent: userAgent('desk@example.org'),
    gap: 0,
    clock,
    resolve: names({}),
    random: () => 0,
    ...over,
  })
  onTestFinished(() => fetcher.close())
  return { fetcher, clock }
}

/** A name service that knows these names; an address of several answers has them all. */
export const names =
  (known: Readonly<Record<string, readonly string[]>>): Resolve =>
  (hostname) => {
    const found = known[hostname]
    return found === undefined
      ? Promise.reject(Object.assign(new Error(hostname), { code: 'ENOTFOUND' }))
      : Promise.resolve(
          found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
  }

/** What came, in a line. */
export function told(fetched: Fetched): string {
  switch (fetched.kind) {
    case 'page':
      return `page ${new TextDecoder().decode(fetched.body).slice(0, 40)}`
    case 'unchanged':
      return 'unchanged'
    case 'gone':
      return `gone ${fetched.status}`
    case 'later':
      return `later ${fetched.after?.toISOString().slice(11, 19) ?? '?'} ${fetched.why}`
    case 'refused':
      return `${fetched.error.code} ${fetched.error.message}`
    default:
      return fetched satisfies never
  }
}
