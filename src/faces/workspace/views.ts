import { randomBytes } from 'node:crypto'
import { newId, withIds } from './ids.ts'
import type { Live } from './live.ts'
import { listOf, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import { Refusal } from './refusal.ts'
import { APP, TEAM } from './seats.ts'

/** A modal or a Home tab, as Slack keeps it. */
export interface ShownView {
  readonly id: string
  readonly person: string
  readonly payload: Payload
}

/** The modals in each person's windows, and their Home tabs. */
export interface Views {
  /** In place of whatever is open. */
  open(person: string, view: Payload): ShownView
  /** On top of what is open. */
  push(person: string, view: Payload): ShownView
  /** New content for a view that is open; throws a Refusal where its hash is no longer the one. */
  update(shown: ShownView, view: Payload, hash?: string): ShownView
  publish(person: string, view: Payload, hash?: string): ShownView
  find(id: string): ShownView | undefined
  findExternal(id: string): ShownView | undefined
  stackOf(person: string): readonly ShownView[]
  homeOf(person: string): ShownView | undefined
  /** Takes one away, or all of a person's. */
  close(shown: ShownView, all: boolean): void
}

const DEEPEST = 3

export function openViews(live: Live): Views {
  const stacks = new Map<string, readonly ShownView[]>()
  const homes = new Map<string, ShownView>()
  const stackOf = (person: string): readonly ShownView[] => stacks.get(person) ?? []
  const every = (): readonly ShownView[] => [...[...stacks.values()].flat(), ...homes.values()]
  const setStack = (person: string, stack: readonly ShownView[]): void => {
    stacks.set(person, stack)
    live.tell([person], { kind: 'views', views: stack.map(({ payload }) => payload) })
  }
  const externalIsFree = (view: Payload, own?: string): void => {
    const id = textOf(view['external_id'])
    const taken = every().some((each) => each.id !== own && each.payload['external_id'] === id)
    if (id !== '' && taken) throw new Refusal('duplicate_external_id')
  }
  const hashIsOurs = (shown: ShownView, hash: string | undefined): void => {
    if (hash !== undefined && hash !== '' && hash !== shown.payload['hash']) {
      throw new Refusal('hash_conflict')
    }
  }
  return {
    open(person, view) {
      externalIsFree(view)
      const shown = made(person, view, newId('V'), [])
      setStack(person, [shown])
      return shown
    },
    push(person, view) {
      const stack = stackOf(person)
      if (stack.length >= DEEPEST) throw new Refusal('push_limit_reached')
      externalIsFree(view)
      const shown = made(person, view, newId('V'), stack)
      setStack(person, [...stack, shown])
      return shown
    },
    update(shown, view, hash) {
      hashIsOurs(shown, hash)
      externalIsFree(view, shown.id)
      const stack = stackOf(shown.person)
      const below = stack.slice(
        0,
        stack.findIndex(({ id }) => id === shown.id),
      )
      const next = made(shown.person, view, shown.id, below)
      if (homes.get(shown.person)?.id === shown.id) {
        homes.set(shown.person, next)
        live.tell([shown.person], { kind: 'home', view: next.payload })
      } else {
        setStack(
          shown.person,
          stack.map((each) => (each.id === shown.id ? next : each)),
        )
      }
      return next
    },
    publish(person, view, hash) {
      const before = homes.get(person)
      if (before !== undefined) hashIsOurs(before, hash)
      const next = made(person, view, before?.id ?? newId('V'), [])
      homes.set(person, next)
      live.tell([person], { kind: 'home', view: next.payload })
      return next
    },
    find: (id) => every().find((shown) => shown.id === id),
    findExternal: (id) => every().find(({ payload }) => payload['external_id'] === id),
    stackOf,
    homeOf: (person) => homes.get(person),
    close(shown, all) {
      const rest = stackOf(shown.person).filter(({ id }) => id !== shown.id)
      setStack(shown.person, all ? [] : rest)
    },
  }
}

function made(person: string, view: Payload, id: string, below: readonly ShownView[]): ShownView {
  const payload = {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...view,
    blocks: withIds(listOf(view['blocks'])),
    id,
    team_id: TEAM.id,
    state: { values: {} },
    hash: randomBytes(6).toString('base64url'),
    previous_view_id: below.at(-1)?.id ?? null,
    root_view_id: below[0]?.id ?? id,
    app_id: APP.id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.bot,
  }
  return { id, person, payload }
}
