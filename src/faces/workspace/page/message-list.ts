import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message as Shown } from '../page-api.ts'
import { Icon } from './icons.ts'
import { Message } from './message.ts'
import { useReader } from './reader.ts'
import { dayOf, momentOfTs } from './text/times.ts'

interface ListProps {
  readonly label: string
  readonly messages: readonly Shown[]
  readonly inThread: boolean
  /** The first message that was unread when the conversation was opened. */
  readonly newFrom: string | null
  readonly children?: unknown
}

/** Messages of one author within this time stand under one name. */
const TOGETHER_MS = 5 * 60 * 1_000
/** As near to the end as this counts as being at the end. */
const NEAR_PX = 80
/** What is seen above a message that is taller than the pane. */
const ABOVE_PX = 44

/** The messages of a conversation or a thread. New ones are followed as long as the reader is at the end. */
export function MessageList({ children, inThread, label, messages, newFrom }: ListProps): VNode {
  const { clock, me } = useReader()
  const pane = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [away, setAway] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const last = messages.at(-1)
  const newest = useRef(0)
  const toEnd = (): void => {
    if (pane.current !== null) pane.current.scrollTop = pane.current.scrollHeight
  }
  useLayoutEffect(() => {
    const at = momentOfTs(last?.ts ?? '0')
    // One that is taken away makes no other one new.
    if (at <= newest.current) return
    newest.current = at
    // What is for this reader alone answers what they have just asked or pressed.
    const mine = last?.author === me.id || last?.ephemeral
    if (atEnd.current || mine === true) atEnd.current = follow(pane.current)
    else setAway(true)
  }, [last?.ts])
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
  }, [last])
  useLayoutEffect(() => {
    // The messages grow when a picture comes, and the pane shrinks when what is written takes more lines.
    const inside = pane.current?.firstElementChild
    if (pane.current === null || !(inside instanceof Element)) return undefined
    const sized = new ResizeObserver(() => atEnd.current && toEnd())
    sized.observe(inside)
    sized.observe(pane.current)
    return () => sized.disconnect()
  }, [])
  const onScroll = (): void => {
    if (pane.current === null) return
    const { clientHeight, scrollHeight, scrollTop } = pane.current
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
    if (atEnd.current) setAway(false)
  }
  const reached = messages.some(({ ts }) => ts === current) ? current : last?.ts
  return html`<div class="pane">
    <div
      ref=${pane}
      class="messages"
      onScroll=${onScroll}
      onKeyDown=${(event: KeyboardEvent) => move(event, setCurrent)}
    >
      <div class="messages-inside" role="region" aria-label=${label}>
        ${messages.map((message, at) => {
          const before = messages[at - 1]
          const day = dayOf(momentOfTs(message.ts), clock)
          const newDay = before === undefined || dayOf(momentOfTs(before.ts), clock) !== day
          return html`${newDay && !inThread && html`<${Divider} key=${`day-${message.ts}`} words=${day} />`}
            ${message.ts === newFrom && html`<${Divider} key="new" words="New" fresh=${true} />`}
            <${Message}
              key=${message.ts}
              message=${message}
              inThread=${inThread}
              current=${message.ts === reached}
              follows=${!newDay && message.ts !== newFrom && isTogether(before, message)}
            />`
        })}
        ${children}
      </div>
    </div>
    ${
      away &&
      html`<button type="button" class="to-end" onClick=${toEnd}>New messages <${Icon} name="down" /></button>`
    }
  </div>`
}

/** Shows the newest message: its end, or its beginning where it is taller than the pane. True where it is the end. */
function follow(pane: HTMLElement | null): boolean {
  const newest = pane?.querySelector<HTMLElement>('.message:last-of-type')
  if (pane === null || newest === null || newest === undefined) return true
  const tall = newest.offsetHeight > pane.clientHeight
  pane.scrollTop = tall ? newest.offsetTop - ABOVE_PX : pane.scrollHeight
  return !tall
}

const Divider = ({
  fresh = false,
  words,
}: {
  readonly words: string
  readonly fresh?: boolean
}): VNode =>
  html`<div class=${fresh ? 'day-divider fresh' : 'day-divider'}><span>${words}</span></div>`

const isTogether = (before: Shown, message: Shown): boolean =>
  before.author === message.author &&
  before.ephemeral === message.ephemeral &&
  !message.ephemeral &&
  momentOfTs(message.ts) - momentOfTs(before.ts) < TOGETHER_MS

/** Arrows, Home and End move from message to message while one of them has the focus. */
function move(event: KeyboardEvent, onMove: (ts: string) => void): void {
  const { currentTarget, target } = event
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
  if (!target.classList.contains('message')) return
  const all = [...currentTarget.querySelectorAll<HTMLElement>('.message')]
  const at = all.indexOf(target)
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key]
  const next = to === undefined ? undefined : all[to]
  if (next === undefined) return
  event.preventDefault()
  onMove(next.dataset['ts'] ?? '')
  next.focus()
}
