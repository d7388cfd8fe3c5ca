import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Conversation as Shown } from '../page-api.ts'
import { Composer } from './composer.ts'
import { HomeTab } from './home-tab.ts'
import { Icon } from './icons.ts'
import { MessageList } from './message-list.ts'
import type { Place } from './place.ts'
import { useReader } from './reader.ts'
import { messagesIn } from './state.ts'
import { Statuses } from './statuses.ts'
import { reported, useWindow } from './window.ts'

interface ConversationProps {
  readonly conversation: Shown
  readonly place: Place
  readonly onMenu: () => void
}

export const titleOf = ({ kind, name }: Shown): string => (kind === 'channel' ? `#${name}` : name)

/** A channel or a direct message; one with an app has its Home tab, too. */
export function Conversation({ conversation, onMenu, place }: ConversationProps): VNode {
  const { go } = useWindow()
  const { people } = useReader()
  const { id, kind, members, topic } = conversation
  const withApp = kind === 'im' && members.some((member) => people.get(member)?.bot === true)
  const title = titleOf(conversation)
  return html`<main class="conversation" aria-label=${title}>
    <header class="head">
      <button type="button" class="icon-button only-narrow" aria-label="Channels and people" onClick=${onMenu}>
        <${Icon} name="menu" />
      </button>
      <div class="head-words">
        <h1>${title}</h1>
        <p class="quiet topic">${topic}</p>
      </div>
      ${
        withApp &&
        html`<nav class="tabs" aria-label="Tabs of the app">
        <button type="button" class="tab" aria-current=${!place.home} onClick=${() => go({ channel: id })}>Messages</button>
        <button type="button" class="tab" aria-current=${place.home} onClick=${() => go({ channel: id, home: true })}>Home</button>
      </nav>`
      }
    </header>
    ${
      place.home && withApp
        ? html`<${HomeTab} />`
        : html`<${Messages} key=${id} conversation=${conversation} title=${title} />`
    }
  </main>`
}

interface MessagesProps {
  readonly conversation: Shown
  readonly title: string
}

function Messages({ conversation, title }: MessagesProps): VNode {
  const window = useWindow()
  const { ask, state } = window
  const { id, unread } = conversation
  const messages = messagesIn(state, id)
  const [newFrom] = useState(() => (unread > 0 ? (messages.at(-unread)?.ts ?? null) : null))
  useEffect(() => void ask('read', { channel: id }), [id])
  useEffect(() => {
    const read = (): void => {
      if (!document.hidden && unread > 0) void ask('read', { channel: id })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [id, unread])
  const offer = state.prompts[id]
  return html`<${MessageList} label=${`Messages in ${title}`} messages=${messages} inThread=${false} newFrom=${newFrom}>
      ${messages.length === 0 && html`<p class="nothing">This is the beginning of ${title}.</p>`}
      <${Statuses} channel=${id} thread=${null} />
    <//>
    ${
      offer !== undefined &&
      offer.prompts.length > 0 &&
      html`<div class="prompts" role="group" aria-label=${offer.title || 'Suggestions'}>
      ${offer.title !== '' && html`<p>${offer.title}</p>`}
      ${offer.prompts.map(
        (prompt) => html`<button
          key=${prompt.title}
          type="button"
          class="button"
          onClick=${({ detail }: MouseEvent) => {
            // A double click asks once.
            if (detail < 2)
              void reported(window, ask('send', { channel: id, text: prompt.message }))
          }}
        >
          ${prompt.title}
        </button>`,
      )}
    </div>`
    }
    <${Composer} channel=${id} thread=${null} to=${title} />`
}
