/** Of one host so many are under way at once: one is fetched while the other is read. */
const AT_ONCE = 2

/** Which hosts are to be left alone for the moment. */
export class Hosts {
  readonly #busy = new Map<string, number>()
  readonly #resting = new Map<string, Date>()

  /** Notes that something of a host is under way; what is returned ends it. */
  enter(host: string): () => void {
    this.#busy.set(host, (this.#busy.get(host) ?? 0) + 1)
    return () => {
      const left = (this.#busy.get(host) ?? 1) - 1
      if (left === 0) this.#busy.delete(host)
      else this.#busy.set(host, left)
    }
  }

  /** A host asks for patience. */
  rest(host: string, until: Date): void {
    this.#resting.set(host, until)
  }

  /** The hosts of which nothing more is to be begun now. */
  closed(at: Date): readonly string[] {
    for (const [host, until] of this.#resting) if (until <= at) this.#resting.delete(host)
    const busy = [...this.#busy].flatMap(([host, count]) => (count >= AT_ONCE ? [host] : []))
    return [...new Set([...busy, ...this.#resting.keys()])]
  }

  /** Milliseconds until the first of those that rest may be asked again; null where none rests. */
  restsFor(at: Date): number | null {
    const ends = [...this.#resting.values()].map((until) => until.getTime() - at.getTime())
    return ends.length === 0 ? null : Math.max(0, Math.min(...ends))
  }
}
