import { directId } from './seats.ts'
import type { Workspace } from './workspace.ts'

/** Which conversation each person has in view: the app is told when its own comes into view. */
export interface Tabs {
  /** A window opens anew: whatever comes into view next has been opened. */
  closed(person: string): void
  /** True where this was not in view before. */
  opened(person: string, channel: string): boolean
}

export function openTabs(): Tabs {
  const inView = new Map<string, string>()
  return {
    closed: (person) => void inView.delete(person),
    opened(person, channel) {
      const fresh = inView.get(person) !== channel
      inView.set(person, channel)
      return fresh
    },
  }
}

/** The app's Home tab, or the one with its messages, comes into view. */
export function tellOpened(workspace: Workspace, person: string, tab: 'home' | 'messages'): void {
  const { events, timestamp, views } = workspace
  const home = views.homeOf(person)
  events.tell('app_home_opened', {
    type: 'app_home_opened',
    user: person,
    channel: directId(person),
    tab,
    event_ts: timestamp(),
    ...(tab === 'home' && home !== undefined ? { view: home.payload } : {}),
  })
}
