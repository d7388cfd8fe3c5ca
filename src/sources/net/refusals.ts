import { AppError } from '../../errors.ts'

// All that is said where an address is not asked, or its answer not taken; each names the address and the next step.

const forbidden = (message: string, hint: string): AppError =>
  new AppError('address_forbidden', message, hint)

const unusable = (message: string, hint: string): AppError =>
  new AppError('answer_unusable', message, hint)

const LONGEST_SHOWN = 200

/** An address for a message: without name and password, and not longer than people read. */
function shown(address: string): string {
  const bare = address.replace(/^(?<scheme>[\w+.-]{1,20}:\/\/)[^/?#]*@/u, '$<scheme>')
  return bare.length > LONGEST_SHOWN ? `${bare.slice(0, LONGEST_SHOWN)}…` : bare
}

const LOOK = 'Open it in a browser: is it the address of an article or a feed?'

export const REFUSED = {
  noAddress: (address: string) =>
    forbidden(
      `"${shown(address)}" is no web address.`,
      'Give it whole, as a browser shows it: https://example.org/news/story',
    ),
  scheme: (address: string) =>
    forbidden(
      `"${shown(address)}" is no address that Dateline asks: it asks http and https only.`,
      'Give the address of the page, beginning with https://',
    ),
  credentials: (address: string) =>
    forbidden(
      `"${shown(address)}" was given with a user name or a password, and Dateline sends none.`,
      'Take out what stands before the @; what needs a password can be saved and taken in as a file.',
    ),
  tooLong: (address: string, limit: number) =>
    forbidden(
      `"${shown(address)}" is ${address.length} characters long; an address may have ${limit}.`,
      'Give the address of the page without what follows "?".',
    ),
  port: (url: URL) =>
    forbidden(
      `"${shown(url.href)}" asks port ${url.port}, where no web server is expected.`,
      onPurpose(url),
    ),
  notPublic: (url: URL, ip: string, why: string) =>
    forbidden(
      ip === bare(url.hostname)
        ? `"${shown(url.href)}" is ${why}; Dateline asks public addresses only.`
        : `"${shown(url.href)}" leads to ${ip}, ${why}; Dateline asks public addresses only.`,
      onPurpose(url),
    ),
  robots: (url: URL, line: number) =>
    new AppError(
      'robots_forbidden',
      `${url.host} asks programs not to read "${shown(url.href)}" (robots.txt, line ${line}).`,
      'Ask the site’s owners; or save the page in a browser and take in the file.',
    ),
  redirects: (address: string, limit: number) =>
    unusable(`"${shown(address)}" leads on more than ${limit} times.`, LOOK),
  nowhere: (address: string, status: number) =>
    unusable(`"${shown(address)}" leads on (${status}), but does not say where.`, LOOK),
  tooLarge: (address: string, limit: string) =>
    unusable(
      `"${shown(address)}" is larger than ${limit}.`,
      'No article is that large. Save what you need of it and take in the file.',
    ),
  bomb: (address: string, limit: string) =>
    unusable(
      `"${shown(address)}" unpacks to more than ${limit}.`,
      'No article is that large; the server may mean harm.',
    ),
  packed: (address: string, encoding: string) =>
    unusable(
      `"${shown(address)}" is packed as ${JSON.stringify(encoding.slice(0, 60))}, which cannot be unpacked.`,
      'Try again later; if it stays so, tell the site’s owners.',
    ),
  headers: (address: string) =>
    unusable(
      `"${shown(address)}" answers with headers larger than Dateline takes.`,
      'Try again later; if it stays so, tell the site’s owners.',
    ),
  noHttp: (address: string) =>
    unusable(`"${shown(address)}" answers with something that is not HTTP.`, LOOK),
  type: (address: string, type: string) =>
    unusable(
      `"${shown(address)}" is ${JSON.stringify(type.slice(0, 60))}: no page, no feed.`,
      'Give the address of the page that it belongs to.',
    ),
  status: (address: string, status: number) =>
    unusable(
      `"${shown(address)}" answers ${status}${STATUSES[status] === undefined ? '' : `, ${STATUSES[status]}`}.`,
      status === 401 || status === 402 || status === 403
        ? 'What a browser shows there can be saved and taken in as a file.'
        : LOOK,
    ),
} as const

const STATUSES: Readonly<Record<number, string>> = {
  204: 'nothing at all',
  304: 'no change, though nothing of it was known',
  400: 'bad request',
  401: 'wants a password',
  402: 'wants to be paid',
  403: 'not allowed',
  406: 'nothing in a form that Dateline reads',
  451: 'withheld for legal reasons',
}

const onPurpose = (url: URL): string =>
  `If that host is meant, name it in coverage.yml under "allow": ${url.host}`

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/gu, '')
