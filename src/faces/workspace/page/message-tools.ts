import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Message } from '../page-api.ts'
import { Icon } from './icons.ts'
import { Menu } from './menu.ts'
import type { MenuItem } from './menu.ts'
import { spokenText, useReader } from './reader.ts'
import { REACTIONS, emojiOf } from './text/emoji.ts'
import { reported, useWindow } from './window.ts'

interface ToolsProps {
  readonly message: Message
  readonly inThread: boolean
}

/** What can be done to a message: react, answer in a thread, and the shortcuts of apps in the "…" menu. */
export function MessageTools({ inThread, message }: ToolsProps): VNode {
  const window = useWindow()
  const reader = useReader()
  const { channel, ts } = message
  const thread = message.threadTs ?? ts
  const reactions = REACTIONS.map((name) => ({
    key: name,
    label: emojiOf(name),
    detail: name.replaceAll('_', ' '),
    choose: () => void reported(window, window.ask('react', { channel, ts, name })),
  }))
  const shortcuts: readonly MenuItem[] = window.state.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      detail: 'Dateline',
      choose: () => void reported(window, window.ask('shortcut', { callbackId, channel, ts })),
    }))
  const items: readonly MenuItem[] = [
    ...(inThread
      ? []
      : [
          { key: 'thread', label: 'Reply in thread', choose: () => window.go({ channel, thread }) },
        ]),
    {
      key: 'copy',
      label: 'Copy text',
      choose: () => void copy(spokenText(message.text, reader), window.tell),
    },
    ...shortcuts,
  ]
  return html`<div class="tools" role="group" aria-label="Message actions">
    <${Menu} label="React" items=${reactions} wide=${true}><${Icon} name="smile" /><//>
    ${
      !inThread &&
      html`<button
      type="button"
      class="icon-button"
      aria-label="Reply in thread"
      title="Reply in thread"
      onClick=${() => window.go({ channel, thread })}
    >
      <${Icon} name="reply" />
    </button>`
    }
    <${Menu} label="More actions" items=${items}><${Icon} name="more" /><//>
  </div>`
}

async function copy(text: string, tell: (problem: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    tell('The browser did not allow to copy the text.')
  }
}
