import { isTrue, textOf } from '../payload.ts'
import { Refusal } from '../refusal.ts'
import { APP, TEAM } from '../seats.ts'
import type { Methods } from './method.ts'

/** Who the app is, how it connects, and how it is installed. `ticket` makes a new socket's path. */
export const authMethods = (ticket: ((debug: boolean) => string) | null): Methods => {
  const usedCodes = new Set<string>()
  return {
    'auth.test': {
      token: 'bot',
      scopes: [],
      required: [],
      run: (_, { manifest, origin }) => ({
        url: `${origin()}/`,
        team: TEAM.name,
        user: manifest.botName,
        team_id: TEAM.id,
        user_id: APP.user,
        bot_id: APP.bot,
        app_id: APP.id,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': {
      token: 'app',
      scopes: [],
      required: [],
      run(args, { origin }) {
        if (ticket === null) throw new Refusal('link_disabled')
        const path = ticket(isTrue(args['debug_reconnects']))
        return { url: `${origin().replace('http:', 'ws:')}${path}` }
      },
    },
    'oauth.v2.access': {
      token: 'none',
      scopes: [],
      required: ['client_id', 'client_secret', 'code'],
      run({ code }, { manifest, seats, tokens }) {
        const given = textOf(code)
        if (!/^[\w.-]+$/u.test(given)) throw new Refusal('invalid_code')
        if (usedCodes.has(given)) throw new Refusal('code_already_used')
        usedCodes.add(given)
        return {
          access_token: tokens.bot,
          token_type: 'bot',
          scope: [...manifest.scopes].join(','),
          bot_user_id: APP.user,
          app_id: APP.id,
          team: { id: TEAM.id, name: TEAM.name },
          enterprise: null,
          is_enterprise_install: false,
          authed_user: { id: seats[0]?.id ?? '' },
        }
      },
    },
  }
}
