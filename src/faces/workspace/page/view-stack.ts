import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Blocks } from './blocks/blocks.ts'
import { isAsked } from './confirm.ts'
import { useFocusWithin } from './focus.ts'
import { Icon } from './icons.ts'
import { problemsOf, stateOf } from './input-state.ts'
import { isJson, jsonOf, listOf, textOf, wordOf } from './json.ts'
import type { Json } from './json.ts'
import { SurfaceProvider, useNewSurface } from './surface.ts'
import { useWindow } from './window.ts'

/**
 * The modals of an app: the top one is shown, those below keep what was put into them. One that is left goes at once:
 * the next key and the next click are for what is beneath it, however late the server says so.
 */
export function ViewStack(): VNode | null {
  const { ask, state, tell } = useWindow()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const views = state.views.filter(isJson).filter((view) => !left.has(idOf(view)))
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element | null>(null)
  const top = views.at(-1)
  const topId = top === undefined ? '' : idOf(top)
  const open = top !== undefined
  const leave = async (viewId: string, all: boolean): Promise<void> => {
    const leaving = new Set(all ? views.map(idOf) : [viewId])
    setLeft((before) => before.union(leaving))
    const outcome = await ask('close-view', { viewId, all })
    if (outcome.ok) return
    tell(outcome.error)
    setLeft((before) => before.difference(leaving))
  }
  useLayoutEffect(() => {
    if (!open) return undefined
    // Asked of the page and not of the form: when a view goes, the focus goes with it.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isAsked()) return
      event.preventDefault()
      void leave(topId, false)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  useLayoutEffect(() => {
    if (!open) return undefined
    opener.current = document.activeElement
    dialog.current?.showModal()
    return () => refocus(opener.current)
  }, [open])
  // What is on top has the focus, whether it came by opening, by pushing or by closing another.
  useLayoutEffect(() => {
    const first = dialog.current?.querySelector<HTMLElement>(
      '.view:not([hidden]) :is([autofocus], .dialog-body :is(input, textarea, select))',
    )
    const shown = dialog.current?.querySelector<HTMLElement>('.view:not([hidden]) h2')
    ;(first ?? shown)?.focus()
  }, [topId])
  if (!open) return null
  return html`<dialog ref=${dialog} class="dialog" aria-labelledby=${`title-${topId}`}
    onCancel=${(event: Event) => event.preventDefault()}>
    ${views.map(
      (view) => html`<${View}
        key=${idOf(view)}
        view=${view}
        shown=${view === top}
        depth=${views.length}
        leave=${(all: boolean) => void leave(idOf(view), all)}
      />`,
    )}
  </dialog>`
}

const idOf = (view: Json): string => wordOf(view['id'])

/** Gives the focus back to what opened a modal, or to the field for messages where that is gone. */
function refocus(opener: Element | null): void {
  const field = document.querySelector<HTMLElement>('.composer textarea')
  const target = opener instanceof HTMLElement && opener.isConnected ? opener : field
  queueMicrotask(() => target?.focus())
}

interface ViewProps {
  readonly view: Json
  readonly shown: boolean
  readonly depth: number
  /** Closes it, or all of them. */
  readonly leave: (all: boolean) => void
}

function View({ depth, leave, shown, view }: ViewProps): VNode {
  const { ask, state } = useWindow()
  const viewId = idOf(view)
  const blocks = listOf(view['blocks'])
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  // Told in the form itself: the notice above the conversation is out of reach beneath it.
  const [failure, setFailure] = useState('')
  const container = useMemo(() => ({ type: 'view', viewId }) as const, [viewId])
  const told = state.viewErrors[viewId]
  const errors = useMemo(() => ({ ...missing, ...told }), [missing, told])
  const form = useRef<HTMLFormElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useFocusWithin(body)
  const surface = useNewSurface({
    container,
    channel: null,
    blocks,
    ask,
    options: state.options,
    errors,
    onFailure: setFailure,
  })
  useLayoutEffect(() => {
    setBusy(false)
    setFailure('')
  }, [view, told])
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('.input.wrong :is(input, textarea, select)')?.focus()
  }, [tries, told])
  // What is mended is no longer marked.
  useLayoutEffect(() => {
    const left = problemsOf(blocks, surface.chosen)
    setMissing((before) =>
      Object.fromEntries(Object.entries(left).filter(([blockId]) => blockId in before)),
    )
  }, [surface.chosen])
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const problems = problemsOf(blocks, surface.chosen)
    setMissing(problems)
    setTries(tries + 1)
    if (Object.keys(problems).length > 0 || busy) return
    setFailure('')
    setBusy(true)
    const outcome = await ask('submit-view', { viewId, state: stateOf(blocks, surface.chosen) })
    // What is taken shows itself, as another view, an error, or none; until then it is not sent a second time.
    if (outcome.ok) return
    setFailure(outcome.error)
    setBusy(false)
  }
  const hasSubmit =
    textOf(view['submit']) !== '' || blocks.some((block) => jsonOf(block)['type'] === 'input')
  return html`<${SurfaceProvider} value=${surface}>
    <form
      ref=${form}
      class="view"
      hidden=${!shown}
      novalidate
      aria-busy=${busy}
      onSubmit=${submit}
    >
      <div class="dialog-head">
        <h2 id=${`title-${viewId}`} tabindex="-1">${textOf(view['title'])}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick=${() => leave(true)}>
          <${Icon} name="close" />
        </button>
      </div>
      <div ref=${body} class="dialog-body" role="group" aria-labelledby=${`title-${viewId}`} tabindex="0">
        ${state.viewErrors[viewId] !== undefined && html`<p class="error" role="alert">Please mend what is marked below.</p>`}
        ${failure !== '' && html`<p class="error" role="alert">${failure}</p>`}
        <${Blocks} blocks=${blocks} />
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick=${() => leave(false)}>
          ${textOf(view['close']) || (depth > 1 ? 'Back' : 'Close')}
        </button>
        ${
          hasSubmit &&
          html`<button type="submit" class="button primary" disabled=${busy}>${textOf(view['submit']) || 'Submit'}</button>`
        }
      </div>
    </form>
  <//>`
}
