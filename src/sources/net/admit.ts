import { isIP } from 'node:net'
import { AppError } from '../../errors.ts'
import { type AllowedHosts, portOf } from './allowed-hosts.ts'
import { whyNotPublic } from './public-address.ts'
import { REFUSED } from './refusals.ts'

/** More than any address of an article has. */
const LONGEST = 2000

/**
 * The address as it will be asked, or why it is not. Names are not looked up here: what they lead to is checked when
 * the connection is made.
 */
export function admit(address: string, allowed: AllowedHosts): URL | AppError {
  if (address.length > LONGEST) return REFUSED.tooLong(address, LONGEST)
  const url = URL.parse(address.trim())
  if (url === null) return REFUSED.noAddress(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return REFUSED.scheme(address)
  if (url.username !== '' || url.password !== '') return REFUSED.credentials(url.href)
  url.hash = ''
  if (allowed.has(url)) return url
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const why = isIP(host) === 0 ? null : whyNotPublic(host)
  if (why !== null) return REFUSED.notPublic(url, host, why)
  const port = portOf(url)
  // below 1024 live mail, shells and directories: services that might take a request for something else
  return port < 1024 && port !== 80 && port !== 443 ? REFUSED.port(url) : url
}
