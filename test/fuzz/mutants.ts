/** Numbers by chance, the same ones for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Stock {
  /** Real-looking files. */
  readonly seeds: readonly (string | Uint8Array)[]
  /** What means something to the reader: marks, keys, beginnings without their end. */
  readonly words: readonly string[]
}

/** Larger ones are the business of tests that say what they are about. */
const LARGEST = 64 * 1024

type Change = (bytes: Buffer, random: () => number, stock: Made) => Buffer

interface Made {
  readonly seeds: readonly Buffer[]
  readonly words: readonly Buffer[]
}

const place = (bytes: Buffer, random: () => number): number =>
  Math.floor(random() * (bytes.length + 1))
const pick = (from: readonly Buffer[], random: () => number): Buffer =>
  from[Math.floor(random() * from.length)] ?? Buffer.alloc(0)
const cut = (bytes: Buffer, random: () => number): [number, number] => {
  const from = place(bytes, random)
  // mostly short, sometimes long
  return [from, Math.min(bytes.length, from + Math.ceil(random() ** 4 * bytes.length))]
}
const put = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])

const CHANGES: readonly Change[] = [
  // another byte
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    const at = Math.floor(random() * bytes.length)
    if (at < changed.length) changed[at] = Math.floor(random() * 256)
    return changed
  },
  // a piece left out
  (bytes, random) => {
    const [from, to] = cut(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  // a piece a second time, elsewhere
  (bytes, random) => put(bytes, place(bytes, random), bytes.subarray(...cut(bytes, random))),
  // a piece again and again
  (bytes, random) => {
    const [from, to] = cut(bytes, random)
    const piece = bytes.subarray(from, Math.min(to, from + 200))
    const times = Math.ceil(random() ** 3 * 200)
    return put(bytes, to, Buffer.concat(Array.from({ length: times }, () => piece)))
  },
  // a word that means something
  (bytes, random, { words }) => put(bytes, place(bytes, random), pick(words, random)),
  (bytes, random, { words }) => {
    const word = pick(words, random)
    const times = Math.ceil(random() ** 6 * 500)
    return put(
      bytes,
      place(bytes, random),
      Buffer.concat(Array.from({ length: times }, () => word)),
    )
  },
  // a word in the place of a piece
  (bytes, random, { words }) => {
    const [from, to] = cut(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), pick(words, random), bytes.subarray(to)])
  },
  // the head of one and the foot of another
  (bytes, random, { seeds }) => {
    const other = pick(seeds, random)
    return Buffer.concat([
      bytes.subarray(0, place(bytes, random)),
      other.subarray(place(other, random)),
    ])
  },
  // cut off
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
]

/** Files as they come out of a broken or a hostile hand; the same for the same number. */
export function mutants({ seeds, words }: Stock): (number: number) => Buffer {
  const stock: Made = {
    seeds: seeds.map((seed) => Buffer.from(seed)),
    words: words.map((word) => Buffer.from(word)),
  }
  return (number) => {
    const random = chance(number)
    let bytes = pick(stock.seeds, random)
    const changes = 1 + Math.floor(random() ** 2 * 8)
    for (let done = 0; done < changes; done += 1) {
      const change = CHANGES[Math.floor(random() * CHANGES.length)]
      bytes = (change?.(bytes, random, stock) ?? bytes).subarray(0, LARGEST)
    }
    return bytes
  }
}
