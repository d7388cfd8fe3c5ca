import type { Dispatcher } from 'undici'
import { AppError } from '../../errors.ts'
import { REFUSED } from './refusals.ts'
import { unpack } from './unpack.ts'

export interface Question {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Bytes of the body, as sent and as unpacked. */
  readonly limit: number
  /** What is done with more: a robots.txt counts as far as it was read, a page does not count at all. */
  readonly over: 'cut' | 'refuse'
  /** Whether the body of an answer is wanted. */
  readonly wants: (head: Head) => boolean
  readonly signal: AbortSignal
}

export interface Head {
  readonly url: URL
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export type Exchanged =
  /** `body` is empty where it was not wanted. */
  | ({ readonly kind: 'answer'; readonly body: Uint8Array } & Head)
  /** No answer, or not all of it. `unreachable`: no connection came about. */
  | {
      readonly kind: 'failed'
      readonly how: 'unreachable' | 'silent' | 'broken' | 'closed'
      readonly why: string
    }
  | { readonly kind: 'refused'; readonly error: AppError }

/** Why the signal of a question is aborted. */
export const TIME_IS_UP = 'time is up'

const EMPTY = new Uint8Array()

/** One request and its answer, within its limits. Never throws for what a server does. */
export async function exchange(dispatcher: Dispatcher, question: Question): Promise<Exchanged> {
  const { url, signal } = question
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: question.headers,
      signal,
    })
    // what is thrown away half read complains to nobody
    answer.body.on('error', () => {})
    const head = { url, status: answer.statusCode, headers: flat(answer.headers) }
    if (question.wants(head)) return await readBody(answer.body, head, question)
    answer.body.destroy()
    return { kind: 'answer', ...head, body: EMPTY }
  } catch (error) {
    return failure(error, question)
  }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  head: Head,
  { url, limit, over, signal }: Question,
): Promise<Exchanged> {
  if (over === 'refuse' && Number(head.headers['content-length'] ?? 0) > limit) {
    body.destroy()
    return { kind: 'refused', error: REFUSED.tooLarge(url.href, megabytes(limit)) }
  }
  const read = await unpack(body, head.headers['content-encoding'] ?? '', limit)
  if (signal.aborted) return silent(url, signal)
  switch (read.kind) {
    case 'whole':
      return { kind: 'answer', ...head, body: read.bytes }
    case 'over':
      if (over === 'cut') return { kind: 'answer', ...head, body: read.bytes }
      return {
        kind: 'refused',
        error: (read.packed ? REFUSED.bomb : REFUSED.tooLarge)(url.href, megabytes(limit)),
      }
    case 'broken':
      return brokenOff(url)
    case 'unreadable':
      return { kind: 'refused', error: REFUSED.packed(url.href, read.encoding) }
    default:
      return read satisfies never
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 102.4) / 10} MB`

const flat = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

const brokenOff = ({ host }: URL): Exchanged => ({
  kind: 'failed',
  how: 'broken',
  why: `${host} broke off in the middle of its answer.`,
})

const silent = ({ host }: URL, { reason }: AbortSignal): Exchanged =>
  reason === TIME_IS_UP
    ? { kind: 'failed', how: 'silent', why: `${host} did not come to an end in time.` }
    : { kind: 'failed', how: 'closed', why: 'Dateline stopped asking before the answer was there.' }

// Codes of Node, of undici, of the name service; a code that is not here is a fault of the connection.
const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name',
  ENODATA: 'there is no host of that name',
  EAI_AGAIN: 'its name cannot be looked up at the moment',
  ECONNREFUSED: 'it takes no connections',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
}

function failure(error: unknown, { url, signal }: Question): Exchanged {
  if (signal.aborted) return silent(url, signal)
  const refusal = causes(error).find((each) => each instanceof AppError)
  if (refusal !== undefined) return { kind: 'refused', error: refusal }
  const codes = causes(error).flatMap((each) => codeOf(each) ?? [])
  const code = codes.find((each) => UNREACHABLE[each] !== undefined)
  if (code !== undefined) return unreachable(url, UNREACHABLE[code] ?? '')
  const certificate = codes.find((each) =>
    /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(?:TLS|SSL)/u.test(each),
  )
  if (certificate !== undefined)
    return unreachable(url, `its certificate cannot be trusted (${certificate})`)
  if (codes.some((each) => /HEADERS?_OVERFLOW/u.test(each)))
    return { kind: 'refused', error: REFUSED.headers(url.href) }
  if (causes(error).some(({ name }) => name === 'HTTPParserError'))
    return { kind: 'refused', error: REFUSED.noHttp(url.href) }
  if (codes.length === 0) throw error
  return brokenOff(url)
}

const unreachable = ({ host }: URL, why: string): Exchanged => ({
  kind: 'failed',
  how: 'unreachable',
  why: `${host} cannot be reached: ${why}.`,
})

/** An error and what it was made of: undici and Node pack them into each other. */
function causes(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return []
  const inner = error instanceof AggregateError ? error.errors : [error.cause]
  return [error, ...inner.flatMap(causes)]
}

const codeOf = (error: Error): string | null =>
  'code' in error && typeof error.code === 'string' ? error.code : null
