import { isTrue, textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import type { Person } from '../page-api.ts'
import { Refusal } from '../refusal.ts'
import { APP, TEAM } from '../seats.ts'
import { paged } from './method.ts'
import type { Methods } from './method.ts'

/** Somebody as Slack tells it: their zone by name, by words and in seconds. */
function shown(person: Person, at: Date, withLocale: boolean): Payload {
  const { bot, id, name, realName, title, zone } = person
  return {
    id,
    team_id: TEAM.id,
    name,
    deleted: false,
    real_name: realName,
    tz: zone,
    tz_label: zoneName(zone, at, 'long'),
    tz_offset: offsetOf(zone, at),
    profile: {
      title,
      real_name: realName,
      display_name: name,
      real_name_normalized: realName,
      team: TEAM.id,
      ...(id === APP.user ? { api_app_id: APP.id, bot_id: APP.bot } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_bot: bot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(withLocale ? { locale: 'en-GB' } : {}),
  }
}

const zoneName = (timeZone: string, at: Date, timeZoneName: 'long' | 'longOffset'): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

function offsetOf(zone: string, at: Date): number {
  const [, sign, hours = '0', minutes = '0'] =
    /([+-])(\d{2}):(\d{2})/u.exec(zoneName(zone, at, 'longOffset')) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60)
}

const READ = { token: 'bot', scopes: ['users:read'] } as const

export const userMethods: Methods = {
  'users.info': {
    ...READ,
    required: ['user'],
    run(args, { clock, places }) {
      const person = places.person(textOf(args['user']))
      if (person === undefined) throw new Refusal('user_not_found')
      return { user: shown(person, clock.now(), isTrue(args['include_locale'])) }
    },
  },
  'users.list': {
    ...READ,
    required: [],
    run(args, { clock, places }) {
      const now = clock.now()
      const all = places.people.map((person) => shown(person, now, isTrue(args['include_locale'])))
      return { ...paged(all, args, 'members'), cache_ts: Math.floor(now.getTime() / 1_000) }
    },
  },
}
