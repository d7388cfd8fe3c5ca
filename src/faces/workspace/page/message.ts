import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { FileShown, Message as Shown } from '../page-api.ts'
import { Avatar } from './avatar.ts'
import { Blocks } from './blocks/blocks.ts'
import { Emoji } from './blocks/inlines.ts'
import { Mrkdwn } from './blocks/text-object.ts'
import { focusIfLost, messageBeside, useFocusWithin } from './focus.ts'
import { Icon } from './icons.ts'
import { jsonOf, listOf, wordOf } from './json.ts'
import { MessageTools } from './message-tools.ts'
import { shownName, useReader } from './reader.ts'
import { SurfaceProvider, useNewSurface } from './surface.ts'
import { momentOf, momentOfTs, timeOf } from './text/times.ts'
import { reported, useWindow } from './window.ts'

interface MessageProps {
  readonly message: Shown
  /** Under another of the same author: the name is not said again. */
  readonly follows: boolean
  /** In the side panel: replies lead nowhere. */
  readonly inThread: boolean
  /** Reached by Tab; the arrows move from there. */
  readonly current: boolean
}

const NO_BLOCKS: readonly unknown[] = []

/** One message, whoever wrote it, with everything that can be done to it. */
export function Message({ current, follows, inThread, message }: MessageProps): VNode {
  const window = useWindow()
  const { clock, people } = useReader()
  const { author, blocks, channel, ephemeral, ts } = message
  const container = useMemo(
    () => ({ type: 'message', channel, ts, ephemeral }) as const,
    [channel, ts, ephemeral],
  )
  const attached = useMemo(
    () => message.attachments.flatMap((one) => listOf(jsonOf(one)['blocks'])),
    [message.attachments],
  )
  const all = useMemo(() => [...blocks, ...attached], [blocks, attached])
  const surface = useNewSurface({
    container,
    channel,
    blocks: all.length === 0 ? NO_BLOCKS : all,
    ask: window.ask,
    options: window.state.options,
    onFailure: window.tell,
  })
  const article = useRef<HTMLElement>(null)
  useFocusWithin(article)
  const person = people.get(author)
  const name = shownName(person) ?? author
  const sent = momentOfTs(ts)
  const time = timeOf(sent, clock)
  return html`<${SurfaceProvider} value=${surface}>
    <article
      ref=${article}
      class=${`message${follows ? ' follows' : ''}${ephemeral ? ' ephemeral' : ''}`}
      data-ts=${ts}
      tabindex=${current ? 0 : -1}
      aria-label=${`${name}, ${time}${ephemeral ? ', only visible to you' : ''}`}
    >
      <div class="gutter">
        ${
          follows
            ? html`<time class="time small" title=${momentOf(sent, clock)}>${time}</time>`
            : html`<${Avatar} person=${person} />`
        }
      </div>
      <div class="message-main">
        ${ephemeral && html`<p class="only-you"><${Icon} name="eye" /> Only visible to you</p>`}
        ${
          !follows &&
          html`<p class="byline">
          <b class="author">${name}</b>
          ${person?.bot === true && html`<span class="badge">App</span>`}
          <time class="time" title=${momentOf(sent, clock)}>${time}</time>
        </p>`
        }
        <div class="message-body">
          ${
            blocks.length > 0
              ? html`<${Blocks} blocks=${blocks} fallback=${message.text} />`
              : html`<${Mrkdwn} text=${message.text} />`
          }
          ${message.edited && html`<span class="quiet edited">(edited)</span>`}
          ${message.streaming && html`<span class="streaming" role="status">writing …</span>`}
        </div>
        ${message.attachments.map((one, at) => html`<${Attachment} key=${at} attachment=${one} />`)}
        ${message.files.map((file) => html`<${File} key=${file.id} file=${file} />`)}
        ${message.reactions.length > 0 && html`<${Reactions} message=${message} />`}
        ${
          !inThread &&
          message.replies > 0 &&
          html`<button
          type="button"
          class="replies"
          onClick=${() => window.go({ channel, thread: message.threadTs ?? ts })}
        >
          <${Icon} name="reply" /> ${message.replies === 1 ? '1 reply' : `${message.replies} replies`}
        </button>`
        }
        ${
          ephemeral &&
          html`<button type="button" class="link-button small" onClick=${({
            currentTarget,
          }: Event) => {
            const beside = messageBeside(currentTarget)
            window.dismiss({ channel, ts })
            focusIfLost('main .composer textarea', beside)
          }}>
          Dismiss
        </button>`
        }
      </div>
      ${!ephemeral && html`<${MessageTools} message=${message} inThread=${inThread} />`}
    </article>
  <//>`
}

function Attachment({ attachment }: { readonly attachment: unknown }): VNode {
  const { blocks, fallback, text } = jsonOf(attachment)
  return html`<div class="attachment">
    ${
      Array.isArray(blocks)
        ? html`<${Blocks} blocks=${blocks} fallback=${wordOf(fallback)} />`
        : html`<${Mrkdwn} text=${wordOf(text) || wordOf(fallback)} />`
    }
  </div>`
}

function File({ file }: { readonly file: FileShown }): VNode {
  const picture = file.mime.startsWith('image/')
  return picture
    ? html`<figure class="file-picture">
        <a href=${file.url} target="_blank" rel="noopener"><img src=${file.url} alt=${file.altText || file.title} /></a>
        <figcaption class="quiet">${file.title}</figcaption>
      </figure>`
    : html`<a class="file" href=${file.url} download=${file.name}>
        <${Icon} name="file" />
        <span><b>${file.title || file.name}</b><small class="quiet">${file.mime}</small></span>
      </a>`
}

function Reactions({ message }: { readonly message: Shown }): VNode {
  const window = useWindow()
  const { me, people } = useReader()
  const { channel, reactions, ts } = message
  return html`<div class="reactions">
    ${reactions.map(({ name, people: who }) => {
      const names = who.map((id) => shownName(people.get(id)) ?? id).join(', ')
      const mine = who.includes(me.id)
      return html`<button
        key=${name}
        type="button"
        class=${mine ? 'reaction mine' : 'reaction'}
        aria-pressed=${mine}
        aria-label=${`${name.replaceAll('_', ' ')}: ${names}`}
        title=${`${names}: :${name}:`}
        onClick=${() => void reported(window, window.ask('react', { channel, ts, name }))}
      >
        <${Emoji} name=${name} /> ${who.length}
      </button>`
    })}
  </div>`
}
