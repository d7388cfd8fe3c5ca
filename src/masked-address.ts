/**
 * The address of a database as it may be shown: without its password, and without what is asked of the driver after
 * the question mark, which may hold another.
 */
export function maskedAddress(address: string): string {
  const [start = ''] = address.split(/[?#]/u)
  // the last @: in a password that was not encoded there may be others
  const at = address.lastIndexOf('@')
  const scheme = /^[a-z]+:\/\//iu.exec(address)?.[0] ?? ''
  if (at < scheme.length) return start
  const [user = ''] = address.slice(scheme.length, at).split(':')
  const [host = ''] = address.slice(at + 1).split(/[?#]/u)
  return `${scheme}${user}:***@${host}`
}
