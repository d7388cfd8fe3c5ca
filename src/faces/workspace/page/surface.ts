import { createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import type { Actions } from '../page-api.ts'
import { confirmed } from './confirm.ts'
import { stateOf } from './input-state.ts'
import type { Chosen } from './input-state.ts'
import { isJson, wordOf } from './json.ts'
import type { Json } from './json.ts'
import type { Ask } from './live.ts'
import type { State } from './state.ts'

type Container = Actions['act']['container']

/** Where blocks stand: what their elements hold and what happens when one is used. */
export interface Surface {
  readonly container: Container
  readonly channel: string | null
  readonly chosen: Chosen
  /** What somebody put into an element; nothing is sent. */
  readonly choose: (blockId: string, actionId: string, part: Json) => void
  /** Puts something into an element and tells the bot, after asking back where the element wants it. */
  readonly act: (blockId: string, element: Json, part: Json) => Promise<void>
  readonly askOptions: (blockId: string, actionId: string, value: string) => Promise<void>
  /** What the bot offered for what is typed; null while it has not answered. */
  readonly optionsFor: (actionId: string, value: string) => readonly unknown[] | null
  /** What the bot or the page finds wrong, by block. */
  readonly errors: Readonly<Record<string, string>>
}

const SurfaceContext = createContext<Surface>({
  container: { type: 'view', viewId: '' },
  channel: null,
  chosen: {},
  choose: () => {},
  act: async () => {},
  askOptions: async () => {},
  optionsFor: () => null,
  errors: {},
})

export const SurfaceProvider = SurfaceContext.Provider

export const useSurface = (): Surface => useContext(SurfaceContext)

interface SurfaceParts {
  readonly container: Container
  readonly channel: string | null
  readonly blocks: readonly unknown[]
  readonly ask: Ask
  readonly options: State['options']
  readonly errors?: Readonly<Record<string, string>>
  readonly onFailure: (error: string) => void
}

const NO_ERRORS = {}

/** A surface that keeps what is chosen on it as long as it is shown. */
export function useNewSurface(parts: SurfaceParts): Surface {
  const { ask, blocks, channel, container, errors = NO_ERRORS, onFailure, options } = parts
  const [chosen, setChosen] = useState<Chosen>({})
  return useMemo(() => {
    const withPart = (blockId: string, actionId: string, part: Json): Chosen => ({
      ...chosen,
      [blockId]: { ...chosen[blockId], [actionId]: part },
    })
    const choose: Surface['choose'] = (blockId, actionId, part) =>
      setChosen((before) => ({
        ...before,
        [blockId]: { ...before[blockId], [actionId]: part },
      }))
    return {
      container,
      channel,
      chosen,
      choose,
      async act(blockId, element, part) {
        if (isJson(element['confirm']) && !(await confirmed(element['confirm']))) return
        const actionId = wordOf(element['action_id'])
        const held = Object.keys(part).length > 0 && element['type'] !== 'overflow'
        if (held) choose(blockId, actionId, part)
        const { confirm: _, ...own } = element
        const outcome = await ask('act', {
          container,
          blockId,
          action: { ...own, block_id: blockId, ...part },
          state: stateOf(blocks, held ? withPart(blockId, actionId, part) : chosen),
        })
        if (!outcome.ok) onFailure(outcome.error)
      },
      async askOptions(blockId, actionId, value) {
        const outcome = await ask('options', { actionId, blockId, value, ...placeOf(container) })
        if (!outcome.ok) onFailure(outcome.error)
      },
      optionsFor(actionId, value) {
        const offered = options[actionId]
        return offered?.value === value ? offered.options : null
      },
      errors,
    }
  }, [ask, blocks, channel, JSON.stringify(container), chosen, errors, onFailure, options])
}

const placeOf = (container: Container) =>
  container.type === 'view'
    ? { viewId: container.viewId }
    : { channel: container.channel, ts: container.ts }
