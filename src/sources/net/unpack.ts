import { Duplex, pipeline, Readable, Transform, type TransformCallback } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'

/** What can be unpacked here, as Accept-Encoding says it. */
export const ENCODINGS = 'gzip, deflate, br, zstd'

/** What RFC 8878 asks of every receiver: 8 MB; a body may not demand more memory than that. */
const ZSTD_WINDOW_LOG = 23

/** Packed more often than this is meant to harm. */
const MOST_LAYERS = 3

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => Duplex.from(inflate),
  br: () => createBrotliDecompress(),
  zstd: () =>
    createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
}

/** How a body ended. */
export type Unpacked =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** Cut at the limit: the bytes up to there. `packed`: it was the unpacking that made it so large. */
  | { readonly kind: 'over'; readonly bytes: Uint8Array; readonly packed: boolean }
  /** In a form that nobody here reads, or that is not what it says. */
  | { readonly kind: 'unreadable'; readonly encoding: string }
  /** Ended before its end. */
  | { readonly kind: 'broken' }

/** Reads a body, unpacking on the way; at no layer more than `limit` bytes are let through or held. */
export async function unpack(body: Readable, encoding: string, limit: number): Promise<Unpacked> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity')
  const known = layers.flatMap((each) => DECODERS[each] ?? [])
  if (known.length < layers.length || layers.length > MOST_LAYERS) {
    body.destroy()
    return { kind: 'unreadable', encoding }
  }
  // what was packed last comes off first
  const decoders = known.toReversed().map((create) => create())
  const counters = [body, ...decoders].map(() => new Counter(limit))
  const last: AsyncIterable<Uint8Array> = counters.at(-1) ?? body
  pipeline(zipped([body, ...decoders], counters), () => {})
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of last) chunks.push(chunk)
  } catch (error) {
    const at = counters.findIndex(({ over }) => over)
    if (at >= 0) return { kind: 'over', bytes: Buffer.concat(chunks), packed: at > 0 }
    // the body's own error is the connection's; its caller knows what to say of it
    if (body.errored === error) throw error
    return isCutShort(error) ? { kind: 'broken' } : { kind: 'unreadable', encoding }
  }
  return { kind: 'whole', bytes: Buffer.concat(chunks) }
}

const zipped = <A, B>(ones: readonly A[], others: readonly B[]): (A | B)[] =>
  ones.flatMap((one, at) => [one, ...others.slice(at, at + 1)])

/** Lets bytes through until there are too many of them. */
class Counter extends Transform {
  over = false
  #left: number

  constructor(limit: number) {
    super()
    this.#left = limit
  }

  override _transform(chunk: Uint8Array, _: BufferEncoding, done: TransformCallback): void {
    this.#left -= chunk.byteLength
    this.over = this.#left < 0
    if (this.over) done(new Error('over the limit'))
    else done(null, chunk)
  }
}

/** `deflate` means a zlib stream, and some servers send a bare one: the first byte tells. */
async function* inflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const rest = source[Symbol.asyncIterator]()
  const first = await rest.next()
  if (first.done === true) return
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  const decoder = isZlib ? createInflate() : createInflateRaw()
  pipeline(Readable.from(all()), decoder, () => {})
  yield* decoder
}

const isCutShort = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('unexpected end of file')
