import type { Clock } from '../../clock.ts'
import type { Live } from './live.ts'
import type { Places } from './places.ts'

/** "Dateline is looking …" under a thread: until the app says something there, or two minutes. */
export interface Statuses {
  set(channel: string, threadTs: string, text: string): void
  clear(channel: string, threadTs: string): void
}

const LAPSE_MS = 2 * 60_000

export function openStatuses(parts: {
  readonly clock: Clock
  readonly live: Live
  readonly places: Places
}): Statuses {
  const { clock, live, places } = parts
  const shown = new Map<string, () => void>()
  const tell = (channel: string, threadTs: string, text: string): void => {
    const place = places.find(channel)
    if (place === undefined) return
    live.tell(places.audience(place), { kind: 'status', channel, threadTs, text })
  }
  const clear = (channel: string, threadTs: string): void => {
    const key = `${channel} ${threadTs}`
    const callOff = shown.get(key)
    if (callOff === undefined) return
    callOff()
    shown.delete(key)
    tell(channel, threadTs, '')
  }
  return {
    clear,
    set(channel, threadTs, text) {
      clear(channel, threadTs)
      if (text === '') return
      tell(channel, threadTs, text)
      const callOff = clock.after(LAPSE_MS, () => clear(channel, threadTs))
      shown.set(`${channel} ${threadTs}`, callOff)
    },
  }
}
