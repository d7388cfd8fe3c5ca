import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { Composer } from './composer.ts'
import { focusIfLost } from './focus.ts'
import { Icon } from './icons.ts'
import { MessageList } from './message-list.ts'
import { threadOf } from './state.ts'
import { Statuses } from './statuses.ts'
import { useWindow } from './window.ts'

interface ThreadProps {
  readonly channel: string
  readonly thread: string
  readonly title: string
}

/** A thread in the side panel; on a narrow screen all of the screen. Esc closes it. */
export function ThreadPanel({ channel, thread, title }: ThreadProps): VNode {
  const { go, state } = useWindow()
  const close = (): void => go({ channel })
  useLayoutEffect(() => () => focusIfLost('main .composer textarea'), [])
  return html`<aside
    class="thread"
    aria-label="Thread"
    onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
  >
    <header class="head">
      <button type="button" class="icon-button only-narrow" aria-label="Back" onClick=${close}><${Icon} name="back" /></button>
      <div class="head-words"><h2>Thread</h2><p class="quiet topic">${title}</p></div>
      <button type="button" class="icon-button not-narrow" aria-label="Close the thread" onClick=${close}>
        <${Icon} name="close" />
      </button>
    </header>
    <${MessageList}
      label="Messages in the thread"
      messages=${threadOf(state, { channel, ts: thread })}
      inThread=${true}
      newFrom=${null}
    >
      <${Statuses} channel=${channel} thread=${thread} />
    <//>
    <${Composer} channel=${channel} thread=${thread} to="the thread" />
  </aside>`
}
