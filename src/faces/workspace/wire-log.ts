import type { Clock } from '../../clock.ts'
import type { Live } from './live.ts'
import type { WireEntry } from './page-api.ts'

/** What went over the wire between bot and workspace, the last of it, without secrets. */
export interface WireLog {
  note(entry: Omit<WireEntry, 'at' | 'id'>): void
  readonly last: readonly WireEntry[]
}

const KEPT = 200
const TOKEN = /\b(?:xox[a-z]|xapp|xwfp)-[\w-]+/gu

/** `secrets` are replaced wherever they stand, as is whatever looks like a token. */
export function openWireLog(options: {
  readonly clock: Clock
  readonly live: Live
  readonly secrets: readonly string[]
}): WireLog {
  const { clock, live } = options
  const secrets = options.secrets.filter((secret) => secret !== '')
  const entries: WireEntry[] = []
  let noted = 0
  const clean = (payload: unknown): unknown => {
    const json = JSON.stringify(payload ?? null)
    const masked = secrets.reduce((text, secret) => text.replaceAll(secret, '[token]'), json)
    return JSON.parse(masked.replace(TOKEN, '[token]'))
  }
  return {
    note(given) {
      noted += 1
      const at = clock.now().toISOString()
      const entry = { ...given, id: noted, at, payload: clean(given.payload) }
      entries.push(entry)
      if (entries.length > KEPT) entries.shift()
      live.tellAll({ kind: 'wire', entry })
    },
    get last() {
      return [...entries]
    },
  }
}
