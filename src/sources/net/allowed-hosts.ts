/** Hosts that are opened on purpose, private or not: an intranet's, a test's. */
export interface AllowedHosts {
  has(url: Readonly<Pick<URL, 'hostname' | 'port' | 'protocol'>>): boolean
}

const ENTRY = /^(?<host>\[[\da-f:.]+\]|[^\s:/?#@[\]]+)(?::(?<port>\d{1,5}))?$/iu

/** The host and port of an entry, `intranet.example`, `127.0.0.1:8080`, `[::1]:8080`; null for what is none. */
export function readHost(entry: string): { host: string; port: string | null } | null {
  const { host = '', port } = ENTRY.exec(entry.trim())?.groups ?? {}
  if (host === '' || (port !== undefined && Number(port) > 65_535)) return null
  try {
    // the form that addresses have once they are parsed: small letters, punycode, short IPv6
    return { host: plain(new URL(`http://${host}/`).hostname), port: port ?? null }
  } catch {
    return null
  }
}

/** An entry without a port opens all ports of its host. */
export function allowedHosts(entries: readonly string[]): AllowedHosts {
  const known = entries.flatMap((entry) => readHost(entry) ?? [])
  return {
    has: (url) =>
      known.some(
        ({ host, port }) =>
          host === plain(url.hostname) && (port === null || Number(port) === portOf(url)),
      ),
  }
}

const plain = (hostname: string): string => hostname.replace(/\.$/u, '')

export const portOf = ({ port, protocol }: Readonly<Pick<URL, 'port' | 'protocol'>>): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
