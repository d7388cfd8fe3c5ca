import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { type AllowedHosts } from './allowed-hosts.ts'
import { whyNotPublic } from './public-address.ts'
import { REFUSED } from './refusals.ts'

/** One answer of the name service. */
interface Resolved {
  readonly address: string
  readonly family: number
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>

/** As every program of this machine resolves names, `/etc/hosts` included. */
export const machineResolve: Resolve = (hostname) => lookup(hostname, { all: true })

interface ConnectOptions {
  readonly allowed: AllowedHosts
  readonly resolve: Resolve
  readonly timeoutMs: number
}

/**
 * Makes connections for undici. A name is asked for once for each connection; all its addresses must be public, and
 * the connection is made to one of just those: there is no second question whose answer could be another.
 */
export const checkedConnector =
  (given: ConnectOptions): buildConnector.connector =>
  (options, callback) =>
    void connect(given, options, callback)

async function connect(
  given: ConnectOptions,
  options: buildConnector.Options,
  callback: buildConnector.Callback,
): Promise<void> {
  let addresses: readonly Resolved[]
  try {
    addresses = await checkedAddresses(options, given)
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)), null)
    return
  }
  const make = buildConnector({ timeout: given.timeoutMs, lookup: answering(addresses) })
  make(options, callback)
}

async function checkedAddresses(
  { protocol, hostname, port }: buildConnector.Options,
  { allowed, resolve }: Pick<ConnectOptions, 'allowed' | 'resolve'>,
): Promise<readonly Resolved[]> {
  const host = hostname.replace(/^\[|\]$/gu, '')
  const family = isIP(host)
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }]
  const url = new URL(`${protocol}//${family === 6 ? `[${host}]` : host}:${port}/`)
  if (allowed.has(url)) return addresses
  for (const { address } of addresses) {
    const why = whyNotPublic(address)
    if (why !== null) throw REFUSED.notPublic(url, address, why)
  }
  return addresses
}

/** A look-up that knows its answer. */
const answering =
  (addresses: readonly Resolved[]): LookupFunction =>
  (hostname, options, callback) => {
    const [first] = addresses
    if (first === undefined) {
      callback(Object.assign(new Error(`no address of ${hostname}`), { code: 'ENOTFOUND' }), '')
    } else if (options.all === true) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }
