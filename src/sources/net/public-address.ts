import ipaddr from 'ipaddr.js'

// Names for people: why an address is none of those that Dateline asks.
const KINDS: Readonly<Record<string, string>> = {
  loopback: 'this machine itself',
  unspecified: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  deprecatedSiteLocal: 'a private network',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'a provider’s inner network',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  metadata: 'the metadata service of a cloud',
}

/** What cloud machines ask about themselves; most of these lie in ranges that are refused anyway. */
const METADATA: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
])

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** What an IP address is where it is not a public one; null for a public one. */
export function whyNotPublic(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'no address'
  const parsed = ipaddr.parse(address)
  if (METADATA.has(parsed.toString())) return KINDS['metadata'] ?? null
  return parsed.kind() === 'ipv4'
    ? named(parsed.range())
    : whyNotPublic6(ipaddr.IPv6.parse(address))
}

function whyNotPublic6(address: ipaddr.IPv6): string | null {
  const range = address.range()
  // an IPv4 address in the clothes of an IPv6 one is as public as it is itself
  if (range === 'ipv4Mapped') return whyNotPublic(address.toIPv4Address().toString())
  if (address.match(NAT64)) return whyNotPublic(embedded(address))
  // 2000::/3 is all that is given out for the public network; the rest has no name that people know
  if (range === 'unicast' && (!address.match(GLOBAL_UNICAST) || isIsatap(address)))
    return 'a reserved address'
  return named(range)
}

/** The last 32 bits as IPv4. */
const embedded = (address: ipaddr.IPv6): string =>
  ipaddr.fromByteArray(address.toByteArray().slice(12)).toString()

/** A tunnel within an organisation: its last half is `0:5efe` or `200:5efe` and an IPv4 address. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean =>
  parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200)

const named = (range: string): string | null =>
  range === 'unicast' ? null : (KINDS[range] ?? 'a reserved address')
