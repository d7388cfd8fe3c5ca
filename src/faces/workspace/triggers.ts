import type { Clock } from '../../clock.ts'
import { newId } from './ids.ts'

/** What an interaction is good for: one modal, within three seconds. */
export interface Triggers {
  issue(person: string, inView: string | null): string
  /** Uses one up; an error code where it is unknown, old or used. */
  exchange(
    id: string,
  ):
    | { readonly ok: true; readonly person: string; readonly inView: string | null }
    | { readonly ok: false; readonly error: string }
}

const GOOD_MS = 3_000
/** So long it is known as an old one. */
const KNOWN_MS = 10 * 60_000

export function openTriggers(clock: Clock): Triggers {
  interface Trigger {
    readonly person: string
    readonly inView: string | null
    readonly until: number
    readonly used: boolean
  }
  const triggers = new Map<string, Trigger>()
  return {
    issue(person, inView) {
      const now = clock.now().getTime()
      for (const [id, { until }] of triggers) {
        if (until + KNOWN_MS >= now) break
        triggers.delete(id)
      }
      const id = `${now}.${newId('')}`
      triggers.set(id, { person, inView, until: now + GOOD_MS, used: false })
      return id
    },
    exchange(id) {
      const trigger = triggers.get(id)
      if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' }
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' }
      if (clock.now().getTime() > trigger.until) return { ok: false, error: 'expired_trigger_id' }
      triggers.set(id, { ...trigger, used: true })
      return { ok: true, person: trigger.person, inView: trigger.inView }
    },
  }
}
