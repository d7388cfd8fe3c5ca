import { payloadOf, textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import type { Place } from '../places.ts'
import { Refusal, refusal } from '../refusal.ts'
import { APP } from '../seats.ts'
import type { Workspace } from '../workspace.ts'

/** One method of the Web API: whose token it takes, what the app must be allowed, and what it does. */
interface Method {
  readonly token: 'bot' | 'app' | 'none'
  /** Any one of these will do; none asked for where it is empty. */
  readonly scopes: readonly string[]
  readonly required: readonly string[]
  /** Returns what stands beside `ok` in the answer; throws a Refusal. */
  readonly run: (args: Payload, workspace: Workspace) => Payload
}

export type Methods = Readonly<Record<string, Method>>

interface Call {
  readonly name: string
  readonly args: Payload
  readonly token: string
}

/** Answers a call as Slack would: what is wrong is told by a code. */
export function answerCall(workspace: Workspace, methods: Methods, call: Call): Payload {
  try {
    const method = Object.hasOwn(methods, call.name) ? methods[call.name] : undefined
    if (method === undefined) throw new Refusal('unknown_method', { req_method: call.name })
    checkToken(workspace, method, call.token)
    checkArguments(method, call.args)
    return { ok: true, ...method.run(call.args, workspace) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, error: error.code, ...error.details }
  }
}

function checkToken({ manifest, tokens }: Workspace, method: Method, token: string): void {
  if (method.token === 'none') return
  if (token === '') throw new Refusal('not_authed')
  const kinds = { [tokens.bot]: 'bot', [tokens.app]: 'app' } as const
  const kind = Object.hasOwn(kinds, token) ? kinds[token] : undefined
  if (kind === undefined) throw new Refusal('invalid_auth')
  if (kind !== method.token) throw new Refusal('not_allowed_token_type')
  if (kind === 'app' || method.scopes.length === 0) return
  if (method.scopes.some((scope) => manifest.scopes.has(scope))) return
  throw new Refusal('missing_scope', {
    needed: method.scopes.join(','),
    provided: [...manifest.scopes].join(','),
  })
}

function checkArguments(method: Method, args: Payload): void {
  const missing = method.required.filter((name) => (args[name] ?? '') === '')
  if (missing.length === 0) return
  throw refusal(
    'invalid_arguments',
    missing.map((name) => `missing required field: ${name}`),
  )
}

/** A conversation that the app can know of, by id or by `#name`; somebody's id means their direct message. */
export function placeOf({ places }: Workspace, idOrName: unknown): Place {
  const id = textOf(idOrName)
  const place = /^[UW]/u.test(id) ? places.directWith(id) : places.find(id)
  if (place === undefined) throw new Refusal('channel_not_found')
  return place
}

/** Throws where the app is not a member of a conversation. */
export function isMember(place: Place): Place {
  if (!place.members.has(APP.user)) throw new Refusal('not_in_channel')
  return place
}

/** The app needs another scope for each kind of conversation. */
export function needs(
  { manifest }: Workspace,
  place: Place,
  right: 'read' | 'history' | 'write',
): void {
  const scope = place.kind === 'im' ? `im:${right}` : `channels:${right}`
  if (manifest.scopes.has(scope)) return
  throw new Refusal('missing_scope', { needed: scope, provided: [...manifest.scopes].join(',') })
}

/** A part of a list, and how to ask for the next. */
export function paged(all: readonly Payload[], args: Payload, name: string): Payload {
  const limit = Math.min(Math.max(Number(args['limit'] ?? 100) || 100, 1), 999)
  const cursor = textOf(args['cursor'])
  const given = cursor === '' ? 'next:0' : Buffer.from(cursor, 'base64url').toString()
  const from = Number(/^next:(\d{1,9})$/u.exec(given)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw new Refusal('invalid_cursor')
  const more = from + limit < all.length
  const next = more ? Buffer.from(`next:${from + limit}`).toString('base64url') : ''
  return {
    [name]: all.slice(from, from + limit),
    has_more: more,
    response_metadata: { next_cursor: next },
  }
}

/** What a form or JSON body holds, with what forms carry as JSON read. */
export function argumentsOf(fields: Payload): Payload {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!OBJECTS.has(name) || typeof value !== 'string') return [name, value]
      return [name, parsedOr(value)]
    }),
  )
}

const OBJECTS: ReadonlySet<string> = new Set([
  'attachments',
  'blocks',
  'chunks',
  'files',
  'loading_messages',
  'metadata',
  'prompts',
  'unfurls',
  'view',
])

function parsedOr(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Not JSON: the method says so where it needs an object.
    return json
  }
}

export const objectOf = (value: unknown, name: string): Payload => {
  const object = payloadOf(value)
  if (Object.keys(object).length > 0) return object
  throw refusal('invalid_arguments', [`must be an object: ${name}`])
}
