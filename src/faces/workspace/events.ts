import type { Clock } from '../../clock.ts'
import type { Deliveries } from './delivery.ts'
import { newId } from './ids.ts'
import type { AppManifest } from './manifest.ts'
import { forBot } from './messages.ts'
import type { Kept } from './messages.ts'
import { mentions } from './mentions.ts'
import type { Payload } from './payload.ts'
import type { Place } from './places.ts'
import { APP, TEAM } from './seats.ts'

/** What the app subscribes to and is therefore told. */
export interface Events {
  tell(subscription: string, event: Payload): void
  /** A message in a conversation that the app is a member of: as `message`, and where it is called as `app_mention`. */
  said(message: Kept, place: Place): void
  /** The next mentions so many times come as `app_mention` and as `message` both, whatever is subscribed to. */
  both(times: number): void
}

export function openEvents(options: {
  readonly clock: Clock
  readonly deliveries: Deliveries
  readonly manifest: AppManifest
}): Events {
  const { clock, deliveries, manifest } = options
  let both = 0
  const send = (event: Payload): void => {
    const at = Math.floor(clock.now().getTime() / 1_000)
    void deliveries.send({ kind: 'events_api', payload: enveloped(event, at) })
  }
  const tell = (subscription: string, event: Payload): void => {
    if (manifest.events.has(subscription)) send(event)
  }
  return {
    tell,
    both: (times) => void (both += times),
    said(message, place) {
      if (!place.members.has(APP.user)) return
      const called =
        place.kind === 'channel' && message.author !== APP.user && mentions(message, APP.user)
      const twice = called && both > 0
      if (twice) both -= 1
      const event = { ...forBot(message), channel: place.id, event_ts: message.ts }
      const plain = { ...event, channel_type: place.kind }
      if (twice) send(plain)
      else tell(subscriptionOf(place), plain)
      if (!called) return
      if (twice) send({ ...event, type: 'app_mention' })
      else tell('app_mention', { ...event, type: 'app_mention' })
    },
  }
}

export const subscriptionOf = ({ kind }: Place): string =>
  kind === 'im' ? 'message.im' : 'message.channels'

const enveloped = (event: Payload, at: number): Payload => ({
  token: 'deprecated',
  team_id: TEAM.id,
  context_team_id: TEAM.id,
  context_enterprise_id: null,
  api_app_id: APP.id,
  event,
  type: 'event_callback',
  event_id: newId('Ev'),
  event_time: at,
  authorizations: [
    {
      enterprise_id: null,
      team_id: TEAM.id,
      user_id: APP.user,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
})
