import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Blocks } from './blocks/blocks.ts'
import { useFocusWithin } from './focus.ts'
import { isJson, jsonOf, listOf, wordOf } from './json.ts'
import { SurfaceProvider, useNewSurface } from './surface.ts'
import { reported, useWindow } from './window.ts'

/** The app's Home tab: the app hears that it is opened, and draws it. */
export function HomeTab(): VNode {
  const window = useWindow()
  const view = jsonOf(window.state.home)
  const viewId = wordOf(view['id'])
  const container = useMemo(() => ({ type: 'view', viewId }) as const, [viewId])
  const blocks = listOf(view['blocks'])
  const surface = useNewSurface({
    container,
    channel: null,
    blocks,
    ask: window.ask,
    options: window.state.options,
    onFailure: window.tell,
  })
  const section = useRef<HTMLElement>(null)
  useFocusWithin(section)
  useEffect(() => void reported(window, window.ask('open-home', {})), [])
  return html`<section ref=${section} class="home" aria-label="Home" tabindex="0">
    <div class="home-inside">
      ${
        isJson(window.state.home)
          ? html`<${SurfaceProvider} value=${surface}><${Blocks} blocks=${blocks} /><//>`
          : html`<p class="nothing">The app has not drawn its Home tab yet.</p>`
      }
    </div>
  </section>`
}
