import type { Clock } from '../../clock.ts'
import { openDeliveries } from './delivery.ts'
import type { Deliveries, Transport } from './delivery.ts'
import { openEvents } from './events.ts'
import type { Events } from './events.ts'
import { openFiles } from './files.ts'
import type { Files } from './files.ts'
import { openTimestamps } from './ids.ts'
import type { Live } from './live.ts'
import type { AppManifest } from './manifest.ts'
import { openMessages } from './messages.ts'
import type { Messages } from './messages.ts'
import { openPlaces } from './places.ts'
import type { Places } from './places.ts'
import { openReading } from './reading.ts'
import type { Reading } from './reading.ts'
import { openResponseUrls } from './response-urls.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { Seat } from './seats.ts'
import { openStatuses } from './statuses.ts'
import type { Statuses } from './statuses.ts'
import { openTabs } from './tabs.ts'
import type { Tabs } from './tabs.ts'
import { openTalk } from './talk.ts'
import type { Talk } from './talk.ts'
import { openTriggers } from './triggers.ts'
import type { Triggers } from './triggers.ts'
import { openViews } from './views.ts'
import type { Views } from './views.ts'
import { openWireLog } from './wire-log.ts'
import type { WireLog } from './wire-log.ts'

export interface Tokens {
  /** `xoxb-…` */
  readonly bot: string
  /** `xapp-…` */
  readonly app: string
}

/** The parts of a workspace, which its methods and the page work with. */
export interface Workspace {
  readonly clock: Clock
  readonly deliveries: Deliveries
  readonly events: Events
  readonly files: Files
  readonly live: Live
  readonly manifest: AppManifest
  readonly messages: Messages
  readonly places: Places
  readonly reading: Reading
  readonly responseUrls: ResponseUrls
  readonly seats: readonly Seat[]
  readonly statuses: Statuses
  readonly tabs: Tabs
  readonly talk: Talk
  readonly timestamp: () => string
  readonly tokens: Tokens
  readonly transport: Transport
  readonly triggers: Triggers
  readonly views: Views
  readonly wire: WireLog
  /** The root of all addresses, `http://localhost:3000`, once it listens. */
  readonly origin: () => string
}

type WorkspaceGiven = Pick<
  Workspace,
  'clock' | 'live' | 'manifest' | 'origin' | 'seats' | 'tokens' | 'transport'
> & { readonly secrets: readonly string[] }

export function openWorkspace({ secrets, ...given }: WorkspaceGiven): Workspace {
  const { clock, live, manifest, seats, transport } = given
  const timestamp = openTimestamps(clock)
  const places = openPlaces(seats, manifest)
  const messages = openMessages(timestamp)
  const reading = openReading(messages)
  const wire = openWireLog({ clock, live, secrets })
  const deliveries = openDeliveries(transport, wire)
  const events = openEvents({ clock, deliveries, manifest })
  const statuses = openStatuses({ clock, live, places })
  const talk = openTalk({ events, live, messages, places, reading, statuses, timestamp })
  return {
    ...given,
    deliveries,
    events,
    files: openFiles(),
    messages,
    places,
    reading,
    responseUrls: openResponseUrls({ clock, messages, places, talk }),
    statuses,
    tabs: openTabs(),
    talk,
    timestamp,
    triggers: openTriggers(clock),
    views: openViews(live),
    wire,
  }
}
