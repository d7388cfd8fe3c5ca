import { webApi } from '@slack/bolt'
import { AppError } from '../../errors.ts'

/** The three secrets, and where each is found. */
const WHERE = {
  SLACK_BOT_TOKEN:
    'api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token (xoxb-…)',
  SLACK_APP_TOKEN:
    'api.slack.com/apps → your app → Basic Information → App-Level Tokens, scope connections:write (xapp-…)',
} as const

export type Token = keyof typeof WHERE

type Told = readonly [message: string, hint: string]

/** What Slack's error codes mean to whoever runs Dateline. */
const REFUSALS: Readonly<Record<string, (token: Token) => Told>> = {
  invalid_auth: wrong,
  not_authed: wrong,
  token_expired: wrong,
  token_revoked: revoked,
  account_inactive: revoked,
  user_removed_from_team: revoked,
  team_disabled: revoked,
  not_allowed_token_type: (token) => [
    `Slack does not take the ${token} that is set: it is a token of another kind.`,
    `Copy it anew: ${WHERE[token]}.`,
  ],
  missing_scope: (token) => [
    `Slack refuses the ${token}: it lacks a permission.`,
    'Give the app the settings of manifest.yml (App Manifest), and install it again.',
  ],
  link_disabled: () => [
    'Socket Mode is switched off for this app.',
    'Switch it on: api.slack.com/apps → your app → Socket Mode; or set SLACK_SIGNING_SECRET instead of SLACK_APP_TOKEN to use HTTP.',
  ],
}

function wrong(token: Token): Told {
  return [`Slack does not know the ${token} that is set.`, `Copy it anew: ${WHERE[token]}.`]
}

function revoked(token: Token): Told {
  return [
    `The ${token} that is set is no longer valid: the app was uninstalled, or the token revoked.`,
    `Install the app again, then copy it: ${WHERE[token]}.`,
  ]
}

/** Whether trying again can help: not where Slack knows the token and refuses it. */
export const isFinal = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError && Object.hasOwn(REFUSALS, error.data.error)

/** A failure to reach Slack, or to be let in, as something to mend. */
export function refused(error: unknown, token: Token, apiUrl: string | null): AppError {
  const options = { cause: error }
  if (error instanceof AppError) return error
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error
    const [message, hint] = REFUSALS[code]?.(token) ?? [
      `Slack refuses the ${token} that is set (${code}).`,
      `Compare it with the app’s page: ${WHERE[token]}.`,
    ]
    return new AppError('slack_refused', message, hint, options)
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const message = `Slack is asked too often and wants a pause of ${error.retryAfter} seconds.`
    return new AppError('slack_refused', message, 'Start again after that.', options)
  }
  return new AppError(
    'slack_refused',
    `Slack could not be reached at ${apiUrl ?? 'https://slack.com/api/'}.`,
    apiUrl === null
      ? 'Look at the network of this machine, and at status.slack.com.'
      : 'Look at SLACK_API_URL: it must be the root of a Web API, such as http://127.0.0.1:3001/api/; leave it out for Slack itself.',
    options,
  )
}
