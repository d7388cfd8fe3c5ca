import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { complete, hintFor } from './completion.ts'
import type { Suggestion } from './completion.ts'
import { Icon } from './icons.ts'
import { Menu } from './menu.ts'
import { reported, useWindow } from './window.ts'

interface ComposerProps {
  readonly channel: string
  readonly thread: string | null
  /** `#syria-desk`, `Dateline`, or `the thread`. */
  readonly to: string
}

/** What was begun in each place and not sent yet. */
const drafts = new Map<string, string>()
/** What was sent from this window, newest last. */
const sent: string[] = []

const MOST_PX = 240

/**
 * The field for messages and commands. Enter sends, Shift+Enter breaks the line; ↑ in the empty field brings back
 * what was sent before; in the list of suggestions arrows move, Enter and Tab take, Esc closes.
 */
export function Composer({ channel, thread, to }: ComposerProps): VNode {
  const window = useWindow()
  const { ask, state } = window
  const place = `${channel}:${thread ?? ''}`
  const [text, setText] = useState(drafts.get(place) ?? '')
  const [caret, setCaret] = useState(text.length)
  const [closed, setClosed] = useState(false)
  const [at, setAt] = useState(0)
  const [back, setBack] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  const write = (next: string, position = next.length): void => {
    setText(next)
    setCaret(position)
    setAt(0)
    setClosed(false)
    drafts.set(place, next)
  }
  useLayoutEffect(() => {
    const { current } = field
    if (current === null) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(current.scrollHeight, MOST_PX)}px`
    if (document.activeElement === current && current.selectionEnd !== caret) {
      current.setSelectionRange(caret, caret)
    }
  }, [text])
  useLayoutEffect(() => {
    if (matchMedia('(hover: hover)').matches && document.querySelector('dialog[open]') === null) {
      field.current?.focus()
    }
  }, [])

  const { from, suggestions, to: end } = complete(text, caret, state)
  const open = !closed && suggestions.length > 0
  const hint = open ? null : hintFor(text, state.commands)
  const take = ({ insert }: Suggestion): void => {
    write(text.slice(0, from) + insert + text.slice(end).trimStart(), from + insert.length)
    field.current?.focus()
  }
  const send = async (words: string): Promise<void> => {
    if (words.trim() === '') return
    sent.push(words)
    setBack(0)
    write('')
    window.tell('')
    const outcome = await ask('send', {
      channel,
      text: words,
      ...(thread === null ? {} : { threadTs: thread }),
    })
    if (!outcome.ok) {
      window.tell(outcome.error)
      if ((drafts.get(place) ?? '') === '') write(words)
    }
  }
  const recall = (steps: number): boolean => {
    const words = sent.at(-steps)
    if (steps < 0 || steps > sent.length) return false
    setBack(steps)
    write(steps === 0 ? '' : (words ?? ''))
    setClosed(true)
    return true
  }
  const inSuggestions = (key: string): boolean => {
    const chosen = suggestions[at]
    if (key === 'ArrowDown') setAt((at + 1) % suggestions.length)
    else if (key === 'ArrowUp') setAt((at + suggestions.length - 1) % suggestions.length)
    else if (key === 'Escape') setClosed(true)
    else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) take(chosen)
    else return false
    return true
  }
  const inField = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'Enter' && !shiftKey) {
      void send(text)
      return true
    }
    const untouched = text === '' || (back > 0 && text === sent.at(-back))
    if (key === 'ArrowUp' && untouched) return recall(back + 1)
    if (key === 'ArrowDown' && back > 0 && untouched) return recall(back - 1)
    return false
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    // A command that is written out is sent, not completed again.
    const whole =
      open && suggestions.some(({ insert }) => insert.trimEnd() === text) && event.key === 'Enter'
    if (!((open && !whole && inSuggestions(event.key)) || inField(event))) return
    event.preventDefault()
    event.stopPropagation()
  }
  const shortcuts = state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      detail: 'Dateline',
      choose: () => void reported(window, ask('shortcut', { callbackId })),
    }))
  return html`<form
    class="composer"
    onSubmit=${(event: Event) => {
      event.preventDefault()
      void send(text)
    }}
  >
    <ul id=${`${id}-list`} class="suggestions" role="listbox" aria-label="Suggestions" hidden=${!open}>
      ${suggestions.map(
        (suggestion, index) => html`<li
          key=${suggestion.key}
          id=${`${id}-${index}`}
          role="option"
          aria-selected=${index === at}
          onMouseDown=${(event: Event) => {
            event.preventDefault()
            take(suggestion)
          }}
        >
          <b>${suggestion.label}</b> ${suggestion.hint} <span class="quiet">${suggestion.detail}</span>
        </li>`,
      )}
    </ul>
    ${
      hint !== null &&
      html`<p class="usage" id=${`${id}-hint`}><b>${hint.command}</b> ${hint.hint} <span class="quiet">${hint.description}</span></p>`
    }
    <div class="composer-box">
      ${
        thread === null &&
        html`<${Menu} label="Shortcuts" items=${shortcuts}><${Icon} name="plus" /><//>`
      }
      <textarea
        ref=${field}
        rows="1"
        role="combobox"
        aria-label=${`Message ${to}`}
        placeholder=${`Message ${to}`}
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls=${`${id}-list`}
        aria-activedescendant=${open ? `${id}-${at}` : undefined}
        aria-describedby=${hint === null ? undefined : `${id}-hint`}
        value=${text}
        onInput=${({ currentTarget }: InputEvent) => {
          if (currentTarget instanceof HTMLTextAreaElement) {
            setBack(0)
            write(currentTarget.value, currentTarget.selectionEnd)
          }
        }}
        onKeyDown=${onKeyDown}
        onSelect=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLTextAreaElement) setCaret(currentTarget.selectionEnd)
        }}
        onBlur=${() => setClosed(true)}
      />
      <button type="submit" class="send" aria-label="Send" title="Send" disabled=${text.trim() === ''}>
        <${Icon} name="send" />
      </button>
    </div>
  </form>`
}
